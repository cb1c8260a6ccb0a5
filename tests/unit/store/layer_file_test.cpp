#include "store/layer_file.h"

#include "base/atomic_file.h"
#include "sample_rows.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <random>

namespace vidik {
namespace {

std::string test_path(const char* name) { return testing::TempDir() + "vidik_layer_file_" + name; }

// Without the fsync of the real thing, which takes most of the time of hundreds of files.
void put_file(const std::string& path, std::string_view bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  ASSERT_NE(file, nullptr);
  EXPECT_EQ(std::fwrite(bytes.data(), 1, bytes.size(), file), bytes.size());
  std::fclose(file);
}

LayerRef sample_layer() {
  EventBatch batch;
  batch.category_ids = {"flood", "troops", "election"};
  batch.extra_names = {"colour"};
  for (int i = 0; i < 300; ++i) {
    add_row(batch, "e" + std::to_string(i), from_to(i * 7 % 100, 100 + i), 15 + i * 0.01, 42);
    batch.texts.put(static_cast<Field>(64), "red");
    batch.category.push_back(static_cast<std::uint16_t>(i % 3));
    const auto row = static_cast<std::uint32_t>(i);
    if (i % 5 == 0) batch.magnitudes.push_back({row, {1, NAN, 5}, "deaths"});
    if (i % 7 == 0) batch.places.push_back({row, {PlaceKind::radius, 300}});
    if (i % 13 == 0)
      add_geometry(batch, GeometryKind::line, {{{i, i}, {i + 1, 2}}, {{i, 3}, {i, 4}, {5, i}}});
    if (i % 11 == 0) batch.when.back() = {Time{i}, Time{i + 3}, Time{i}, Time{i + 4}, Precision::month};
  }
  Problems problems;
  LayerBuilder builder("sample", "Sample");
  builder.define({"election", "Vote", CategoryShape::letter, 'V', -1});
  builder.attribute("Somebody's work");
  builder.append(batch, problems);
  return builder.build();
}

std::string told(const Layer& layer) {
  std::string out = layer.name + layer.title + layer.attributions.at(0) + layer.extra_names.at(0);
  for (const Category& c : layer.categories.rows()) out += c.id + c.name + c.letter;
  for (Row row = 0; row < layer.size(); ++row) {
    const EventTimes t = layer.times(row);
    const Magnitude* m = layer.magnitude(row);
    for (const Time time : {t.begin_earliest, t.begin_latest, t.end_earliest, t.end_latest}) {
      out += std::to_string(time.us) + " ";
    }
    out += std::to_string(layer.lon(row)) + std::to_string(layer.lat(row)) +
           std::to_string(layer.columns.category[row]) + std::to_string(layer.columns.facts[row].bits) +
           (m != nullptr ? std::to_string(m->high) : "-") +
           std::to_string(layer.place_precision(row).radius_m) + std::string(layer.text(row, Field::id)) +
           std::string(layer.text(row, static_cast<Field>(64)));
    if (const auto geometry = layer.geometry(row)) {
      for (std::size_t part = 0; part < geometry->parts.size(); ++part)
        for (const PlaceE7& p : geometry->part(part))
          out += std::to_string(part) + ":" + std::to_string(p.lon) + "," + std::to_string(p.lat) + " ";
    }
    out += "\n";
  }
  return out;
}

TEST(LayerFile, ALayerComesBackAsItWas) {
  const std::string path = test_path("same");
  const LayerRef layer = sample_layer();
  ASSERT_TRUE(LayerFile::write(path, "key 1", *layer, "the note").ok());
  const Result<LayerRef> opened = LayerFile::open(path, "key 1");
  ASSERT_TRUE(opened.ok()) << opened.error().message();
  EXPECT_EQ(told(**opened), told(*layer));
  EXPECT_NE((*opened)->serial, layer->serial);
  EXPECT_EQ(LayerFile::note(path, "key 1").value(), "the note");
}

TEST(LayerFile, ALayerThatIsReplacedOnDiskStaysWhole) {
  const std::string path = test_path("replaced");
  const LayerRef layer = sample_layer();
  ASSERT_TRUE(LayerFile::write(path, "k", *layer).ok());
  const LayerRef opened = LayerFile::open(path, "k").value();
  ASSERT_TRUE(write_file_atomically(path, "gone").ok());
  EXPECT_EQ(told(*opened), told(*layer));
}

TEST(LayerFile, AnEmptyLayerComesBackEmpty) {
  const std::string path = test_path("empty");
  ASSERT_TRUE(LayerFile::write(path, "k", *LayerBuilder("none", "None").build()).ok());
  const Result<LayerRef> opened = LayerFile::open(path, "k");
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ((*opened)->size(), 0u);
  EXPECT_EQ(LayerFile::note(path, "k").value(), "");
}

TEST(LayerFile, AnotherKeyOrNoFileIsNotFound) {
  const std::string path = test_path("key");
  ASSERT_TRUE(LayerFile::write(path, "key 1", *sample_layer()).ok());
  EXPECT_EQ(LayerFile::open(path, "key 2").error().code, Code::not_found);
  EXPECT_EQ(LayerFile::note(path, "key 2").error().code, Code::not_found);
  EXPECT_EQ(LayerFile::open(test_path("none"), "k").error().code, Code::not_found);
}

TEST(LayerFile, AFileCutShortAnywhereIsRefused) {
  const std::string path = test_path("cut");
  ASSERT_TRUE(LayerFile::write(path, "k", *sample_layer()).ok());
  const std::string whole = read_file(path, 1 << 24).value();
  for (std::size_t size = 0; size < whole.size(); size += 61) {
    put_file(path, std::string_view(whole).substr(0, size));
    EXPECT_EQ(LayerFile::open(path, "k").error().code, Code::bad_input) << size;
  }
}

TEST(LayerFile, AFlippedByteIsRefusedOrHarmless) {
  const std::string path = test_path("flipped");
  ASSERT_TRUE(LayerFile::write(path, "k", *sample_layer()).ok());
  const std::string whole = read_file(path, 1 << 24).value();
  std::mt19937 random(5);
  int refused = 0;
  for (int round = 0; round < 600; ++round) {
    std::string damaged = whole;
    damaged[random() % damaged.size()] ^= static_cast<char>(1 + random() % 255);
    put_file(path, damaged);
    const Result<LayerRef> opened = LayerFile::open(path, "k");
    if (opened) {
      EXPECT_FALSE(told(**opened).empty());  // every accessor is safe
    } else {
      ++refused;
    }
  }
  EXPECT_GT(refused, 30);
}

TEST(LayerFile, ForeignBytesAreRefused) {
  const std::string path = test_path("foreign");
  ASSERT_TRUE(write_file_atomically(path, std::string(5000, 'x')).ok());
  EXPECT_EQ(LayerFile::open(path, "k").error().code, Code::bad_input);
  ASSERT_TRUE(write_file_atomically(path, "").ok());
  EXPECT_EQ(LayerFile::open(path, "k").error().code, Code::bad_input);
}

TEST(LayerFile, AFolderThatIsNotThereIsSaid) {
  const Result<> written = LayerFile::write(test_path("no/such/folder"), "k", *sample_layer());
  ASSERT_FALSE(written.ok());
  EXPECT_NE(written.error().text.find("cannot be created"), std::string::npos);
}

}  // namespace
}  // namespace vidik
