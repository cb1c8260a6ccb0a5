#include "ingest/date_column.h"

#include "base/when.h"
#include "ingest/date_words.h"
#include "ingest/instant_text.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

std::string iso(std::string_view text, DateHabits habits = {}) {
  const Result<std::string> out = iso_date(text, habits);
  return out.ok() ? out.value() : "refused: " + out.error().text;
}

TEST(DateColumn, IsoAndEdtfStayAsTheyAre) {
  for (const char* text :
       {"2023-09-24", "2023-09", "2023", "2023-09~", "2023?", "2023-09-XX", "2023-09-01/2023-10",
        "../2023-10", "2023-09/..", "2023/2024", "2024-11-29T19:10:00+01:00", "2016-12-31T23:59:60Z"}) {
    EXPECT_EQ(iso(text), text);
  }
}

TEST(DateColumn, BlanksAndShortOffsetsBecomeIso) {
  EXPECT_EQ(iso("2024-11-29 19:10"), "2024-11-29T19:10");
  EXPECT_EQ(iso("2024-11-29 19:10:05+01"), "2024-11-29T19:10:05+01:00");
  EXPECT_EQ(iso("2024-11-29 19:10:05 UTC"), "2024-11-29T19:10:05Z");
  EXPECT_EQ(iso("2024-1-9"), "2024-01-09");
}

TEST(DateColumn, UnknownMonthsAndDaysAreLeftOut) {
  EXPECT_EQ(iso("1999-00-00"), "1999");
  EXPECT_EQ(iso("1999-03-00"), "1999-03");
  EXPECT_EQ(iso("+1999-03-24T00:00:00Z"), "1999-03-24T00:00:00Z");
}

TEST(DateColumn, DatesInTheWordsOfTheRegionAreRead) {
  for (const char* text :
       {"24. 3. 1999.", "24.03.1999.", "24. mart 1999", "24 marta 1999", "24 mars 1999", "24. ožujka 1999.",
        "24 март 1999", "March 24, 1999", "24-Mar-1999", "24 Mar 1999", "Wed, 24 Mar 1999"}) {
    EXPECT_EQ(iso(text), "1999-03-24") << text;
  }
  EXPECT_EQ(iso("1. novembar 2024"), "2024-11-01");
  EXPECT_EQ(iso("1 nëntor 2024"), "2024-11-01");
  EXPECT_EQ(iso("Tue, 24 Mar 1999 10:00:00 GMT"), "1999-03-24T10:00:00Z");
  EXPECT_EQ(iso("March 1999"), "1999-03");
}

TEST(DateColumn, TheOrderOfDayAndMonthIsNeverGuessed) {
  EXPECT_NE(iso("4/5/1999").find("cannot be told apart"), std::string::npos);
  EXPECT_EQ(iso("4/5/1999", {DayOrder::day_first, {}, {}}), "1999-05-04");
  EXPECT_EQ(iso("4/5/1999", {DayOrder::month_first, {}, {}}), "1999-04-05");
  EXPECT_EQ(iso("5/5/1999"), "1999-05-05");
  EXPECT_EQ(iso("1/31/2023 5:30 PM"), "2023-01-31T17:30");
  EXPECT_NE(iso("1/31/2023", {DayOrder::day_first, {}, {}}).find("order of its column"), std::string::npos);
}

TEST(DateColumn, WhatIsNoDateIsRefusedWithItsText) {
  for (const char* text :
       {"44 BC", "12/13/14", "31/31/1999", "soon", "1.2", "13", "99-99-9999", "24 foo 1999"}) {
    EXPECT_NE(iso(text).find(text), std::string::npos) << iso(text);
  }
}

TEST(DateColumn, TheCensusDecidesByAnyPartAboveTwelve) {
  DateCensus open, day_first, month_first, both;
  open.see("4/5/1999");
  EXPECT_TRUE(open.order_is_open());
  EXPECT_EQ(open.example(), "4/5/1999");
  for (const char* text : {"4/5/1999", "13/5/1999"}) day_first.see(text);
  EXPECT_EQ(day_first.habits().order, DayOrder::day_first);
  for (const char* text : {"4/5/1999", "5/13/1999"}) month_first.see(text);
  EXPECT_EQ(month_first.habits().order, DayOrder::month_first);
  for (const char* text : {"4/5/1999", "5/13/1999", "13/5/1999"}) both.see(text);
  EXPECT_TRUE(both.order_is_open());
}

TEST(DateColumn, NumbersAreReadByTheColumnsWidth) {
  const auto read = [](std::initializer_list<const char*> texts) {
    DateCensus census;
    for (const char* text : texts) census.see(text);
    return iso(*texts.begin(), census.habits());
  };
  EXPECT_EQ(read({"20241129", "20241130"}), "2024-11-29");
  EXPECT_EQ(read({"20241129191000"}), "2024-11-29T19:10:00Z");
  EXPECT_EQ(read({"1732907400"}), "2024-11-29T19:10:00Z");
  EXPECT_EQ(read({"1732907400000"}), "2024-11-29T19:10:00Z");
  EXPECT_EQ(read({"45625"}), "2024-11-29");
  EXPECT_NE(read({"123", "1732907400"}).find("is a number"), std::string::npos);
}

TEST(DateColumn, AColumnOfMidnightsHoldsDates) {
  DateCensus all, some;
  all.see("1992-05-25 00:00:00.000");
  EXPECT_EQ(iso("1992-05-25 00:00:00.000", all.habits()), "1992-05-25");
  for (const char* text : {"1992-05-25 00:00:00.000", "1992-05-25 10:00:00.000"}) some.see(text);
  EXPECT_EQ(iso("1992-05-25 00:00:00.000", some.habits()), "1992-05-25T00:00:00.000");
}

TEST(DateColumn, WordsForNothingAreNothing) {
  for (const char* text : {"", "NA", "n/a", "NULL", "unknown", "-", "0000-00-00", "0", "-9", "-99"})
    EXPECT_TRUE(is_no_value(text)) << text;
  for (const char* text : {"2024", "1900-01-01", "nov 2024", "00012"})
    EXPECT_FALSE(is_no_value(text)) << text;
}

TEST(InstantText, ReadsWhatBaseReadsAndLeavesTheRestToIt) {
  const TimeZone zone = TimeZone::utc();
  for (const char* begin :
       {"2024-11-29T19:10:00Z", "0001-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "9999-12-31T00:00:00Z"}) {
    for (const char* end : {"", "9999-12-31T23:59:59Z"}) {
      When fast;
      ASSERT_TRUE(instants(begin, end, fast)) << begin;
      const Result<When> slow = parse_when_columns(begin, end, "", false, zone);
      ASSERT_TRUE(slow.ok());
      EXPECT_EQ(fast, slow.value()) << begin << " " << end;
    }
  }
  When when;
  for (const char* text :
       {"2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-11-29T24:00:00Z", "2016-12-31T23:59:60Z",
        "0000-01-01T00:00:00Z", "2024-11-29 19:10:00Z", "2024-11-29T19:10:00", "2x24-11-29T19:10:00Z"}) {
    EXPECT_FALSE(instants(text, "", when)) << text;
  }
}

TEST(DateWords, MonthsAreKnownInTheLanguagesOfTheRegion) {
  for (const char* word :
       {"novembar", "novembra", "November", "noemvri", "nëntor", "studenog", "новембар", "Ноември", "NOV"}) {
    EXPECT_EQ(month_of(word), 11) << word;
  }
  EXPECT_EQ(month_of("sreda"), 0);
  EXPECT_EQ(month_of("no"), 0);
}

}  // namespace
}  // namespace vidik
