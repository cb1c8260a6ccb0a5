// Which overlays are found, which may run, and the reason of those that may not.
#include "guest/discovery.h"

#include "base/sha256.h"
#include "guest/trust_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class DiscoveryTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "vidik_found_XXXXXX";
    root_ = mkdtemp(name.data());
    options_.user_folder = root_ + "/user";
    options_.shipped_folder = root_ + "/shipped";
    options_.shipped_hashes = {"none"};
    options_.trust_file = root_ + "/plugins.json";
  }
  void TearDown() override { fs::remove_all(root_); }

  static std::string manifest(const std::string& id, const std::string& version = "1.0") {
    return R"({"id":")" + id + R"(","name":"N","version":")" + version +
           R"(","epoch":1,"level":0,"tables":{"events":{"file":"e.csv"}}})";
  }
  void add(const std::string& folder, const std::string& json) const {
    fs::create_directories(root_ + "/" + folder);
    std::ofstream(root_ + "/" + folder + "/plugin.json") << json;
    std::ofstream(root_ + "/" + folder + "/e.csv") << "id,start\n";
  }
  void trust(Trusted one) const {
    TrustStore store;
    store.say(std::move(one));
    ASSERT_TRUE(write_trust(options_.trust_file, store).ok());
  }
  std::string root_;
  RosterOptions options_;
};

TEST_F(DiscoveryTest, NothingRunsBecauseItLiesInTheUsersFolder) {
  add("user/a.vidik", manifest("org.example.a"));
  const auto found = find_overlays(options_);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_FALSE(found[0].allowed);
  EXPECT_EQ(found[0].entry.state, GuestState::off);
  EXPECT_EQ(found[0].entry.reason, "not allowed yet: `vidik plugin allow org.example.a`");
}

TEST_F(DiscoveryTest, WhatTheUserAllowedMayRun) {
  add("user/a.vidik", manifest("org.example.a"));
  trust({"org.example.a", true, sha256_hex(manifest("org.example.a")), "2026-01-02"});
  EXPECT_TRUE(find_overlays(options_).at(0).allowed);
  options_.allow_once = {"org.example.a"};
  EXPECT_TRUE(find_overlays(options_).at(0).allowed);
}

TEST_F(DiscoveryTest, WhatChangedSinceItWasAllowedIsOffAgain) {
  add("user/a.vidik", manifest("org.example.a", "1.1"));
  trust({"org.example.a", true, sha256_hex(manifest("org.example.a")), "2026-01-02"});
  const auto found = find_overlays(options_);
  EXPECT_FALSE(found.at(0).allowed);
  EXPECT_EQ(found.at(0).entry.state, GuestState::off);
  EXPECT_EQ(
      found.at(0).entry.reason,
      "changed since you allowed it on 2026-01-02: `vidik plugin allow org.example.a` allows what it is now");
}

TEST_F(DiscoveryTest, AllowedForOneRunItStartsWhateverWasSaidOfIt) {
  add("user/a.vidik", manifest("org.example.a"));
  trust({"org.example.a", false, "", "2026-01-02"});
  EXPECT_FALSE(find_overlays(options_).at(0).allowed);
  options_.allow_once = {"org.example.a"};
  EXPECT_TRUE(find_overlays(options_).at(0).allowed);
  const auto roster = Roster::open(options_);
  EXPECT_TRUE(roster->entries().at(0).wanted) << "named, it is started";
}

TEST_F(DiscoveryTest, AShippedOverlayThatWasDeniedStaysOffAndIsNotMissed) {
  add("shipped/a.vidik", manifest("org.example.a"));
  options_.shipped_hashes = {sha256_hex(manifest("org.example.a"))};
  trust({"org.example.a", false, "", "2026-01-02"});
  options_.wanted = {"a"};
  const auto roster = Roster::open(options_);
  EXPECT_EQ(roster->entries().at(0).state, GuestState::off);
  EXPECT_THAT(roster->entries().at(0).reason, HasSubstr("you denied it on 2026-01-02"));
  EXPECT_FALSE(roster->entries().at(0).wanted);
}

TEST_F(DiscoveryTest, ADamagedListAllowsNothingAndStaysAsItIs) {
  add("user/a.vidik", manifest("org.example.a"));
  std::ofstream(options_.trust_file) << "{ half";
  const auto found = find_overlays(options_);
  EXPECT_FALSE(found.at(0).allowed);
  EXPECT_THAT(found.at(0).entry.reason, HasSubstr("is damaged"));
  std::ifstream file(options_.trust_file);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "{ half");
}

TEST_F(DiscoveryTest, AFolderNamedOnTheCommandLineIsAllowedForThisRun) {
  add("mine/a.vidik", manifest("org.example.a"));
  options_.folders = {root_ + "/mine"};
  EXPECT_TRUE(find_overlays(options_).at(0).allowed);
  options_.folders = {root_ + "/mine/a.vidik"};
  EXPECT_TRUE(find_overlays(options_).at(0).allowed) << "the overlay's own folder";
}

