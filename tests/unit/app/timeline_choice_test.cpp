#include "app/timeline_choice.h"

#include "app/background.h"
#include "app/project.h"
#include "app/project_save.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace vidik {
namespace {

namespace fs = std::filesystem;

TEST(TimelineChoice, WordsOfTheCommandLine) {
  TimelineStyle style;
  ASSERT_TRUE(apply_timeline_words(
                  "lanes=category, bars=active,scale=log,share,year-before,in-map,fold-gaps,no-ranges", style)
                  .ok());
  EXPECT_EQ(style.lanes, LaneBy::category);
  EXPECT_EQ(style.bars, BarsOf::active);
  EXPECT_EQ(style.scale, BarScale::log);
  EXPECT_TRUE(style.share && style.year_before && style.in_map && style.fold_gaps && !style.ranges_shown);
  for (const char* bad : {"lanes=colour", "bars", "scale=", "shares", "lanes=category,,"}) {
    const auto refused = apply_timeline_words(bad, style);
    ASSERT_FALSE(refused.ok()) << bad;
    EXPECT_NE(refused.error().text.find("--timeline"), std::string::npos);
  }
}

struct Folder {
  fs::path path = fs::path(testing::TempDir()) / "vidik_timeline_choice";
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path / name) << text;
    return (path / name).string();
  }
};
std::string read(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}

TEST(TimelineChoice, AProjectsTimelineIsReadAndWhatIsWrongIsNoted) {
  const Folder folder;
  const auto project = read_project(folder.write("a.vidik", R"({"vidik": 1, "timeline": {
    "lanes": "country", "bars": "most", "share": true, "in_map": 3, "colour": "red",
    "ranges": [{"name": "blockades", "from": "2024-11-22", "to": "2025-03-15"},
               {"name": "canopy", "at": "2024-11-01T11:52"},
               {"name": "backwards", "from": "2025-01-02", "to": "2024-01-01"}, {"from": "2024"}, 7]}})"));
  ASSERT_TRUE(project.ok());
  const TimelineStyle& style = project->timeline;
  EXPECT_EQ(style.lanes, LaneBy::country);
  EXPECT_TRUE(style.share);
  ASSERT_EQ(style.ranges.size(), 2u);
  EXPECT_EQ(style.ranges[0].name, "blockades");
  EXPECT_GT(style.ranges[0].span.end, style.ranges[0].span.begin);
  EXPECT_EQ(style.ranges[1].span.begin, style.ranges[1].span.end);
  EXPECT_EQ(project->notes.size(), 6u);
}

TEST(ProjectSave, ReadsBackAsItWasAndKeepsWhatItDoesNotKnow) {
  const Folder folder;
  const std::string path =
      folder.write("b.vidik", R"({"vidik": 1, "title": "T", "of the future": [1, 2], "zone": "UTC"})");
  const std::string before = read(path);
  TimelineStyle style;
  style.lanes = LaneBy::actor;
  style.scale = BarScale::root;
  style.fold_gaps = true;
  style.ranges = {{"a \"quoted\" name", {Time{0}, Time{86'400'000'000}}},
                  {"note", {Time{1'500'000}, Time{1'500'000}}}};
  ASSERT_TRUE(save_project_timeline(path, style, TimeZone::utc()).ok());
  const auto project = read_project(path);
  ASSERT_TRUE(project.ok());
  EXPECT_EQ(project->timeline, style);
  EXPECT_EQ(project->title, "T");
  const auto document = nlohmann::json::parse(read(path));
  EXPECT_EQ(document["of the future"], nlohmann::json({1, 2}));
  EXPECT_EQ(read(path + "~"), before) << "the file as it was stands beside it";
}

TEST(ProjectSave, WhereItCannotItSaysSoAndChangesNothing) {
  const Folder folder;
  EXPECT_FALSE(save_project_timeline("", {}, TimeZone::utc()).ok());
  EXPECT_FALSE(save_project_timeline((folder.path / "none.vidik").string(), {}, TimeZone::utc()).ok());
  const std::string path = folder.write("c.vidik", "{ broken");
  EXPECT_FALSE(save_project_timeline(path, {}, TimeZone::utc()).ok());
  EXPECT_EQ(read(path), "{ broken");
}

int wait_for(Background<int>& background) {
  for (;;) {
    if (const auto out = background.take()) return *out;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

TEST(Background, TheLatestWishWins) {
  Background<int> background;
  std::atomic<bool> go{false};
  background.start([&] {
    while (!go) std::this_thread::yield();
    return 1;
  });
  EXPECT_TRUE(background.busy());
  background.start([] { return 2; });
  background.start([] { return 3; });
  go = true;
  EXPECT_EQ(wait_for(background), 3);
  EXPECT_FALSE(background.busy());
  EXPECT_FALSE(background.take());
  background.start([] { return 4; });
  EXPECT_EQ(wait_for(background), 4);
}

}  // namespace
}  // namespace vidik
