#include "app/redaction_choice.h"

#include "app/redaction_areas.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

const TimeZone& zone() {
  static const TimeZone belgrade = TimeZone::display_default();
  return belgrade;
}
Redaction read(const char* words) {
  const auto redaction = parse_redaction(words, zone());
  EXPECT_TRUE(redaction.ok()) << words << ": " << redaction.error().message();
  return redaction.ok() ? *redaction : Redaction();
}
std::string refusal(const char* words) {
  const auto redaction = parse_redaction(words, zone());
  return redaction.ok() ? "accepted" : redaction.error().message();
}

TEST(RedactionChoice, ReadsEachWord) {
  EXPECT_EQ(read("grid=5km"), (Redaction{5, false, 0, {}, {}}));
  EXPECT_EQ(read("grid=500m"), (Redaction{0.5, false, 0, {}, {}}));
  EXPECT_EQ(read("municipality, hide=3d").hide_hours, 72);
  EXPECT_TRUE(read("municipality").municipalities);
  EXPECT_EQ(read("drop=actors,summary,Reporter name,hide=48h").drop,
            (std::vector<std::string>{"actors", "summary", "Reporter name"}));
  EXPECT_EQ(read("drop=actors,municipality").municipalities, true);
  EXPECT_EQ(read("hide=48h,as-of=2025-03-15").as_of, Time{1'742'079'600'000'000});  // the end of that day
  EXPECT_FALSE(read("none").on());
}

TEST(RedactionChoice, SaysWhereAWordIsWrong) {
  EXPECT_EQ(refusal("grid=5km,hidden=48h"),
            "\"hidden=48h\" (character 10) is none of grid=5km, municipality, hide=48h, as-of=TIME, "
            "drop=FIELD,FIELD or none");
  for (const char* words : {"",
                            "grid",
                            "grid=",
                            "grid=5",
                            "grid=-5km",
                            "grid=0km",
                            "grid=nankm",
                            "grid=1e9km",
                            "hide=48",
                            "hide=0h",
                            "hide=1.5h",
                            "hide=999999999999d",
                            "as-of=2025-03-15",
                            "as-of=soon,hide=1h",
                            "drop=",
                            "drop=,",
                            "actors",
                            "grid=5km,,hide=2h",
                            "grid=5km,municipality",
                            "none,grid=5km"})
    EXPECT_NE(refusal(words), "accepted") << words;
}

TEST(RedactionChoice, ThePictureSaysItInOneSentence) {
  EXPECT_EQ(redaction_sentence(read("grid=5km,hide=48h,drop=actors"), zone()),
            "Redacted: places to a grid of 5 km; events of the last 48 h left out; actors withheld.");
  EXPECT_EQ(redaction_sentence(read("grid=500m"), zone()), "Redacted: places to a grid of 500 m.");
  EXPECT_EQ(redaction_sentence(read("municipality,drop=title,summary"), zone()),
            "Redacted: places to their municipality, elsewhere to a grid of 25 km; title, summary withheld.");
  EXPECT_EQ(redaction_sentence(read("hide=2h,as-of=2025-03-15T12:00"), zone()),
            "Redacted: events of the last 2 h before 15 Mar 2025, 12:00 left out.");
  EXPECT_EQ(redaction_sentence({}, zone()), "");
}

TEST(RedactionChoice, WhatIsSaidAgainIsTheSame) {
  for (const char* words :
       {"grid=5km", "grid=0.5km", "municipality,hide=72h", "hide=2h,as-of=2025-03-15T12:00:05+01:00",
        "grid=12.5km,hide=1h,drop=actors,a column"}) {
    const Redaction redaction = read(words);
    EXPECT_EQ(read(redaction_option(redaction, zone()).c_str()), redaction) << words;
  }
  EXPECT_EQ(redaction_option({}, zone()), "none");
}

TEST(RedactionAreas, TheMiddleOfAnAreaLiesInIt) {
  // A U whose box has its middle outside.
  const std::vector<Fixed2> points{{0, 0},  {10, 0},  {10, 80},   {90, 80},
                                   {90, 0}, {120, 0}, {120, 100}, {0, 100}};
  const std::vector<std::uint32_t> ends{8};
  MapShape shape{{0, 0, 120, 100}, points, ends};
  const Fixed2 middle = middle_of(shape);
  EXPECT_TRUE(contains(shape, middle)) << middle.x << " " << middle.y;
  EXPECT_EQ(middle.x, 105);
}

}  // namespace
}  // namespace vidik
