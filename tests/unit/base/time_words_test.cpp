#include "base/time_text.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

TimeZone belgrade() { return TimeZone::display_default(); }

std::string words(std::string_view text) {
  return when_words(parse_when(text, belgrade()).value(), belgrade());
}

std::string column_words(const char* begin, const char* end, const char* precision, bool ongoing = false) {
  return when_words(parse_when_columns(begin, end, precision, ongoing, belgrade()).value(), belgrade());
}

TEST(TimeWords, TableOfDatesByPrecision) {
  const struct {
    const char *text, *words;
  } rows[] = {
      {"2024-11-29T19:10", "29 Nov 2024, 19:10"},
      {"2024-11-29T19:10:07", "29 Nov 2024, 19:10:07"},
      {"2024-11-29T18:10Z", "29 Nov 2024, 19:10"},
      {"2024-11-29T19", "29 Nov 2024, about 19:00"},
      {"2024-11-29T19:10/2024-11-29T21:00", "29 Nov 2024, 19:10 to 21:00"},
      {"2024-11-29T19:10/2024-11-30T02:00", "29 Nov 2024, 19:10 to 30 Nov 2024, 02:00"},
      {"2024-11-29T19:10/2024-11-29", "29 Nov 2024, 19:10"},
      {"2024-11-29T19:10/2024-12-02", "29 Nov 2024, 19:10 to 2 Dec 2024"},
      {"2024-11-29", "29 Nov 2024"},
      {"2024-11-29/2024-11-29", "29 Nov 2024"},
      {"2024-11-29/2024-12-02", "29 Nov to 2 Dec 2024"},
      {"2024-11-01/2024-11-07", "1 to 7 Nov 2024"},
      {"2024-12-30/2025-01-02", "30 Dec 2024 to 2 Jan 2025"},
      {"2024-11", "Nov 2024"},
      {"2024-W48", "25 Nov to 1 Dec 2024"},
      {"2024-23", "autumn 2024"},
      {"2024-24", "winter 2024"},
      {"2024", "2024"},
      {"202X", "2020 to 2029"},
      {"2024-11/2024-12", "Nov 2024 to Dec 2024"},
      {"2024-11-05/2024-12", "5 Nov 2024 to Dec 2024"},
      {"2024-11/2024-12-05", "Nov 2024 to 5 Dec 2024"},
      {"../2024-12-02", "until 2 Dec 2024"},
      {"../2024-12", "until Dec 2024"},
      {"../2024-12-02T10:00", "before 2 Dec 2024, 10:00"},
      {"2024-01/..", "since Jan 2024"},
      {"2024-01-05/..", "since 5 Jan 2024"},
      {"2024-11~", "about Nov 2024"},
      {"2024?", "2024 (uncertain)"},
      {"2024-11-29%", "about 29 Nov 2024 (uncertain)"},
  };
  for (const auto& row : rows) EXPECT_EQ(words(row.text), row.words) << row.text;
}

TEST(TimeWords, TableOfColumns) {
  EXPECT_EQ(column_words("2024-11-29T19:00+01:00", "2024-11-29", "hour"), "29 Nov 2024, about 19:00");
  EXPECT_EQ(column_words("2025-02-01T15:00+01:00", "2025-02-01T18:00+01:00", "hour"),
            "1 Feb 2025, about 15:00 to 18:00");
  EXPECT_EQ(column_words("2023-09-01", "2023-09-30", "month"), "Sep 2023");
  EXPECT_EQ(column_words("2025-01-10", "2025-01-17", "week"), "10 to 17 Jan 2025");
  EXPECT_EQ(column_words("2022-02-24", "2025-04-30", "year"), "24 Feb 2022 to 30 Apr 2025");
  EXPECT_EQ(column_words("2023-09-01", "2023-10-31", "month"), "Sep to Oct 2023");
  EXPECT_EQ(column_words("2022-01-01", "2023-12-31", "year"), "2022 to 2023");
  EXPECT_EQ(column_words("1999-06-01", "", "month", true), "since Jun 1999");
}

TEST(TimeWords, AnEventWithoutAnyDateSaysSo) {
  EXPECT_EQ(when_words({kOpenBegin, kOpenBegin, kOpenEnd, kOpenEnd}, belgrade()), "no date");
}

TEST(TimeWords, ASpanNamesItsLastDay) {
  const auto span = [](const char* a, const char* b) {
    return span_words({parse_when(a, belgrade())->begin_earliest, parse_when(b, belgrade())->begin_earliest},
                      belgrade());
  };
  EXPECT_EQ(span("2024-11-01", "2025-03-16"), "1 Nov 2024 to 15 Mar 2025");
  EXPECT_EQ(span("2025-03-15", "2025-03-16"), "15 Mar 2025");
  EXPECT_EQ(span("2025-03-15T10:00", "2025-03-16"), "15 Mar 2025, 10:00 to 16 Mar 2025, 00:00");
  EXPECT_EQ(span_words({kOpenBegin, kOpenEnd}, belgrade()), "all time");
}

TEST(TimeWords, DaysAreNamed) {
  const Time t = parse_when("2025-03-15T19:11", belgrade())->begin_earliest;
  EXPECT_EQ(weekday_date_words(t, belgrade()), "Sat 15 Mar 2025");
  EXPECT_EQ(date_words(t, belgrade()), "15 Mar 2025");
  EXPECT_EQ(date_time_words(t, belgrade()), "15 Mar 2025, 19:11");
  EXPECT_EQ(date_words(t, TimeZone::find("Pacific/Auckland").value()), "16 Mar 2025");
  EXPECT_EQ(month_short(12), "Dec");
}

}  // namespace
}  // namespace vidik
