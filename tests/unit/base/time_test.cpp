#include "base/time.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

TEST(Time, TheFirstDayOf1970IsDayZero) {
  EXPECT_EQ(days_from_civil({1970, 1, 1}), 0);
  EXPECT_EQ(days_from_civil({1969, 12, 31}), -1);
  EXPECT_EQ(days_from_civil({2000, 3, 1}), 11'017);
}

TEST(Time, EveryDayOfTheCalendarGoesThereAndBack) {
  CivilDate expected{1, 1, 1};
  const std::int64_t first = days_from_civil(expected);
  const std::int64_t last = days_from_civil({9999, 12, 31});
  ASSERT_EQ(last - first + 1, 3'652'059);
  for (std::int64_t day = first; day <= last; ++day) {
    const CivilDate d = civil_from_days(day);
    ASSERT_EQ(d, expected) << day;
    ASSERT_EQ(days_from_civil(d), day);
    if (++expected.day > days_in_month(expected.year, expected.month)) {
      expected.day = 1;
      if (++expected.month > 12) {
        expected.month = 1;
        ++expected.year;
      }
    }
  }
}

TEST(Time, LeapYearsFollowTheGregorianRule) {
  EXPECT_TRUE(is_leap_year(2024));
  EXPECT_TRUE(is_leap_year(2000));
  EXPECT_FALSE(is_leap_year(1900));
  EXPECT_FALSE(is_leap_year(2023));
}

TEST(Time, OnlyDaysThatExistAreValid) {
  EXPECT_TRUE(is_valid({2024, 2, 29}));
  EXPECT_FALSE(is_valid({2023, 2, 29}));
  EXPECT_FALSE(is_valid({0, 1, 1}));
  EXPECT_FALSE(is_valid({10'000, 1, 1}));
  EXPECT_FALSE(is_valid({2024, 13, 1}));
  EXPECT_FALSE(is_valid({2024, 4, 31}));
}

TEST(Time, WeeksBeginOnMonday) {
  EXPECT_EQ(weekday({2024, 11, 29}), 4);  // Friday
  EXPECT_EQ(weekday({2025, 3, 15}), 5);   // Saturday
  EXPECT_EQ(weekday({1969, 12, 29}), 0);
  EXPECT_EQ(weekday({1, 1, 1}), 0);
}

TEST(Time, AddingMonthsClipsTheDay) {
  EXPECT_EQ(add_months({2024, 1, 31}, 1), (CivilDate{2024, 2, 29}));
  EXPECT_EQ(add_months({2024, 3, 31}, -1), (CivilDate{2024, 2, 29}));
  EXPECT_EQ(add_months({2024, 12, 1}, 1), (CivilDate{2025, 1, 1}));
  EXPECT_EQ(add_months({2024, 1, 15}, -13), (CivilDate{2022, 12, 15}));
}

TEST(Time, ClockTimesBefore1970KeepTheirMicroseconds) {
  const CivilTime c{{1914, 6, 28}, 10, 50, 7, 250'000};
  EXPECT_LT(time_from_civil_utc(c).us, 0);
  EXPECT_EQ(civil_utc_from_time(time_from_civil_utc(c)), c);
}

TEST(Time, OpenEndsStayOpenAndSumsDoNotWrap) {
  EXPECT_EQ(plus(kOpenEnd, -5), kOpenEnd);
  EXPECT_EQ(plus(kOpenBegin, 5), kOpenBegin);
  EXPECT_EQ(plus(Time{INT64_MAX - 1}, 10), kOpenEnd);
  EXPECT_EQ(plus(Time{INT64_MIN + 1}, -10), kOpenBegin);
}

}  // namespace
}  // namespace vidik
