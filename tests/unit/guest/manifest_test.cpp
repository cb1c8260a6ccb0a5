// plugin.json: what a good one says, and one sentence for each way of being bad.
#include "guest/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vidik {
namespace {

using testing::HasSubstr;

const std::string kHash(64, 'a');

std::string manifest(const std::string& more = {}) {
  return R"({"id":"org.example.mine","name":"Mine","version":"1.2","epoch":1,"level":0,)" + more +
         R"("entry":{")" + std::string(platform_name()) + R"(":"mine.so"},"sha256":{"mine.so":")" + kHash +
         R"("}})";
}

TEST(Manifest, OfAnOverlayWithCodeIsReadWhole) {
  const Result<Manifest> read = parse_manifest(manifest(
      R"("services":["vidik.events/1"],"credits":["© Somebody"],"tables":{"events":{"file":"data/x.csv","roles":{"begin":"start"}}},)"));
  ASSERT_TRUE(read.ok()) << read.error().message();
  EXPECT_EQ(read->id, "org.example.mine");
  EXPECT_EQ(read->layer, "mine") << "the last part of the id";
  EXPECT_EQ(read->binary, "mine.so");
  EXPECT_EQ(read->binary_sha256, kHash);
  EXPECT_EQ(read->services, std::vector<std::string>{"vidik.events/1"});
  EXPECT_EQ(read->credits, std::vector<std::string>{"© Somebody"});
  EXPECT_EQ(read->tables.at("events").file, "data/x.csv");
  EXPECT_EQ(read->tables.at("events").roles.at("begin"), "start");
}

TEST(Manifest, OfAnotherLanguageNamesACommandWithOneHashedFile) {
  const std::string head = R"({"id":"org.example.mine","name":"Mine","version":"1","epoch":1,"level":0,)";
  const Result<Manifest> read = parse_manifest(
      head + R"("entry":{"command":["python3","-I","guest.py"]},"sha256":{"guest.py":")" + kHash + R"("}})");
  ASSERT_TRUE(read.ok()) << read.error().message();
  EXPECT_EQ(read->command, (std::vector<std::string>{"python3", "-I", "guest.py"}));
  EXPECT_EQ(read->binary, "guest.py");
  EXPECT_EQ(read->binary_sha256, kHash);
  EXPECT_TRUE(read->has_code());
}

TEST(Manifest, WithoutCodeNeedsATableOfEvents) {
  const std::string head = R"({"id":"org.example.mine","name":"Mine","version":"1","epoch":1,"level":0)";
  EXPECT_TRUE(parse_manifest(head + R"(,"tables":{"events":{"file":"x.csv"}}})").ok());
  const Result<Manifest> none = parse_manifest(head + "}");
  ASSERT_FALSE(none.ok());
  EXPECT_THAT(none.error().text, HasSubstr("neither \"entry\" nor a table \"events\""));
}

TEST(Manifest, CategoriesNameAShapeAndARole) {
  const Result<Manifest> read = parse_manifest(
      manifest(R"("categories":[{"id":"fire","name":"Fires","shape":"star","colour_role":"disaster"}],)"));
  ASSERT_TRUE(read.ok()) << read.error().message();
  EXPECT_EQ(read->categories.at(0).shape, CategoryShape::star);
  EXPECT_EQ(read->categories.at(0).role, 7);
}

struct Bad {
  const char* name;
  std::string json;
  const char* says;
};
void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.name; }
class BadManifest : public testing::TestWithParam<Bad> {};

TEST_P(BadManifest, IsRefusedWithAReason) {
  const Result<Manifest> read = parse_manifest(GetParam().json);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, Code::refused);
  EXPECT_THAT(read.error().text, HasSubstr(GetParam().says));
}

std::string with(const std::string& from, const std::string& to) {
  std::string text = manifest();
  const std::size_t at = text.find(from);
  return text.replace(at, from.size(), to);
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadManifest,
    testing::Values(
        Bad{"empty", "", "not a JSON object"}, Bad{"list", "[]", "not a JSON object"},
        Bad{"half", manifest().substr(0, 40), "not a JSON object"},
        Bad{"deep", std::string(17, '[') + std::string(17, ']'), "nested deeper than 16"},
        Bad{"very deep", std::string(60'000, '['), "nested deeper than 16"},
        Bad{"long", std::string(65'537, ' '), "longer than 64 KiB"},
        Bad{"not UTF-8", "{\"id\":\"\xff\"}", "not UTF-8"}, Bad{"no id", "{}", "\"id\" is missing"},
        Bad{"id of capitals", with("org.example.mine", "Org.Example"), "\"id\" is not [a-z0-9.-]{3,100}"},
        Bad{"short id", with("org.example.mine", "ab"), "\"id\" is not [a-z0-9.-]{3,100}"},
        Bad{"id is a number", with("\"org.example.mine\"", "3"), "\"id\" is not a text"},
        Bad{"epoch of the future", with("\"epoch\":1", "\"epoch\":2"),
            "built for plugin interface 2; this Vidik has 1"},
        Bad{"epoch is negative", with("\"epoch\":1", "\"epoch\":-1"),
            "\"epoch\" is not a small whole number"},
        Bad{"no name", with("\"name\":\"Mine\",", ""), "\"name\" is missing"},
        Bad{"name with a line break", with("\"Mine\"", "\"M\\nine\""), "not plain text"},
        Bad{"binary outside", with("\"mine.so\"}", "\"../mine.so\"}"), "outside the plugin's folder"},
        Bad{"absolute binary", with("\"mine.so\"}", "\"/lib/mine.so\"}"), "outside the plugin's folder"},
        Bad{"no hash", with("{\"mine.so\":\"" + kHash + "\"}", "{}"), "no hash for mine.so"},
        Bad{"short hash", with(kHash, "abc"), "not 64 hexadecimal digits"},
        Bad{"command and binary", with("\"entry\":{", "\"entry\":{\"command\":[\"mine.so\"],"),
            "both a command and a binary"},
        Bad{"command is a text",
            with("\"" + std::string(platform_name()) + "\":\"mine.so\"", "\"command\":\"mine.so\""),
            "\"command\" is not a list"},
        Bad{"other platform", with(std::string(platform_name()), "plan9-vax"), "no binary for"},
        Bad{"asks to write", manifest("\"asks\":[\"write\"],"), "does not grant"},
        Bad{"table outside", manifest("\"tables\":{\"t\":{\"file\":\"a/../../b\"}},"),
            "outside the plugin's folder"},
        Bad{"table by address", manifest("\"tables\":{\"t\":{\"file\":\"http://b\"}},"),
            "outside the plugin's folder"},
        Bad{"unknown shape",
            manifest("\"categories\":[{\"id\":\"a\",\"name\":\"A\",\"shape\":\"heart\",\"colour_role\":"
                     "\"neutral\"}],"),
            "\"shape\" is none of"},
        Bad{"unknown role",
            manifest(
                "\"categories\":[{\"id\":\"a\",\"name\":\"A\",\"shape\":\"star\",\"colour_role\":\"red\"}],"),
            "\"colour_role\" is neither"}));

TEST(Manifest, BracketsInsideTextsAreNoDepth) {
  EXPECT_TRUE(parse_manifest(manifest("\"description\":\"[[[[[[[[[[[[[[[[[[[[{{{{{{ \\\" [[\",")).ok());
}

}  // namespace
}  // namespace vidik
