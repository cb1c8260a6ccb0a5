#include "base/time_zone.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace vidik {
namespace {

TimeZone zone(std::string_view name) {
  Result<TimeZone> found = TimeZone::find(name);
  EXPECT_TRUE(found.ok()) << name;
  return found ? *found : TimeZone::utc();
}
Time utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) {
  return time_from_civil_utc({{year, month, day}, hour, minute, second, 0});
}

TEST(TimeZone, AnUnknownNameIsNotFound) {
  for (const char* name : {"Europe/Atlantis", "", "../../etc/passwd", "europe/belgrade "}) {
    const Result<TimeZone> found = TimeZone::find(name);
    ASSERT_FALSE(found.ok()) << name;
    EXPECT_EQ(found.error().code, Code::not_found);
  }
}

TEST(TimeZone, TheSpringDayOfBelgradeHas23Hours) {
  const TimeZone z = zone("Europe/Belgrade");
  const Time begin = z.start_of_day({2023, 3, 26});
  const Time end = z.start_of_day({2023, 3, 27});
  EXPECT_EQ(begin, utc(2023, 3, 25, 23));
  EXPECT_EQ(end.us - begin.us, 23 * kMicrosPerHour);
  EXPECT_EQ(z.offset_seconds(utc(2023, 3, 26, 0, 59, 59)), 3600);
  EXPECT_EQ(z.offset_seconds(utc(2023, 3, 26, 1)), 7200);
}

TEST(TimeZone, TheAutumnDayOfBelgradeHas25Hours) {
  const TimeZone z = zone("Europe/Belgrade");
  EXPECT_EQ(z.start_of_day({2023, 10, 30}).us - z.start_of_day({2023, 10, 29}).us, 25 * kMicrosPerHour);
  EXPECT_EQ(z.offset_seconds(utc(2023, 10, 29, 0, 59, 59)), 7200);
  EXPECT_EQ(z.offset_seconds(utc(2023, 10, 29, 1)), 3600);
}

TEST(TimeZone, ATimeInTheSpringGapIsReadWithTheOffsetBefore) {
  const TimeZone z = zone("Europe/Belgrade");
  EXPECT_EQ(z.to_time({{2023, 3, 26}, 2, 30, 0, 0}), utc(2023, 3, 26, 1, 30));
  EXPECT_EQ(z.to_time({{2023, 3, 26}, 1, 59, 59, 0}), utc(2023, 3, 26, 0, 59, 59));
  EXPECT_EQ(z.to_time({{2023, 3, 26}, 3, 0, 0, 0}), utc(2023, 3, 26, 1));
}

TEST(TimeZone, ATimeThatComesTwiceIsTheFirst) {
  const TimeZone z = zone("Europe/Belgrade");
  EXPECT_EQ(z.to_time({{2023, 10, 29}, 2, 30, 0, 0}), utc(2023, 10, 29, 0, 30));
  EXPECT_EQ(z.to_time({{2023, 10, 29}, 3, 0, 0, 0}), utc(2023, 10, 29, 2));
}

TEST(TimeZone, EveryHourOfTwentyYearsGoesThereAndBackButTheRepeatedOnes) {
  const TimeZone z = zone("Europe/Belgrade");
  int repeated = 0;
  for (Time t = utc(2020, 1, 1); t < utc(2060, 1, 1); t.us += kMicrosPerHour) {
    const Time back = z.to_time(z.to_civil(t));
    if (back != t) {
      ++repeated;
      EXPECT_EQ(t.us - back.us, kMicrosPerHour);
    }
  }
  EXPECT_EQ(repeated, 40);  // one a year, on both sides of 2037
}

