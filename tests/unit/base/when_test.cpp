#include "base/when.h"

#include "base/time_text.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace vidik {
namespace {

TimeZone belgrade() { return TimeZone::display_default(); }

// The four times as people write them, "begin[..latest] | [earliest..]end".
std::string told(const When& w) {
  const auto range = [](Time a, Time b) {
    const TimeZone z = belgrade();
    return a == b ? iso_with_offset(a, z) : iso_with_offset(a, z) + " .. " + iso_with_offset(b, z);
  };
  std::string out = range(w.begin_earliest, w.begin_latest) + " | " + range(w.end_earliest, w.end_latest) +
                    " " + std::string(word_of(w.precision));
  if (w.approximate) out += " ~";
  if (w.uncertain) out += " ?";
  if (!w.zone_stated) out += " local";
  return out;
}

std::string read(std::string_view text) {
  const Result<When> w = parse_when(text, belgrade());
  return w ? told(*w) : "! " + w.error().text;
}

struct Row {
  const char* text;
  const char* told;
};

TEST(When, TableOfWrittenDates) {
  const Row rows[] = {
      // ISO 8601 clock times: instants.
      {"2018-01-01T00:00:00Z", "2018-01-01T01:00:00+01:00 | 2018-01-01T01:00:00+01:00 second"},
      {"2024-11-29T19:10+01:00", "2024-11-29T19:10:00+01:00 | 2024-11-29T19:10:00+01:00 minute"},
      {"2024-11-29T19:10:30.25+0100",
       "2024-11-29T19:10:30.250000+01:00 | 2024-11-29T19:10:30.250000+01:00 second"},
      {"2024-11-29T19:10:30,123456789+01",
       "2024-11-29T19:10:30.123456+01:00 | 2024-11-29T19:10:30.123456+01:00 second"},
      {"20241129T191030Z", "2024-11-29T20:10:30+01:00 | 2024-11-29T20:10:30+01:00 second"},
      {"20241129T1910Z", "2024-11-29T20:10:00+01:00 | 2024-11-29T20:10:00+01:00 minute"},
      {"2024-07-01t12:00:00z", "2024-07-01T14:00:00+02:00 | 2024-07-01T14:00:00+02:00 second"},
      {"2024-07-01T12:00:00\u221205:00", "2024-07-01T19:00:00+02:00 | 2024-07-01T19:00:00+02:00 second"},
      {"2024-07-01 12:00:00 +02:00", "2024-07-01T12:00:00+02:00 | 2024-07-01T12:00:00+02:00 second"},
      {"2024-07-01 12:00", "2024-07-01T12:00:00+02:00 | 2024-07-01T12:00:00+02:00 minute local"},
      {"2024-01-01T12:00:00", "2024-01-01T12:00:00+01:00 | 2024-01-01T12:00:00+01:00 second local"},
      {"2024-12-31T24:00Z", "2025-01-01T01:00:00+01:00 | 2025-01-01T01:00:00+01:00 minute"},
      {"2016-12-31T23:59:60Z", "2017-01-01T00:59:59.999999+01:00 | 2017-01-01T00:59:59.999999+01:00 second"},
      {"2016-12-31T23:59:60.5Z",
       "2017-01-01T00:59:59.999999+01:00 | 2017-01-01T00:59:59.999999+01:00 second"},
      {"2024-11-29T19+01:00",
       "2024-11-29T19:00:00+01:00 .. 2024-11-29T19:59:59.999999+01:00 | "
       "2024-11-29T19:00:00+01:00 .. 2024-11-29T20:00:00+01:00 hour"},
      {"2023-10-29T02:30", "2023-10-29T02:30:00+02:00 | 2023-10-29T02:30:00+02:00 minute local"},
      {"2023-03-26T02:30", "2023-03-26T03:30:00+02:00 | 2023-03-26T03:30:00+02:00 minute local"},
      // Whole days, also those with 23 and 25 hours.
      {"2023-09-24", "2023-09-24T00:00:00+02:00 | 2023-09-25T00:00:00+02:00 day"},
      {"2023-03-26", "2023-03-26T00:00:00+01:00 | 2023-03-27T00:00:00+02:00 day"},
      {"2023-10-29", "2023-10-29T00:00:00+02:00 | 2023-10-30T00:00:00+01:00 day"},
      {"20230924", "2023-09-24T00:00:00+02:00 | 2023-09-25T00:00:00+02:00 day"},
      {"2024-02-29", "2024-02-29T00:00:00+01:00 | 2024-03-01T00:00:00+01:00 day"},
      {"2024-366", "2024-12-31T00:00:00+01:00 | 2025-01-01T00:00:00+01:00 day"},
      {"2024-W01-1", "2024-01-01T00:00:00+01:00 | 2024-01-02T00:00:00+01:00 day"},
      {" 2023-09-24\t", "2023-09-24T00:00:00+02:00 | 2023-09-25T00:00:00+02:00 day"},
      {"9999-12-31", "9999-12-31T00:00:00+01:00 | +10000-01-01T00:00:00+01:00 day"},
      {"0001-01-01", "0001-01-01T00:00:00+01:22 | 0001-01-02T00:00:00+01:22 day"},
      // Weeks, months, years, seasons, decades: some time inside.
      {"2020-W53",
       "2020-12-28T00:00:00+01:00 .. 2021-01-03T23:59:59.999999+01:00 | "
       "2020-12-28T00:00:00+01:00 .. 2021-01-04T00:00:00+01:00 week"},
      {"2023-09",
       "2023-09-01T00:00:00+02:00 .. 2023-09-30T23:59:59.999999+02:00 | "
       "2023-09-01T00:00:00+02:00 .. 2023-10-01T00:00:00+02:00 month"},
      {"2023-09-XX",
       "2023-09-01T00:00:00+02:00 .. 2023-09-30T23:59:59.999999+02:00 | "
       "2023-09-01T00:00:00+02:00 .. 2023-10-01T00:00:00+02:00 month"},
      {"2023",
       "2023-01-01T00:00:00+01:00 .. 2023-12-31T23:59:59.999999+01:00 | "
       "2023-01-01T00:00:00+01:00 .. 2024-01-01T00:00:00+01:00 year"},
      {"2023-XX",
       "2023-01-01T00:00:00+01:00 .. 2023-12-31T23:59:59.999999+01:00 | "
       "2023-01-01T00:00:00+01:00 .. 2024-01-01T00:00:00+01:00 year"},
      {"2023-XX-XX",
       "2023-01-01T00:00:00+01:00 .. 2023-12-31T23:59:59.999999+01:00 | "
       "2023-01-01T00:00:00+01:00 .. 2024-01-01T00:00:00+01:00 year"},
      {"202X",
       "2020-01-01T00:00:00+01:00 .. 2029-12-31T23:59:59.999999+01:00 | "
       "2020-01-01T00:00:00+01:00 .. 2030-01-01T00:00:00+01:00 year"},
      {"2024-24",
       "2024-12-01T00:00:00+01:00 .. 2025-02-28T23:59:59.999999+01:00 | "
       "2024-12-01T00:00:00+01:00 .. 2025-03-01T00:00:00+01:00 month"},
      // Approximate and uncertain.
      {"2023-09-24~", "2023-09-24T00:00:00+02:00 | 2023-09-25T00:00:00+02:00 day ~"},
      {"2023-09-24?", "2023-09-24T00:00:00+02:00 | 2023-09-25T00:00:00+02:00 day ?"},
      {"2023-09-24%", "2023-09-24T00:00:00+02:00 | 2023-09-25T00:00:00+02:00 day ~ ?"},
      {"2023-09~",
       "2023-09-01T00:00:00+02:00 .. 2023-09-30T23:59:59.999999+02:00 | "
       "2023-09-01T00:00:00+02:00 .. 2023-10-01T00:00:00+02:00 month ~"},
      // Intervals: a last day is included, a last clock time is not.
      {"2023-09-01/2023-09-07", "2023-09-01T00:00:00+02:00 | 2023-09-08T00:00:00+02:00 day"},
      {"2023-09-01T10:00Z/2023-09-01T12:00Z", "2023-09-01T12:00:00+02:00 | 2023-09-01T14:00:00+02:00 minute"},
      {"2023-09-24T02:40+02:00/2023-09-24", "2023-09-24T02:40:00+02:00 | 2023-09-25T00:00:00+02:00 minute"},
      {"2023-09-01/2023-10",
       "2023-09-01T00:00:00+02:00 | 2023-10-01T00:00:00+02:00 .. 2023-11-01T00:00:00+01:00 day"},
      {"2023-09/2023-10-05",
       "2023-09-01T00:00:00+02:00 .. 2023-09-30T23:59:59.999999+02:00 | 2023-10-06T00:00:00+02:00 month"},
      {"2023-09-05/2023-09",
       "2023-09-05T00:00:00+02:00 | 2023-09-05T00:00:00+02:00 .. 2023-10-01T00:00:00+02:00 day"},
      {"2022~/2023?",
       "2022-01-01T00:00:00+01:00 .. 2022-12-31T23:59:59.999999+01:00 | "
       "2023-01-01T00:00:00+01:00 .. 2024-01-01T00:00:00+01:00 year ~ ?"},
      {"../2023-10", ".. | 2023-10-01T00:00:00+02:00 .. 2023-11-01T00:00:00+01:00 month"},
      {"2023-09/..", "2023-09-01T00:00:00+02:00 .. 2023-09-30T23:59:59.999999+02:00 | .. month"},
      {"2023-09-24/..", "2023-09-24T00:00:00+02:00 | .. day"},
      {"2023-09-24/", "2023-09-24T00:00:00+02:00 | 2023-09-25T00:00:00+02:00 .. .. day"},
      {"/2023-09-24", ".. .. 2023-09-24T23:59:59.999999+02:00 | 2023-09-25T00:00:00+02:00 day"},
      {"2023-09-24T10:00Z/2023-09-24T10:00Z", "2023-09-24T12:00:00+02:00 | 2023-09-24T12:00:00+02:00 minute"},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.text), row.told) << row.text;
}

