#include "base/time_text.h"

#include "base/number.h"
#include "base/text.h"
#include "base/when_parts.h"

#include <array>
#include <cstdio>

namespace vidik {

namespace {

Error bad_duration(std::string_view text, std::string_view why) {
  return fail(Code::bad_usage, "\"" + for_terminal(text.substr(0, 40)) + "\" is not a length of time: " +
                                   std::string(why) + "; write 7d, 2w, 1mo, 1y, 6h, 30min, 45s or P1M, PT6H");
}

// No length of time on the command line is longer than the calendar, and none overflows.
constexpr std::int64_t kMostYears = 10'000;
constexpr std::size_t kLongestDuration = 64;  // so few terms that their sum cannot overflow

// Adds `amount` units to the duration; the unit is an ISO 8601 letter ('N' stands for minutes).
bool add_units(Duration& d, double amount, char unit) {
  const bool whole = amount == static_cast<double>(static_cast<std::int64_t>(amount));
  const auto count = static_cast<std::int64_t>(amount);
  const auto limited = [](std::int64_t value, std::int64_t per_year) {
    return value <= kMostYears * per_year;
  };
  switch (unit) {
    case 'Y':
      if (!whole || !limited(count, 1)) return false;
      d.months += static_cast<int>(count * 12);
      return true;
    case 'M':
      if (!whole || !limited(count, 12)) return false;
      d.months += static_cast<int>(count);
      return true;
    case 'W':
      if (!whole || !limited(count, 53)) return false;
      d.days += static_cast<int>(count * 7);
      return true;
    case 'D':
      if (!whole || !limited(count, 366)) return false;
      d.days += static_cast<int>(count);
      return true;
    default: {
      const double us = unit == 'H' ? kMicrosPerHour : unit == 'N' ? kMicrosPerMinute : kMicrosPerSecond;
      const double sum = amount * us + 0.5;
      if (sum > static_cast<double>(kMostYears) * 366 * kMicrosPerDay) return false;
      d.us += static_cast<std::int64_t>(sum);
      return true;
    }
  }
}

// Takes "12" or "1.5" off the front; false when there is no number or one too long to mean anything.
bool take_number(std::string_view& rest, double& number) {
  std::size_t n = rest.find_first_not_of("0123456789.");
  if (n == std::string_view::npos) n = rest.size();
  const std::optional<double> value = n <= 12 ? parse_double(rest.substr(0, n)) : std::nullopt;
  if (!value) return false;
  number = *value;
  rest.remove_prefix(n);
  return true;
}

bool parse_iso(std::string_view rest, Duration& out) {
  bool in_time = false;
  while (!rest.empty()) {
    if (rest[0] == 'T' && !in_time) {
      in_time = true;
      rest.remove_prefix(1);
      if (rest.empty()) return false;
      continue;
    }
    double number = 0;
    if (!take_number(rest, number) || rest.empty()) return false;
    const char unit = rest[0];
    rest.remove_prefix(1);
    const std::string_view allowed = in_time ? "HMS" : "YMWD";
    if (allowed.find(unit) == std::string_view::npos) return false;
    if (!add_units(out, number, in_time && unit == 'M' ? 'N' : unit)) return false;
  }
  return true;
}

}  // namespace

Result<Duration> parse_duration(std::string_view given) {
  const std::string_view text = trimmed(given);
  Duration out;
  if (text.size() > kLongestDuration) return bad_duration(text, "it is too long to be one");
  if (text.size() > 1 && text[0] == 'P') {
    if (!parse_iso(text.substr(1), out)) return bad_duration(text, "it does not follow ISO 8601");
  } else {
    struct Unit {
      std::string_view word;
      char letter;
    };
    constexpr std::array<Unit, 7> kUnits{
        {{"y", 'Y'}, {"mo", 'M'}, {"w", 'W'}, {"d", 'D'}, {"h", 'H'}, {"min", 'N'}, {"s", 'S'}}};
    std::string_view rest = text;
    if (rest.empty()) return bad_duration(text, "there is nothing");
    while (!rest.empty()) {
      double number = 0;
      if (!take_number(rest, number)) return bad_duration(text, "a number was expected");
      std::size_t n = rest.find_first_of("0123456789.");
      if (n == std::string_view::npos) n = rest.size();
      const std::string_view word = rest.substr(0, n);
      rest.remove_prefix(n);
      if (word == "m") return bad_duration(text, "m could be minutes (min) or months (mo)");
      char letter = 0;
      for (const Unit& unit : kUnits) {
        if (unit.word == word) letter = unit.letter;
      }
      if (letter == 0) return bad_duration(text, "the unit is unknown");
      if (!add_units(out, number, letter)) {
        return bad_duration(text, "calendar units are whole, and not for ever");
      }
    }
  }
  if (out == Duration{}) return bad_duration(text, "it is zero");
  return out;
}

Time add(Time t, const Duration& d, const TimeZone& zone, int sign) {
  if (t == kOpenBegin || t == kOpenEnd) return t;
  if (d.months != 0 || d.days != 0) {
    CivilTime local = zone.to_civil(t);
    local.date = add_months(local.date, sign * d.months);
    local.date = civil_from_days(days_from_civil(local.date) + static_cast<std::int64_t>(sign) * d.days);
    t = zone.to_time(local);
  }
  return plus(t, sign * d.us);
}

Result<Moment> parse_moment(std::string_view given, const TimeZone& zone) {
  const std::string_view text = trimmed(given);
  if (text.find_first_of("/~?%X") != std::string_view::npos) {
    return fail(Code::bad_usage,
                "\"" + for_terminal(text.substr(0, 40)) +
                    "\" is not one point in time; write 2025-03-15, 2025-03 or 2025-03-15T20:00");
  }
  Result<WrittenDate> date = parse_written_date(text, zone);
  if (!date) return fail(Code::bad_usage, date.error().text);
  Moment out{date->covers, date->precision};
  if (date->has_clock_time()) out.span.end = out.span.begin;
  return out;
}

std::string iso_with_offset(Time t, const TimeZone& zone) {
  if (t == kOpenBegin || t == kOpenEnd) return "..";
  // An offset is written in whole minutes; local mean times of before 1884 have seconds, which go into the clock time.
  const int offset = zone.offset_seconds(t);
  const int minutes = (offset >= 0 ? offset + 30 : offset - 30) / 60;
  const CivilTime c = civil_utc_from_time(plus(t, minutes * kMicrosPerMinute));
  char buffer[80];
  const bool far = c.date.year > 9999 || c.date.year < 0;  // ISO 8601 wants a sign then
  int n = std::snprintf(buffer, sizeof buffer,
                        far ? "%+05d-%02d-%02dT%02d:%02d:%02d" : "%04d-%02d-%02dT%02d:%02d:%02d", c.date.year,
                        c.date.month, c.date.day, c.hour, c.minute, c.second);
  std::string out(buffer, static_cast<std::size_t>(n));
  if (c.micro != 0) {
    n = std::snprintf(buffer, sizeof buffer, ".%06d", c.micro);
    out.append(buffer, static_cast<std::size_t>(n));
  }
  const int size = minutes < 0 ? -minutes : minutes;
  n = std::snprintf(buffer, sizeof buffer, "%c%02d:%02d", minutes < 0 ? '-' : '+', size / 60, size % 60);
  return out.append(buffer, static_cast<std::size_t>(n));
}

}  // namespace vidik