// What `zdump -v Europe/Belgrade` says: the last Sundays of March and October at 01:00 UTC, for ever.
TEST(TimeZone, RulesGoOnAfter2037) {
  const TimeZone z = zone("Europe/Belgrade");
  struct Change {
    int year, march, october;
  };
  for (const Change& c : {Change{2037, 29, 25}, Change{2038, 28, 31}, Change{2040, 25, 28},
                          Change{2050, 27, 30}, Change{2100, 28, 31}, Change{2400, 26, 29}}) {
    EXPECT_EQ(z.offset_seconds(plus(utc(c.year, 3, c.march, 1), -1)), 3600) << c.year;
    EXPECT_EQ(z.offset_seconds(utc(c.year, 3, c.march, 1)), 7200) << c.year;
    EXPECT_EQ(z.offset_seconds(plus(utc(c.year, 10, c.october, 1), -1)), 7200) << c.year;
    EXPECT_EQ(z.offset_seconds(utc(c.year, 10, c.october, 1)), 3600) << c.year;
    EXPECT_EQ(z.start_of_day({c.year, 7, 1}), utc(c.year, 6, 30, 22)) << c.year;
  }
  const TimeZone new_york = zone("America/New_York");  // second Sunday of March, 07:00 UTC
  EXPECT_EQ(new_york.offset_seconds(plus(utc(2045, 3, 12, 7), -1)), -18000);
  EXPECT_EQ(new_york.offset_seconds(utc(2045, 3, 12, 7)), -14400);
}

TEST(TimeZone, AZoneThatGaveUpSummerTimeHasNoneAfter2037) {
  EXPECT_EQ(zone("Europe/Istanbul").offset_seconds(utc(2040, 1, 15)), 10'800);
  EXPECT_EQ(zone("Europe/Istanbul").offset_seconds(utc(2040, 7, 15)), 10'800);
  EXPECT_EQ(zone("Europe/Moscow").offset_seconds(utc(2040, 7, 15)), 10'800);
  EXPECT_EQ(zone("Asia/Kolkata").offset_seconds(utc(2096, 7, 15)), 19'800);
}

TEST(TimeZone, BeforeZonesThereWasLocalMeanTime) {
  EXPECT_EQ(zone("Europe/Belgrade").offset_seconds(utc(1700, 1, 1)), 4920);  // 1 h 22 min
  EXPECT_EQ(zone("Europe/Belgrade").start_of_day({1, 1, 1}), plus(utc(1, 1, 1), -4920 * kMicrosPerSecond));
}

TEST(TimeZone, ADayWhoseMidnightDoesNotExistBeginsAtTheJump) {
  // Samoa left out 30 December 2011; Beirut moves its clocks at midnight.
  EXPECT_EQ(zone("Pacific/Apia").start_of_day({2011, 12, 30}),
            zone("Pacific/Apia").start_of_day({2011, 12, 31}));
  EXPECT_EQ(zone("Asia/Beirut").start_of_day({2022, 3, 27}), utc(2022, 3, 26, 22));
  EXPECT_EQ(zone("Asia/Beirut").to_civil(utc(2022, 3, 26, 22)).hour, 1);
}

TEST(TimeZone, TheEnvironmentChangesNothing) {
  const Time before = zone("Europe/Belgrade").start_of_day({2024, 7, 1});
  ::setenv("TZ", "Asia/Kolkata", 1);
  ::setenv("LANG", "de_DE.UTF-8", 1);
  EXPECT_EQ(zone("Europe/Belgrade").start_of_day({2024, 7, 1}), before);
  EXPECT_EQ(TimeZone::display_default().name(), "Europe/Belgrade");
  ::unsetenv("TZ");
  ::unsetenv("LANG");
}

TEST(TimeZone, OpenEndsHaveAnOffsetToo) {
  EXPECT_EQ(zone("UTC").offset_seconds(kOpenEnd), 0);
  EXPECT_NO_FATAL_FAILURE(zone("Europe/Belgrade").to_civil(kOpenBegin));
  EXPECT_NO_FATAL_FAILURE(zone("Europe/Belgrade").to_civil(kOpenEnd));
}

TEST(TimeZone, TheVersionOfTheTablesIsKnown) { EXPECT_FALSE(tzdata_version().empty()); }

}  // namespace
}  // namespace vidik
