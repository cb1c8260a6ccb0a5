#include "ingest/layer_load.h"
#include "ingest/layer_cache.h"
#include "ingest/report_json.h"
#include "reading.h"

#include <filesystem>

namespace vidik {
namespace {

constexpr std::string_view kRows =
    "id,date,lat,lon,category\nb,2024-02-01,44,20,protest\na,2024-01-01,45,21,clash\nx,,45,21,clash\n";

LayerRequest request_of(const TempFile& file) {
  LayerRequest request;
  request.read.path = file.path();
  request.cache_dir = file.dir() + "/cache";
  return request;
}

// Loads, and waits until the cache is written.
struct Loaded {
  explicit Loaded(const LayerRequest& request) {
    LayerLoad load(request);
    state = load.wait();
    layer = load.layer();
    report = load.report();
    from_cache = load.from_cache();
    error = load.error();
  }
  ReadState state;
  LayerRef layer;
  ImportReport report;
  bool from_cache = false;
  Error error;
};

class LayerLoadTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove_all(file.dir() + "/cache"); }
  TempFile file{"some.events.csv", kRows};
};

TEST_F(LayerLoadTest, AFileBecomesALayerInOrderOfTime) {
  const Loaded loaded(request_of(file));
  ASSERT_EQ(loaded.state, ReadState::finished) << loaded.error.message();
  EXPECT_EQ(loaded.layer->name, "some.events");
  ASSERT_EQ(loaded.layer->size(), 2u);
  EXPECT_EQ(loaded.layer->text(0, Field::id), "a");
  EXPECT_EQ(loaded.report.layers.at(0).dropped, 1u);
  EXPECT_FALSE(loaded.from_cache);
}

TEST_F(LayerLoadTest, TheSecondReadComesFromTheCacheWithItsReport) {
  const Loaded first(request_of(file)), second(request_of(file));
  ASSERT_TRUE(second.from_cache);
  EXPECT_EQ(second.layer->size(), first.layer->size());
  EXPECT_EQ(second.layer->text(1, Field::id), "b");
  EXPECT_EQ(info_words(second.report), info_words(first.report));
}

TEST_F(LayerLoadTest, AChangedFileIsReadAgain) {
  const Loaded first(request_of(file));
  file.write(std::string(kRows) + "c,2024-03-01,44,20,clash\n");
  const Loaded second(request_of(file));
  EXPECT_FALSE(second.from_cache);
  EXPECT_EQ(second.layer->size(), 3u);
}

TEST(CachePlace, TheOtherPartsOfAShapefileCountToo) {
  const TempFile file("places.shp", "shape");
  ReadRequest request;
  request.path = file.path();
  const std::string dbf = file.dir() + "/places.dbf";
  std::ofstream(dbf) << "one";
  const CachePlace before = cache_place(request, "/cache");
  std::ofstream(dbf) << "longer";
  const CachePlace after = cache_place(request, "/cache");
  ::unlink(dbf.c_str());
  EXPECT_EQ(before.file, after.file);
  EXPECT_NE(before.key, after.key);
  EXPECT_NE(cache_place(request, "/cache").key, after.key);
}

TEST_F(LayerLoadTest, OtherAnswersAreAnotherReading) {
  const Loaded first(request_of(file));
  LayerRequest other = request_of(file);
  other.read.answers = {{"begin", "none"}};
  const Loaded second(other);
  EXPECT_FALSE(second.from_cache);
  EXPECT_EQ(second.layer->size(), 3u);
  LayerRequest zone = request_of(file);
  zone.read.zone = "Asia/Kolkata";
  EXPECT_FALSE(Loaded(zone).from_cache);
}

TEST_F(LayerLoadTest, ADamagedCacheIsReadOver) {
  const Loaded first(request_of(file));
  for (const auto& entry : std::filesystem::directory_iterator(file.dir() + "/cache")) {
    std::filesystem::resize_file(entry.path(), 100);
  }
  const Loaded second(request_of(file));
  EXPECT_FALSE(second.from_cache);
  EXPECT_EQ(second.layer->size(), 2u);
}

TEST_F(LayerLoadTest, AnOpenQuestionIsAFailureThatSaysIt) {
  file.write("date,title\n4/5/1999,a\n");
  const Loaded loaded(request_of(file));
  EXPECT_EQ(loaded.state, ReadState::failed);
  EXPECT_EQ(loaded.error.code, Code::question);
  EXPECT_NE(loaded.error.text.find("date_order=dmy"), std::string::npos);
  EXPECT_EQ(loaded.report.layers.at(0).questions.size(), 1u);
  EXPECT_EQ(loaded.layer, nullptr);
}

TEST_F(LayerLoadTest, DuplicateIdsAreKeptAndNoted) {
  file.write("id,date\na,2024\na,2025\n");
  const Loaded loaded(request_of(file));
  EXPECT_EQ(loaded.layer->size(), 2u);
  EXPECT_EQ(loaded.report.notes, std::vector<std::string>{"1 id occurs more than once and got a number"});
}

TEST_F(LayerLoadTest, AFolderThatCannotBeWrittenIsNoError) {
  LayerRequest request = request_of(file);
  request.cache_dir = "/proc/nowhere";
  EXPECT_EQ(Loaded(request).state, ReadState::finished);
}

}  // namespace
}  // namespace vidik