TEST_F(DiscoveryTest, AShippedOverlayIsKnownByItsHashAlone) {
  add("shipped/a.vidik", manifest("org.example.a"));
  add("shipped/b.vidik", manifest("org.example.b"));
  options_.shipped_hashes = {sha256_hex(manifest("org.example.a"))};
  chmod((root_ + "/shipped").c_str(), 0777);  // exempt from the folder rule
  const auto found = find_overlays(options_);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].entry.id, "b") << "nothing in it is believed, not even its id";
  EXPECT_EQ(found[0].entry.state, GuestState::refused);
  EXPECT_THAT(found[0].entry.reason, HasSubstr("not one of the overlays"));
  EXPECT_TRUE(found[1].allowed);
}

TEST_F(DiscoveryTest, AFolderThatOthersMayWriteIsRefused) {
  add("user/a.vidik", manifest("org.example.a"));
  chmod((root_ + "/user/a.vidik").c_str(), 0777);
  const auto found = find_overlays(options_);
  EXPECT_EQ(found.at(0).entry.state, GuestState::refused);
  EXPECT_THAT(found.at(0).entry.reason, HasSubstr("its folder is not safe: others may write there"));
}

TEST_F(DiscoveryTest, ABinaryThatIsNotTheOneNamedIsRefused) {
  add("user/a.vidik", R"({"id":"org.example.a","name":"N","version":"1","epoch":1,"level":0,"entry":{")" +
                          std::string(platform_name()) + R"(":"a.so"},"sha256":{"a.so":")" +
                          std::string(64, '0') + R"("}})");
  std::ofstream(root_ + "/user/a.vidik/a.so") << "other bytes";
  const auto found = find_overlays(options_);
  EXPECT_EQ(found.at(0).entry.state, GuestState::refused);
  EXPECT_THAT(found.at(0).entry.reason, HasSubstr("SHA-256 differs"));
}

TEST_F(DiscoveryTest, OfTwinsTheFolderGivenWinsThenTheNewerVersion) {
  add("mine/z.vidik", manifest("org.example.a", "1.9"));
  add("mine/y.vidik", manifest("org.example.a", "1.10"));
  add("user/x.vidik", manifest("org.example.a", "3.0"));
  options_.folders = {root_ + "/mine"};
  const auto found = find_overlays(options_);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].entry.version, "1.10");
  EXPECT_TRUE(found[0].allowed);
  for (const std::size_t i : {1u, 2u}) {
    EXPECT_EQ(found[i].entry.state, GuestState::shadowed);
    EXPECT_THAT(found[i].entry.reason, HasSubstr("shadowed by " + root_ + "/mine/y.vidik"));
    EXPECT_FALSE(found[i].allowed);
  }
}

TEST_F(DiscoveryTest, TheSameOverlayTwiceByCopyOrLinkRunsOnce) {
  add("mine/a.vidik", manifest("org.example.a"));
  add("mine/b.vidik", manifest("org.example.a"));
  fs::create_directory_symlink(root_ + "/mine/a.vidik", root_ + "/mine/c.vidik");
  options_.folders = {root_ + "/mine"};
  const auto found = find_overlays(options_);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_TRUE(found[0].allowed);
  EXPECT_EQ(found[1].entry.state, GuestState::shadowed);
  EXPECT_EQ(found[2].entry.state, GuestState::shadowed);
}

TEST_F(DiscoveryTest, ACopyThatIsNotAllowedDoesNotHideTheShippedOne) {
  add("user/a.vidik", manifest("org.example.a"));
  add("shipped/a.vidik", manifest("org.example.a"));
  options_.shipped_hashes = {sha256_hex(manifest("org.example.a"))};
  const auto found = find_overlays(options_);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].entry.state, GuestState::off);
  EXPECT_FALSE(found[0].allowed);
  EXPECT_EQ(found[1].entry.state, GuestState::off);
  EXPECT_TRUE(found[1].allowed) << found[1].entry.reason;
  options_.wanted = {"a"};
  const auto roster = Roster::open(options_);
  EXPECT_FALSE(roster->entries().at(0).wanted) << "the shipped one is there in its place";
  EXPECT_TRUE(roster->entries().at(1).wanted);
}

TEST_F(DiscoveryTest, AWantedOverlayThatIsNotAllowedIsMissed) {
  add("user/a.vidik", manifest("org.example.a"));
  options_.wanted = {"org.example.a"};
  const auto roster = Roster::open(options_);
  EXPECT_TRUE(roster->entries().at(0).wanted);
  EXPECT_NE(roster->entries().at(0).reason, "");
}

TEST_F(DiscoveryTest, AManifestThatCannotBeReadIsListedUnderItsFolderName) {
  add("user/broken.vidik", "{");
  const auto found = find_overlays(options_);
  EXPECT_EQ(found.at(0).entry.id, "broken");
  EXPECT_EQ(found.at(0).entry.state, GuestState::refused);
}

TEST(Version, PartsCompareByValue) {
  EXPECT_TRUE(is_newer_version("1.10", "1.9"));
  EXPECT_FALSE(is_newer_version("1.9", "1.10"));
  EXPECT_TRUE(is_newer_version("2", "1.99"));
  EXPECT_FALSE(is_newer_version("1.0", "1"));
  EXPECT_TRUE(is_newer_version("1.0.1", "1.0"));
}

}  // namespace
}  // namespace vidik