TEST(When, TableOfTextsThatAreNoDates) {
  const Row rows[] = {
      {"", "there is no date"},
      {"2023-13-01", "there is no such month (column 6)"},
      {"2023-00", "there is no such month (column 6)"},
      {"2023-02-29", "there is no such day in that month (column 9)"},
      {"2023-04-31", "there is no such day in that month (column 9)"},
      {"2023-09-24T25:00", "there is no such time of day (column 17)"},
      {"2023-09-24T24:01", "there is no such time of day (column 17)"},
      {"2023-09-24T12:60", "there is no such time of day (column 17)"},
      {"2023-09-24T12:00+19:00", "no clock on Earth is that far from UTC (column 18)"},
      {"2023-09-24T12:00.5", "nothing more was expected here (column 17)"},
      {"2023-09-24x", "nothing more was expected here (column 11)"},
      {"2023-09-24 ?", "nothing more was expected here (column 11)"},
      {"0000-01-01", "years go from 1 to 9999 (column 1)"},
      {"-0044-03-15", "years go from 1 to 9999 (column 1)"},
      {"+12023-01-01", "years go from 1 to 9999 (column 1)"},
      {"Y170000002", "years go from 1 to 9999 (column 1)"},
      {"23-09-24", "a year has four digits (column 3)"},
      {"24.09.2023", "a year has four digits (column 3)"},
      {"09/24/2023", "an interval has one \"/\" only"},
      {"12023-01-01", "a year has four digits (column 1)"},
      {"2023-9-24", "a month has two digits (column 6)"},
      {"2023-09-4", "a day has two digits (column 9)"},
      {"2023-XX-05", "a day needs its month (column 8)"},
      {"2023-09-X5", "a day has two digits (column 9)"},
      {"XXXX", "a date begins with a year of four digits (column 1)"},
      {"2023-W54", "there is no such week in that year (column 7)"},
      {"2023-W00", "there is no such week in that year (column 7)"},
      {"2024-W01-8", "a day of the week is 1 to 7 (column 10)"},
      {"2023-366", "there is no such day in that year (column 6)"},
      {"2023-10/2023-09", "the end lies before the begin"},
      {"2023-09-24/2023-09-2", "a day has two digits (column 20)"},
      {"../..", "an interval needs a date on at least one side"},
      {"/", "an interval needs a date on at least one side"},
      {"yesterday", "years go from 1 to 9999 (column 1)"},
      {"tomorrow", "a date begins with a year of four digits (column 1)"},
      {"2023-09-24T1:00", "an hour has two digits (column 12)"},
      {"2023-09-24T10:0", "a minute has two digits (column 15)"},
      {"2023-09-24T10:00:00.Z", "digits must follow the decimal point (column 21)"},
      {"  2023-13", "there is no such month (column 8)"},
  };
  for (const Row& row : rows) {
    const std::string got = read(row.text);
    EXPECT_TRUE(got.starts_with("! ") && got.ends_with(row.told)) << row.text << " gives " << got;
  }
}

