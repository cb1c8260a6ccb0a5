#include "app/project.h"

#include <gtest/gtest.h>

#include <unistd.h>
#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

class ProjectFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("vidik-project-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Result<Project> read(const std::string& text) {
    const std::string path = (folder_ / "p.vidik").string();
    std::ofstream(path) << text;
    return read_project(path);
  }
  std::string refusal(const std::string& text) {
    const auto project = read(text);
    return project.ok() ? "accepted" : project.error().message();
  }
  std::filesystem::path folder_;
};

TEST_F(ProjectFile, GivesOverlaysClockAndView) {
  const auto project = read(R"({"vidik": 1, "title": "T", "overlays": ["protests"], "files": ["a.csv"],
    "time": {"from": "2024-11-01", "to": "2025-03-31", "at": "2025-03-15", "mode": "cumulative", "step": "1d"},
    "view": {"lon": 20, "lat": 43, "zoom": 7}, "theme": "light"})");
  ASSERT_TRUE(project.ok()) << project.error().message();
  EXPECT_EQ(project->title, "T");
  EXPECT_EQ(project->overlays, std::vector<std::string>{"protests"});
  ASSERT_EQ(project->files.size(), 1U);
  EXPECT_EQ(std::filesystem::path(project->files[0]).filename(), "a.csv");
  ASSERT_TRUE(project->window && project->cursor);
  EXPECT_LT(*project->cursor, project->window->end);
  EXPECT_EQ(project->mode, Mode::cumulative);
  EXPECT_EQ(project->camera, (Camera{20, 43, 7}));
  EXPECT_TRUE(project->notes.empty());
}

TEST_F(ProjectFile, NamesPartsToHideAndOwnBaseFiles) {
  const auto project =
      read(R"({"vidik": 1, "hide": ["relief", "moon", "place-names"], "base": ["maps/own.tif"]})");
  ASSERT_TRUE(project.ok()) << project.error().message();
  EXPECT_TRUE(project->hidden.has(MapPart::relief) && project->hidden.has(MapPart::place_names));
  EXPECT_FALSE(project->hidden.has(MapPart::rivers));
  ASSERT_EQ(project->bases.size(), 1U);
  EXPECT_EQ(std::filesystem::path(project->bases[0]).filename(), "own.tif");
  ASSERT_EQ(project->notes.size(), 1U);
  EXPECT_NE(project->notes[0].find("\"moon\""), std::string::npos);
  EXPECT_NE(refusal(R"({"vidik": 1, "base": ["../secret.tif"]})").find("outside its own folder"),
            std::string::npos);
}

TEST_F(ProjectFile, ANewerSchemaIsRefusedWithBothNumbers) {
  const std::string words = refusal(R"({"vidik": 7})");
  EXPECT_NE(words.find("7"), std::string::npos);
  EXPECT_NE(words.find("reads 1"), std::string::npos);
}

TEST_F(ProjectFile, AFileOutsideItsFolderIsRefused) {
  for (const char* name : {"../secret.csv", "/etc/passwd", "a/../../b.csv", ""}) {
    const std::string words = refusal(std::string(R"({"vidik": 1, "files": [")") + name + R"("]})");
    EXPECT_NE(words.find("outside its own folder"), std::string::npos) << name << ": " << words;
  }
}

TEST_F(ProjectFile, AProjectOpenedByItsBareNameIsHeldToItsFolderToo) {
  std::ofstream(folder_ / "p.vidik") << R"({"vidik": 1, "files": ["../secret.csv"]})";
  std::ofstream(folder_ / "good.vidik") << R"({"vidik": 1, "files": ["a.csv"]})";
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder_);
  const auto evil = read_project("p.vidik"), good = read_project("good.vidik");
  const std::string own = std::filesystem::canonical(folder_).string();
  std::filesystem::current_path(before);
  ASSERT_FALSE(evil.ok());
  EXPECT_NE(evil.error().message().find("outside its own folder"), std::string::npos);
  ASSERT_TRUE(good.ok()) << good.error().message();
  EXPECT_EQ(good->files, std::vector<std::string>{own + "/a.csv"});
}

