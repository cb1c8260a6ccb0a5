// Each check finds the plugin that was made for it, and nothing else in it; a good plugin passes all of them.
#include "check/check.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace vidik {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCheckDir = CHECK_DIR;
constexpr const char* kShippedDir = SHIPPED_DIR;

CheckWishes wishes(int level = 4, int seconds = 2) {
  CheckWishes out;
  out.level = level;
  out.seconds = seconds;
  out.probe = PROBE_PROGRAM;
  return out;
}

// The names of those that did not pass, with what they say.
struct Findings {
  std::vector<std::string> failed, warned;
  std::string words;
};

Findings check(const std::string& folder, const CheckWishes& wanted) {
  Findings out;
  const Result<std::vector<Checked>> all = check_overlay(folder, wanted, {});
  if (!all.ok()) {
    out.failed.push_back(all.error().message());
    return out;
  }
  for (const Checked& one : *all) {
    const std::string id(one.what->id);
    if (is_failure(one.finding.outcome)) out.failed.push_back(id);
    if (one.finding.outcome == Outcome::warn) out.warned.push_back(id);
    if (one.finding.outcome != Outcome::pass && one.finding.outcome != Outcome::skipped)
      out.words += id + ": " + std::string(word_of(one.finding.outcome)) + ", " + one.finding.why + "\n";
  }
  return out;
}

std::string folder_of(std::string_view name) {
  return std::string(kCheckDir) + "/bad-" + std::string(name) + ".vidik";
}

// A copy of the good overlay to do something to.
class Copy {
 public:
  Copy() {
    std::string path = fs::temp_directory_path() / "vidik-check-XXXXXX";
    root_ = mkdtemp(path.data());
    fs::copy(folder_of("none"), folder(), fs::copy_options::recursive);
  }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  ~Copy() { fs::remove_all(root_); }
  std::string folder() const { return root_ + "/copy.vidik"; }
  void replace_in_manifest(const std::string& what, const std::string& with) const {
    std::stringstream text;
    text << std::ifstream(folder() + "/plugin.json").rdbuf();
    std::string all = text.str();
    const std::size_t at = all.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    all.replace(at, what.size(), with);
    std::ofstream(folder() + "/plugin.json") << all;
  }

 private:
  std::string root_;
};

class BadPlugin : public testing::TestWithParam<std::string> {};

TEST_P(BadPlugin, IsFailedByItsCheckAlone) {
  const std::string name = GetParam();
  // The slow one is slow in every check.
  const Findings found = check(folder_of(name), wishes(name == "entry-fast" ? 1 : name == "fuzz" ? 5 : 4));
  EXPECT_EQ(found.failed, std::vector<std::string>{name}) << found.words;
}

std::vector<std::string> checks_with_a_plugin() {
  std::vector<std::string> out;
  for (const CheckCase& one : check_cases())
    if (one.id != "no-bad-imports" && fs::exists(folder_of(one.id))) out.emplace_back(one.id);
  return out;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string out = info.param;
  for (char& c : out)
    if (c == '-') c = '_';
  return out;
}

INSTANTIATE_TEST_SUITE_P(Each, BadPlugin, testing::ValuesIn(checks_with_a_plugin()), test_name);

TEST(PluginCheck, AGoodPluginPassesAllFiveLevels) {
  const Findings found = check(folder_of("none"), wishes(5));
  EXPECT_TRUE(found.failed.empty() && found.warned.empty()) << found.words;
}

TEST(PluginCheck, EveryCheckHasItsBadPlugin) {
  const std::vector<std::string> with = checks_with_a_plugin();
  // These are made from the good one by the tests below.
  for (const CheckCase& one : check_cases()) {
    const std::string id(one.id);
    const bool made_here = id == "folder-safe" || id == "manifest-valid" || id == "hash-matches" ||
                           id == "tables-there" || id == "no-bad-imports";
    EXPECT_TRUE(made_here || std::find(with.begin(), with.end(), id) != with.end()) << id;
  }
}

TEST(PluginCheck, EveryCheckIsExplained) {
  std::stringstream page;
  page << std::ifstream(CHECKS_PAGE).rdbuf();
  for (const CheckCase& one : check_cases())
    EXPECT_NE(page.str().find("`" + std::string(one.id) + "`"), std::string::npos) << one.id;
}

TEST(PluginCheck, ACallThatAPluginMayNotMakeIsAWarning) {
  const Findings found = check(folder_of("no-bad-imports"), wishes());
  EXPECT_TRUE(found.failed.empty()) << found.words;
  EXPECT_EQ(found.words, "no-bad-imports: warn, it calls setlocale\n");
}

TEST(PluginCheck, AFolderThatOthersMayChangeIsNotSafe) {
  const Copy copy;
  fs::permissions(copy.folder(), fs::perms::others_write, fs::perm_options::add);
  const Findings found = check(copy.folder(), wishes());
  EXPECT_EQ(found.failed, std::vector<std::string>{"folder-safe"}) << found.words;
}

TEST(PluginCheck, AManifestThatSaysNothingIsNotValid) {
  const Copy copy;
  std::ofstream(copy.folder() + "/plugin.json") << "{ \"id\": ";
  const Findings found = check(copy.folder(), wishes());
  EXPECT_EQ(found.failed, std::vector<std::string>{"manifest-valid"}) << found.words;
}

TEST(PluginCheck, ABinaryOfAnotherBuildDoesNotMatch) {
  const Copy copy;
  std::ofstream(copy.folder() + "/bad-none.so", std::ios::app) << "more";
  const Findings found = check(copy.folder(), wishes());
  EXPECT_EQ(found.failed, std::vector<std::string>{"hash-matches"}) << found.words;
}

TEST(PluginCheck, ATableThatIsNotThereIsNamed) {
  const Copy copy;
  copy.replace_in_manifest("\"asks\"", "\"tables\": { \"rows\": { \"file\": \"rows.csv\" } }, \"asks\"");
  const Findings found = check(copy.folder(), wishes());
  EXPECT_EQ(found.failed, std::vector<std::string>{"tables-there"}) << found.words;
  EXPECT_NE(found.words.find("table \"rows\""), std::string::npos) << found.words;
}

TEST(PluginCheck, OnlyRunsWhatItWasAskedFor) {
  CheckWishes wanted = wishes();
  wanted.only = "state-h";
  const Result<std::vector<Checked>> all = check_overlay(folder_of("state-huge"), wanted, {});
  ASSERT_TRUE(all.ok());
  ASSERT_EQ(all->size(), 1U);
  EXPECT_EQ(all->front().finding.outcome, Outcome::crashed);
  EXPECT_EQ(all->front().finding.why, "it was ended by signal 6 in load of a state");
  wanted.only = "no such check";
  EXPECT_FALSE(check_overlay(folder_of("none"), wanted, {}).ok());
}

TEST(PluginCheck, WhatIsNoOverlayIsAnError) {
  EXPECT_FALSE(check_overlay("/no/such/folder.vidik", wishes(), {}).ok());
  EXPECT_FALSE(check_overlay(std::string(kCheckDir) + "/bad-none.vidik/plugin.json", wishes(), {}).ok());
}

TEST(PluginCheck, TheShippedOverlaysPass) {
  int n = 0;
  for (const auto& at : fs::directory_iterator(kShippedDir)) {
    if (at.path().extension() != ".vidik") continue;
    ++n;
    const Findings found = check(at.path().string(), wishes(5, 1));
    EXPECT_TRUE(found.failed.empty() && found.warned.empty()) << at.path().filename() << "\n" << found.words;
  }
  EXPECT_GE(n, 7);
}

}  // namespace
}  // namespace vidik
