#include "app/bookmarks.h"

#include "app/json_text.h"

#include <gtest/gtest.h>

#include <unistd.h>
#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

namespace fs = std::filesystem;

class Bookmarks : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("vidik-bookmarks-" + std::to_string(getpid()));
    fs::create_directories(folder_);
    setenv("XDG_CONFIG_HOME", folder_.c_str(), 1);
  }
  void TearDown() override {
    unsetenv("XDG_CONFIG_HOME");
    fs::remove_all(folder_);
  }
  fs::path folder_;
};

TEST_F(Bookmarks, ComeBackAsTheyWereKeptButForTheProjects) {
  const std::vector<Bookmark> all{{"The project's", {19, 42, 8}, true},
                                  {"Zubin Potok \"канал\"", {20.870112345, 42.89, 11.25}, false}};
  ASSERT_TRUE(save_bookmarks(bookmarks_path(), all).ok());
  const auto back = read_bookmarks(bookmarks_path());
  ASSERT_TRUE(back.ok()) << back.error().message();
  EXPECT_EQ(*back, std::vector<Bookmark>{all[1]});
}

TEST_F(Bookmarks, WithoutAFileThereAreNone) {
  const auto none = read_bookmarks(bookmarks_path());
  ASSERT_TRUE(none.ok());
  EXPECT_TRUE(none->empty());
}

TEST_F(Bookmarks, ADamagedFileIsSaid) {
  fs::create_directories(fs::path(bookmarks_path()).parent_path());
  for (const char* text :
       {"", "[]", "{\"bookmarks\": 3}", "{\"bookmarks\": [{\"name\": \"a\"}]}", "{\"bookmarks\": ["}) {
    std::ofstream(bookmarks_path()) << text;
    EXPECT_FALSE(read_bookmarks(bookmarks_path()).ok()) << text;
  }
}

TEST_F(Bookmarks, AListLeavesOutWhatIsNoView) {
  const auto list = parse_json(
      R"([{"name": "a", "lon": 20, "lat": 43, "zoom": 8}, {"name": "", "lon": 20, "lat": 43, "zoom": 8},
    {"name": "b", "lon": 200, "lat": 43, "zoom": 8}, {"name": "c", "lon": "x", "lat": 43, "zoom": 8}, 7, null])",
      "here");
  ASSERT_TRUE(list.ok());
  std::vector<std::string> notes;
  EXPECT_EQ(bookmarks_of(*list, notes), (std::vector<Bookmark>{{"a", {20, 43, 8}, false}}));
  EXPECT_EQ(notes.size(), 5u);
}

}  // namespace
}  // namespace vidik