TEST_F(ProjectFile, AViewBeyondTheMapIsLeftOutWithANote) {
  for (const char* view : {R"("lon": 20, "lat": 43, "zoom": 1e6)", R"("lon": 20, "lat": 89, "zoom": 5)",
                           R"("lon": 1e300, "lat": 43, "zoom": 5)", R"("lon": 20, "lat": 43, "zoom": -1)"}) {
    const auto project = read(std::string(R"({"vidik": 1, "view": {)") + view + "}}");
    ASSERT_TRUE(project.ok());
    EXPECT_FALSE(project->camera) << view;
    EXPECT_EQ(project->notes.size(), 1U) << view;
  }
}

TEST_F(ProjectFile, AVersionBeyondThirtyTwoBitsIsNoOldOne) {
  for (const char* version : {"4294967297", "18446744073709551615"}) {
    const std::string words = refusal(std::string(R"({"vidik": )") + version + "}");
    EXPECT_NE(words.find("newer"), std::string::npos) << words;
  }
  EXPECT_NE(refusal(R"({"vidik": -4294967295})").find("whole number"), std::string::npos);
}

TEST_F(ProjectFile, SaysWhoseNamesTheMapBears) {
  const auto project = read(R"({"vidik": 1, "lang": "en+both", "pair_order": "sr-first"})");
  ASSERT_TRUE(project.ok());
  ASSERT_TRUE(project->names);
  EXPECT_EQ(*project->names, (NameChoice{Lang::en, Lang::both, PairOrder::serbian_first}));
  EXPECT_TRUE(project->notes.empty());
  const auto wrong = read(R"({"vidik": 1, "lang": "klingon", "pair_order": "none"})");
  ASSERT_TRUE(wrong.ok());
  EXPECT_FALSE(wrong->names);
  ASSERT_EQ(wrong->notes.size(), 2U);
  EXPECT_NE(wrong->notes[0].find("klingon"), std::string::npos);
}

TEST_F(ProjectFile, SaysTheProjectionAndTheDensity) {
  const auto project = read(R"({"vidik": 1, "projection": "equal-area", "density": "heat"})");
  ASSERT_TRUE(project.ok());
  EXPECT_EQ(project->density, Density::heat);
  EXPECT_EQ(project->projection, Projection::equal_area);
  EXPECT_TRUE(project->notes.empty());
  const auto wrong = read(R"({"vidik": 1, "projection": "flat", "density": "much"})");
  ASSERT_TRUE(wrong.ok());
  EXPECT_FALSE(wrong->projection);
  EXPECT_FALSE(wrong->density);
  ASSERT_EQ(wrong->notes.size(), 2U);
}

TEST_F(ProjectFile, HalfAWindowAndAnUnknownThemeAreSaid) {
  const auto project = read(R"({"vidik": 1, "time": {"from": "2024"}, "theme": "sepia"})");
  ASSERT_TRUE(project.ok());
  EXPECT_FALSE(project->window);
  EXPECT_FALSE(project->theme);
  ASSERT_EQ(project->notes.size(), 2U);
  EXPECT_NE(project->notes[0].find("\"to\""), std::string::npos);
  EXPECT_NE(project->notes[1].find("sepia"), std::string::npos);
}

TEST_F(ProjectFile, WhatIsNotAProjectIsRefusedInOneSentence) {
  EXPECT_NE(refusal("not json").find("not valid JSON"), std::string::npos);
  EXPECT_NE(refusal("{}").find("not a Vidik project"), std::string::npos);
  EXPECT_NE(refusal("[1]").find("not a Vidik project"), std::string::npos);
  EXPECT_NE(refusal(std::string(100, '[') + std::string(100, ']')).find("deeper"), std::string::npos);
  EXPECT_NE(refusal(R"({"vidik": 1, "zone": "Mars/Base"})").find("Mars/Base"), std::string::npos);
  EXPECT_NE(refusal(R"({"vidik": 1, "time": {"from": "2025", "to": "2024"}})").find("ends before"),
            std::string::npos);
  EXPECT_FALSE(read_project((folder_ / "none.vidik").string()).ok());
  EXPECT_FALSE(read_project(folder_.string()).ok());
}

TEST_F(ProjectFile, AnUnknownKeyIsSaidNotLostInSilence) {
  const auto project = read(R"({"vidik": 1, "swipe": true})");
  ASSERT_TRUE(project.ok());
  ASSERT_EQ(project->notes.size(), 1U);
  EXPECT_NE(project->notes[0].find("swipe"), std::string::npos);
}

}  // namespace
}  // namespace vidik
