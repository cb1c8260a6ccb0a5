// Points of view: read as data, asked by line and time.
#include "mapset/border_views.h"

#include "base/time_text.h"
#include "base/time_zone.h"
#include "mapset/prepare.h"

#include "sample_map.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

namespace fs = std::filesystem;

Time at(const char* text) { return parse_moment(text, TimeZone::utc())->span.begin; }

// A folder of view files that is gone afterwards.
class BorderViews : public testing::Test {
 protected:
  void SetUp() override {
    folder = testing::TempDir() + "vidik_border_views";
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  void TearDown() override { fs::remove_all(folder); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder + "/" + name) << text;
  }
  std::string folder;
};

constexpr const char* kHead = R"("view": 1, "label": "L", "name": "n", "sentence": "s.")";
std::string view_text(const std::string& id, const std::string& rest) {
  return "{ \"id\": \"" + id + "\", " + kHead + rest + " }";
}

class ShippedViews : public testing::Test {
 protected:
  void SetUp() override {
    Result<std::vector<BorderView>> read = read_border_views(VIDIK_SETS_DIR "/views");
    ASSERT_TRUE(read.ok()) << read.error().message();
    views = std::move(read).value();
    lines = contested_lines(views);
  }
  const BorderView& view(const char* id) {
    return *std::find_if(views.begin(), views.end(), [&](const BorderView& v) { return v.id == id; });
  }
  const ContestedLine& line(const char* a, const char* b) {
    return *std::find_if(lines.begin(), lines.end(),
                         [&](const ContestedLine& l) { return l.a == a && l.b == b; });
  }
  std::vector<BorderView> views;
  std::vector<ContestedLine> lines;
};

TEST_F(ShippedViews, AreThreeWithDeFactoFirst) {
  ASSERT_EQ(views.size(), 3U);
  EXPECT_EQ(views[0].id, "de-facto");
  EXPECT_EQ(views[1].id, "kosovo");
  EXPECT_EQ(views[2].id, "serbia");
  ASSERT_EQ(lines.size(), 2U);
}

TEST_F(ShippedViews, DrawTheKosovoSerbiaLineEachInItsWay) {
  const ContestedLine& ks = line("SRB", "XKX");
  const Time now = at("2025-03-15");
  EXPECT_EQ(style_of(ks, view("de-facto"), now), BorderStyle::dashed);
  EXPECT_EQ(style_of(ks, view("kosovo"), now), BorderStyle::solid);
  EXPECT_EQ(style_of(ks, view("serbia"), now), BorderStyle::absent);
  EXPECT_EQ(style_of(ks, view("kosovo"), at("2008-02-16")), BorderStyle::dashed);
  EXPECT_EQ(style_of(ks, view("kosovo"), at("2008-02-17")), BorderStyle::solid);
}

TEST_F(ShippedViews, SayHowTheyDrawItInWordsThatHold) {
  const Time now = at("2025-03-15");
  EXPECT_NE(sentence_of(view("de-facto"), now).find("dashed"), std::string::npos);
  EXPECT_NE(sentence_of(view("kosovo"), now).find("state border"), std::string::npos);
  EXPECT_NE(sentence_of(view("kosovo"), at("2007-01-01")).find("dashed before 17 February 2008"),
            std::string::npos);
  EXPECT_NE(sentence_of(view("serbia"), now).find("No Kosovo–Serbia line"), std::string::npos);
  for (const BorderView& one : views)
    EXPECT_NE(one.sentence.find("map lines do not imply endorsement"), std::string::npos) << one.id;
}

TEST_F(ShippedViews, TheStateUnionEndsOnItsDay) {
  for (const BorderView& one : views) {
    EXPECT_EQ(style_of(line("MNE", "SRB"), one, at("2006-06-02T23:59:59")), BorderStyle::thin) << one.id;
    EXPECT_EQ(style_of(line("MNE", "SRB"), one, at("2006-06-03")), BorderStyle::solid) << one.id;
  }
}

TEST_F(ShippedViews, OnlyOneNamesKosovoOtherwise) {
  EXPECT_EQ(name_rule(view("de-facto"), "XKX"), nullptr);
  EXPECT_EQ(name_rule(view("kosovo"), "XKX"), nullptr);
  const NameRule* rule = name_rule(view("serbia"), "XKX");
  ASSERT_NE(rule, nullptr);
  EXPECT_TRUE(rule->as_region);
  EXPECT_EQ(rule->by[static_cast<std::size_t>(NameIn::sr_cyrl)], "Косово и Метохија");
}

TEST_F(BorderViews, NeedTheDefault) {
  EXPECT_FALSE(read_border_views(folder).ok());
  write("other.json", view_text("other", ""));
  EXPECT_FALSE(read_border_views(folder).ok());
  write("de-facto.json", view_text("de-facto", ""));
  const auto read = read_border_views(folder);
  ASSERT_TRUE(read.ok()) << read.error().message();
  EXPECT_EQ(read->front().id, "de-facto");
}

TEST_F(BorderViews, WhatIsWrongIsSaidWithItsFile) {
  const std::pair<const char*, const char*> cases[] = {
      {R"(, "lines": [{ "between": ["AAA"], "style": "solid" }])",
       "a line has no \"between\" with two countries"},
      {R"(, "lines": [{ "between": ["AAA", "BBB"], "style": "dotted" }])", "not \"dotted\""},
      {R"(, "lines": [{ "between": ["AAA", "BBB"], "style": "solid", "from": "yesterday" }])", "yesterday"},
      {R"(, "names": [{ "en": "X" }])", "a name has no \"country\""}};
  for (const auto& [rest, words] : cases) {
    write("de-facto.json", view_text("de-facto", rest));
    const auto read = read_border_views(folder);
    ASSERT_FALSE(read.ok()) << rest;
    EXPECT_NE(read.error().message().find(words), std::string::npos) << read.error().message();
    EXPECT_NE(read.error().message().find("de-facto.json"), std::string::npos);
  }
  for (const char* text : {"", "[]", "{", R"({ "view": 2, "id": "de-facto" })"}) {
    write("de-facto.json", text);
    EXPECT_FALSE(read_border_views(folder).ok()) << text;
  }
}

TEST_F(BorderViews, HaveRulesForFourLinesAtMost) {
  std::string rules;
  for (const char* b : {"B", "C", "D", "E", "F"})
    rules +=
        std::string(rules.empty() ? "" : ", ") + R"({ "between": ["A", ")" + b + R"("], "style": "dashed" })";
  write("de-facto.json", view_text("de-facto", ", \"lines\": [" + rules + "]"));
  EXPECT_FALSE(read_border_views(folder).ok());
}

TEST(ContestedLines, HaveAGeometryOfTheirOwn) {
  BorderView view;
  view.lines.push_back({"NOO", "SOO", BorderStyle::thin, std::nullopt, std::nullopt, {}});
  const std::vector<ContestedLine> contested = contested_lines({view});
  const Result<PreparedMap> map = prepare_map(sample_map(), contested);
  ASSERT_TRUE(map.ok());
  const auto points = [&](MapContent content) {
    return (*map)[static_cast<std::size_t>(content)][kMapDetails - 1].vertices.size();
  };
  EXPECT_GT(points(MapContent::border_contested_1), 0U);
  EXPECT_EQ(points(MapContent::border_inner), 0U) << "it is no longer among the others";
  EXPECT_GT(points(MapContent::border_disputed), 0U) << "what no view has a rule for stays as it was";
}

}  // namespace
}  // namespace vidik
