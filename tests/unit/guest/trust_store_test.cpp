// What the user said about overlays survives the file, and a file that is not right says nothing.
#include "guest/trust_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

using testing::HasSubstr;

const std::string kHash(64, 'a');

TEST(TrustStore, ComesBackFromItsFileAsItWas) {
  TrustStore store;
  store.say({"org.example.b", true, kHash, "2026-01-02"});
  store.say({"org.example.a", false, "", "2026-01-03"});
  const auto again = parse_trust(trust_json(store));
  ASSERT_TRUE(again.ok()) << again.error().message();
  EXPECT_EQ(again->said, store.said);
  EXPECT_EQ(store.said.front().id, "org.example.a");
}

TEST(TrustStore, TheLastWordOnAnOverlayHolds) {
  TrustStore store;
  store.say({"org.example.a", true, kHash, "2026-01-02"});
  store.say({"org.example.a", false, "", "2026-01-03"});
  ASSERT_EQ(store.said.size(), 1u);
  EXPECT_FALSE(store.find("org.example.a")->allowed);
}

TEST(TrustStore, AFileThatIsNotThereSaysNothing) {
  const auto store = read_trust("/nonexistent/plugins.json");
  ASSERT_TRUE(store.ok());
  EXPECT_TRUE(store->said.empty());
}

class Damaged : public testing::TestWithParam<std::string> {};

TEST_P(Damaged, IsRefusedInOneSentence) {
  const auto store = parse_trust(GetParam());
  ASSERT_FALSE(store.ok());
  EXPECT_THAT(store.error().text, HasSubstr("is damaged"));
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Damaged,
    testing::Values(
        "", "{", "[]", "{}", R"({"vidik_plugins":2,"allowed":[],"denied":[]})",
        R"({"vidik_plugins":1,"allowed":{},"denied":[]})", R"({"vidik_plugins":1,"allowed":[]})",
        R"({"vidik_plugins":1,"allowed":[{"id":"a","date":"2026-01-02"}],"denied":[]})",
        R"({"vidik_plugins":1,"allowed":[{"id":"a","date":"2026-01-02","sha256":"x"}],"denied":[]})",
        R"({"vidik_plugins":1,"allowed":[],"denied":[{"id":"a","date":"2026-01-02"},)"
        R"({"id":"a","date":"2026-01-02"}]})",
        R"({"vidik_plugins":1,"allowed":[],"denied":[7]})", std::string(100'000, '['), "{\"\xff\":1}"));

TEST(TrustStore, ADamagedFileIsSetAsideUnderANameThatIsFree) {
  std::string folder = testing::TempDir() + "vidik_trust_XXXXXX";
  ASSERT_NE(mkdtemp(folder.data()), nullptr);
  const std::string path = folder + "/plugins.json";
  for (const char* wanted : {"/plugins.json.damaged", "/plugins.json.damaged-2"}) {
    std::ofstream(path) << "{";
    ASSERT_FALSE(read_trust(path).ok());
    const auto aside = set_trust_aside(path);
    ASSERT_TRUE(aside.ok());
    EXPECT_EQ(*aside, folder + wanted);
    EXPECT_FALSE(std::filesystem::exists(path));
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace vidik