TEST(When, ARefusalShowsHarmfulTextHarmlessly) {
  EXPECT_EQ(read("\x1b[2J"), "! \"␛[2J\" is not a date: a date begins with a year of four digits (column 1)");
}

TEST(When, TheProcessEnvironmentChangesNothing) {
  const std::string before = read("2023-10-29T02:30");
  ::setenv("TZ", "Asia/Kolkata", 1);
  EXPECT_EQ(read("2023-10-29T02:30"), before);
  ::unsetenv("TZ");
}

struct Columns {
  const char *begin, *end, *precision;
  bool ongoing;
  const char* told;
};

TEST(When, TableOfColumns) {
  const Columns rows[] = {
      {"2024-11-29", "", "", false, "2024-11-29T00:00:00+01:00 | 2024-11-30T00:00:00+01:00 day"},
      {"2024-11-01T11:52+01:00", "", "minute", false,
       "2024-11-01T11:52:00+01:00 | 2024-11-01T11:52:00+01:00 minute"},
      {"2024-11-29T19:00+01:00", "2024-11-29", "hour", false,
       "2024-11-29T19:00:00+01:00 | 2024-11-30T00:00:00+01:00 hour"},
      {"2025-02-01T15:00+01:00", "2025-02-01T18:00+01:00", "hour", false,
       "2025-02-01T15:00:00+01:00 | 2025-02-01T18:00:00+01:00 hour"},
      {"2023-09-01", "2023-09-30", "month", false,
       "2023-09-01T00:00:00+02:00 .. 2023-09-30T23:59:59.999999+02:00 | "
       "2023-09-01T00:00:00+02:00 .. 2023-10-01T00:00:00+02:00 month"},
      {"2025-01-10", "2025-01-17", "week", false,
       "2025-01-10T00:00:00+01:00 .. 2025-01-17T23:59:59.999999+01:00 | "
       "2025-01-10T00:00:00+01:00 .. 2025-01-18T00:00:00+01:00 week"},
      {"2025-01-10", "", "week", false,
       "2025-01-06T00:00:00+01:00 .. 2025-01-12T23:59:59.999999+01:00 | "
       "2025-01-06T00:00:00+01:00 .. 2025-01-13T00:00:00+01:00 week"},
      {"1999-06-01", "", "month", true,
       "1999-06-01T00:00:00+02:00 .. 1999-06-30T23:59:59.999999+02:00 | .. month"},
      {"2022-02-24", "", "day", true, "2022-02-24T00:00:00+01:00 | .. day"},
      {"2022-02-24", "..", "", false, "2022-02-24T00:00:00+01:00 | .. day"},
      {"..", "2022-02-24", "", false, ".. | 2022-02-25T00:00:00+01:00 day"},
      {"2022-02-24", "2022-02-26", "", true, "2022-02-24T00:00:00+01:00 | 2022-02-27T00:00:00+01:00 day"},
      {"2024-11-29T19:10", "", "day", false,
       "2024-11-29T00:00:00+01:00 | 2024-11-30T00:00:00+01:00 day local"},
      {"2024-11-29", "", "minute", false, "2024-11-29T00:00:00+01:00 | 2024-11-30T00:00:00+01:00 day"},
      {"2024-11", "2024-12-05", "", false,
       "2024-11-01T00:00:00+01:00 .. 2024-11-30T23:59:59.999999+01:00 | 2024-12-06T00:00:00+01:00 month"},
      {"2023-09-01/2023-10-31", "", "", false, "2023-09-01T00:00:00+02:00 | 2023-11-01T00:00:00+01:00 day"},
      {"2023-09-01/2023-10-31", "", "Year", false,
       "2023-09-01T00:00:00+02:00 .. 2023-10-31T23:59:59.999999+01:00 | "
       "2023-09-01T00:00:00+02:00 .. 2023-11-01T00:00:00+01:00 year"},
      {"", "2022-02-24", "", false, "! there is no date"},
      {"2022-02-24", "2022-02-23", "", false, "! the end lies before the begin"},
      {"2022-02-24", "2022-01-23", "month", false, "! the end lies before the begin"},
      {"2022-02/2022-03", "2022-04", "", false,
       "! the begin is an interval already, and there is an end as well"},
      {"..", "..", "", false, "! an interval needs a date on at least one side"},
      {"2022-02-24", "", "century", false,
       "! a precision is one of second, minute, hour, day, week, month, year, not \"century\""},
  };
  for (const Columns& row : rows) {
    const Result<When> w = parse_when_columns(row.begin, row.end, row.precision, row.ongoing, belgrade());
    EXPECT_EQ(w ? told(*w) : "! " + w.error().text, row.told)
        << row.begin << " , " << row.end << " , " << row.precision;
  }
}

