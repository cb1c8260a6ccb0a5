#include "base/time.h"

#include "base/expect.h"

namespace vidik {

bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
  VIDIK_EXPECT(month >= 1 && month <= 12);
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool is_valid(const CivilDate& d) {
  return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
         d.day <= days_in_month(d.year, d.month);
}

// Both directions count in years that begin on 1 March, so that the leap day is the last of its year, and in
// cycles of 400 years = 146,097 days. 719,468 days lie between 1 March of the year 0 and 1 January 1970.
std::int64_t days_from_civil(const CivilDate& d) {
  const std::int64_t year = static_cast<std::int64_t>(d.year) - (d.month <= 2 ? 1 : 0);
  const std::int64_t cycle = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_cycle = year - cycle * 400;
  const std::int64_t month = (d.month + 9) % 12;  // 0 = March
  const std::int64_t day_of_year = (153 * month + 2) / 5 + d.day - 1;
  return cycle * 146'097 + year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year -
         719'468;
}

CivilDate civil_from_days(std::int64_t days) {
  const std::int64_t shifted = days + 719'468;
  const std::int64_t cycle = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
  const std::int64_t day_of_cycle = shifted - cycle * 146'097;
  const std::int64_t year_of_cycle =
      (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36'524 - day_of_cycle / 146'096) / 365;
  const std::int64_t day_of_year =
      day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;  // 0 = March
  CivilDate out;
  out.day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
  out.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  out.year = static_cast<int>(year_of_cycle + cycle * 400 + (out.month <= 2 ? 1 : 0));
  return out;
}

int weekday(const CivilDate& d) {
  const std::int64_t remainder = (days_from_civil(d) + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<int>(remainder < 0 ? remainder + 7 : remainder);
}

CivilDate add_months(const CivilDate& d, int months) {
  const std::int64_t sum = static_cast<std::int64_t>(d.year) * 12 + (d.month - 1) + months;
  const std::int64_t year = sum >= 0 ? sum / 12 : (sum - 11) / 12;
  CivilDate out;
  out.year = static_cast<int>(year);
  out.month = static_cast<int>(sum - year * 12) + 1;
  const int last = days_in_month(out.year, out.month);
  out.day = d.day < last ? d.day : last;
  return out;
}

Time time_from_civil_utc(const CivilTime& c) {
  return Time{days_from_civil(c.date) * kMicrosPerDay + c.hour * kMicrosPerHour +
              c.minute * kMicrosPerMinute + c.second * kMicrosPerSecond + c.micro};
}

CivilTime civil_utc_from_time(Time t) {
  std::int64_t days = t.us / kMicrosPerDay;
  std::int64_t rest = t.us % kMicrosPerDay;
  if (rest < 0) {
    rest += kMicrosPerDay;
    --days;
  }
  CivilTime out;
  out.date = civil_from_days(days);
  out.hour = static_cast<int>(rest / kMicrosPerHour);
  out.minute = static_cast<int>(rest / kMicrosPerMinute % 60);
  out.second = static_cast<int>(rest / kMicrosPerSecond % 60);
  out.micro = static_cast<int>(rest % kMicrosPerSecond);
  return out;
}

}  // namespace vidik
