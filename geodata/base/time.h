#pragma once
// Points and spans of time, and calendar dates without a zone.
//
// Units: Time is microseconds since 1970-01-01T00:00:00Z, proleptic Gregorian, no leap seconds.
// Years 1 to 9999 are the calendar's range; kOpenBegin/kOpenEnd stand for "no known begin/end".

#include <compare>
#include <cstdint>

namespace vidik {

struct Time {
  std::int64_t us = 0;
  auto operator<=>(const Time&) const = default;
};

inline constexpr std::int64_t kMicrosPerSecond = 1'000'000;
inline constexpr std::int64_t kMicrosPerMinute = 60 * kMicrosPerSecond;
inline constexpr std::int64_t kMicrosPerHour = 60 * kMicrosPerMinute;
inline constexpr std::int64_t kMicrosPerDay = 24 * kMicrosPerHour;

inline constexpr Time kOpenBegin{INT64_MIN};
inline constexpr Time kOpenEnd{INT64_MAX};

// Adds, staying at the open ends when already there or when it would overflow.
constexpr Time plus(Time t, std::int64_t us) {
  if (t == kOpenBegin || t == kOpenEnd) return t;
  std::int64_t sum = 0;
  if (__builtin_add_overflow(t.us, us, &sum)) return us > 0 ? kOpenEnd : kOpenBegin;
  return Time{sum};
}

// Half open: [begin, end).
struct Span {
  Time begin, end;
  bool operator==(const Span&) const = default;
  constexpr bool contains(Time t) const { return begin <= t && t < end; }
};

// How exactly a date was written. The order is from fine to coarse.
enum class Precision : std::uint8_t { second, minute, hour, day, week, month, year };
inline constexpr int kPrecisionCount = 7;

struct CivilDate {
  int year = 1970, month = 1, day = 1;
  auto operator<=>(const CivilDate&) const = default;
};
struct CivilTime {
  CivilDate date;
  int hour = 0, minute = 0, second = 0, micro = 0;
  auto operator<=>(const CivilTime&) const = default;
};

bool is_leap_year(int year);
int days_in_month(int year, int month);
bool is_valid(const CivilDate& date);              // year 1…9999, and the day exists
std::int64_t days_from_civil(const CivilDate& d);  // days since 1970-01-01
CivilDate civil_from_days(std::int64_t days);
int weekday(const CivilDate& d);                       // 0 = Monday … 6 = Sunday (ISO 8601 order)
CivilDate add_months(const CivilDate& d, int months);  // the day is clipped to the month's last

// Both as if the clock time were UTC; a zone's offset is time_zone.h's business.
Time time_from_civil_utc(const CivilTime& c);
CivilTime civil_utc_from_time(Time t);

}  // namespace vidik