// The days of Tokyo are over when those of Belgrade go on, those of New York have not begun.
TEST(When, NoDisplayZoneTurnsATimeAndADayRound) {
  const auto read = [](const char* begin, const char* end, const char* zone, const char* precision = "") {
    const Result<When> w = parse_when_columns(begin, end, precision, false, *TimeZone::find(zone));
    return w ? told(*w) : "! " + w.error().text;
  };
  const char* const evening = "2024-12-22T16:30+01:00";
  EXPECT_EQ(read(evening, "2024-12-22", "Asia/Tokyo"), read(evening, "2024-12-22", "Europe/Belgrade"));
  EXPECT_EQ(read(evening, "2024-12", "Asia/Tokyo", "month").substr(0, 1), "2");
  EXPECT_EQ(read("2024-12-22", "2024-12-22T03:00+01:00", "America/New_York"),
            read("2024-12-22", "2024-12-22T03:00+01:00", "Europe/Belgrade"));
  EXPECT_EQ(read(evening, "2024-12-23", "Asia/Tokyo"),
            "2024-12-22T16:30:00+01:00 | 2024-12-23T16:00:00+01:00 minute");
  EXPECT_EQ(read(evening, "2024-12-21", "Asia/Tokyo"), "! the end lies before the begin");
}

}  // namespace
}  // namespace vidik
