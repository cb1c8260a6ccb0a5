#include "ingest/date_column.h"

#include "base/number.h"
#include "base/text.h"
#include "base/time.h"
#include "ingest/date_words.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace vidik {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// "1999-", "1999-03…", "1999~", "2023-09-01/2023-10", "../2023", "2023/2024": the year in front, as ISO and
// EDTF have it.
bool is_year_first(std::string_view text) {
  if (text.substr(0, 2) == "..") return true;
  if (text.size() < 4 || !all_digits(text.substr(0, 4))) return false;
  if (text.size() == 4) return true;
  if (text[4] == '-' || text[4] == '~' || text[4] == '?' || text[4] == '%') return true;
  return text[4] == '/' && (text.substr(5, 2) == ".." || (text.size() >= 9 && all_digits(text.substr(5, 4))));
}

std::string two(int value) {
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%02d", value);
  return out.data();
}
std::string ymd_text(int year, int month, int day) {
  std::array<char, 40> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", year, month, day);
  return out.data();
}

std::string instant_text(std::int64_t us) {
  const CivilTime c = civil_utc_from_time(Time{us});
  return ymd_text(c.date.year, c.date.month, c.date.day) + "T" + two(c.hour) + ":" + two(c.minute) + ":" +
         two(c.second) + "Z";
}

bool is_ymd(std::string_view digits) {
  if (digits.size() < 8) return false;
  const int year = static_cast<int>(*parse_int(digits.substr(0, 4)));
  const int month = static_cast<int>(*parse_int(digits.substr(4, 2)));
  const int day = static_cast<int>(*parse_int(digits.substr(6, 2)));
  return year >= 1 && month <= 12 && day <= 31 && (month > 0 || day == 0);
}

constexpr std::int64_t kLastYearSeconds = 253'402'300'800;  // year 10000

Result<std::string> number_date(std::string_view text, NumberDates meaning) {
  const auto scaled = [&](std::int64_t per_second) -> Result<std::string> {
    const std::optional<std::int64_t> value = parse_int(text);
    if (!value || *value / per_second >= kLastYearSeconds)
      return fail(Code::bad_input, "\"" + std::string(text) + "\" is out of range for a date");
    const std::int64_t whole = *value / per_second, rest = *value % per_second;
    return instant_text(whole * kMicrosPerSecond + rest * kMicrosPerSecond / per_second);
  };
  switch (meaning) {
    case NumberDates::ymd:
    case NumberDates::ymdhms: {
      if ((text.size() != 8 && text.size() != 14) || !is_ymd(text)) break;
      const std::string_view month = text.substr(4, 2), day = text.substr(6, 2);
      std::string out(text.substr(0, 4));
      if (month != "00") out += "-" + std::string(month);
      if (month != "00" && day != "00") out += "-" + std::string(day);
      if (text.size() == 14 && out.size() == 10) {
        out += "T" + std::string(text.substr(8, 2)) + ":" + std::string(text.substr(10, 2)) + ":" +
               std::string(text.substr(12, 2)) + "Z";
      }
      return out;
    }
    case NumberDates::unix_seconds:
      return scaled(1);
    case NumberDates::unix_millis:
      return scaled(1000);
    case NumberDates::unix_micros:
      return scaled(1'000'000);
    case NumberDates::unix_nanos:
      return scaled(1'000'000'000);
    case NumberDates::excel: {
      const std::optional<std::int64_t> days = parse_int(text);
      // Day 1 is 1 Jan 1900, and 29 Feb 1900 is counted though there was none: from March 1900 on the base is
      // this.
      if (!days || *days < 61 || *days > 2'958'465) break;
      const CivilDate d = civil_from_days(*days + days_from_civil({1899, 12, 30}));
      return ymd_text(d.year, d.month, d.day);
    }
    case NumberDates::none:
      break;
  }
  return fail(Code::bad_input, "\"" + std::string(text) + "\" is a number, not a date");
}

// 00 for month or day means unknown; one digit is as good as two.
std::string padded_year_first(std::string_view text) {
  std::size_t at = 4;
  std::array<int, 2> parts = {-1, -1};
  for (int& part : parts) {
    if (at >= text.size() || text[at] != '-') break;
    std::size_t end = at + 1;
    while (end < text.size() && end - at <= 2 && is_digit(text[end])) ++end;
    if (end == at + 1) return std::string(text);
    part = static_cast<int>(*parse_int(text.substr(at + 1, end - at - 1)));
    at = end;
  }
  if (parts[0] < 0) return std::string(text);
  std::string out(text.substr(0, 4));
  if (parts[0] > 0) out += "-" + two(parts[0]);
  if (parts[0] > 0 && parts[1] > 0) out += "-" + two(parts[1]);
  const bool cut = parts[0] == 0 || parts[1] == 0;
  // An unknown day has no hour either.
  return cut ? out : out + std::string(text.substr(at));
}

}  // namespace

bool is_no_value(std::string_view text) {
  if (text.empty()) return true;
  if (text.size() > 10) return false;
  const char c = text.front();
  if (is_digit(c) && text != "0" && text.substr(0, 4) != "0000") return false;
  static constexpr std::string_view kWords[] = {
      "0",    "na", "n/a", "null", "none", "nan", "nil",  "unknown", "-",          "--",       "?",
      "n.d.", "nd", "nat", "-1",   "-9",   "-99", "0000", "0000-00", "0000-00-00", "00000000", "undated"};
  return std::find(std::begin(kWords), std::end(kWords), lower_ascii(text)) != std::end(kWords);
}

Result<std::string> iso_date(std::string_view text, const DateHabits& habits) {
  if (text.front() == '+') text.remove_prefix(1);  // Wikidata writes the sign
  if (is_year_first(text)) {
    if (text.find('/') != std::string_view::npos || text.size() < 6) return std::string(text);
    std::string out = padded_year_first(text);
    if (out.size() <= 10) return out;
    Result<std::string> clock = iso_clock(std::string_view(out).substr(10));
    if (!clock.ok()) return out;  // EDTF marks and whatever base/when.h says about it
    if (habits.midnight_is_no_time && is_midnight(clock.value())) return out.substr(0, 10);
    return out.substr(0, 10) + clock.value();
  }
  if (all_digits(text)) return number_date(text, habits.numbers);
  const WrittenParts parts = split_date(text);
  if (!parts.good) return fail(Code::bad_input, "\"" + std::string(text) + "\" is not a date");
  if (parts.year_digits == 2)
    return fail(Code::bad_input, "\"" + std::string(text) + "\" has a year of two digits");
  int day = parts.first, month = parts.second;
  if (parts.form == WrittenParts::Form::numbers) {
    if (parts.first > 12 && parts.second > 12)
      return fail(Code::bad_input, "\"" + std::string(text) + "\" is not a date");
    const bool same = parts.first == parts.second;
    if (parts.first > 12 || parts.second > 12) {
      const DayOrder own = parts.first > 12 ? DayOrder::day_first : DayOrder::month_first;
      if (habits.order != DayOrder::unknown && habits.order != own) {
        return fail(Code::bad_input,
                    "\"" + std::string(text) + "\" does not have day and month in the order of its column");
      }
      if (own == DayOrder::month_first) std::swap(day, month);
    } else if (habits.order == DayOrder::month_first) {
      std::swap(day, month);
    } else if (habits.order == DayOrder::unknown && !same) {
      return fail(Code::bad_input, "\"" + std::string(text) + "\": day and month cannot be told apart");
    }
  }
  std::string out = ymd_text(parts.year, month, std::max(day, 1)).substr(0, day > 0 ? 10 : 7);
  if (parts.clock.empty()) return out;
  VIDIK_TRY(const std::string clock, iso_clock(parts.clock));
  if (habits.midnight_is_no_time && is_midnight(clock)) return out;
  return out + clock;
}

void DateCensus::see(std::string_view text) {
  text = trimmed(text);
  if (is_no_value(text)) return;
  ++values_;
  std::string_view clock;
  if (text.front() == '+') text.remove_prefix(1);
  if (is_year_first(text)) {
    ++dates_;
    if (text.size() > 11 && (text[10] == ' ' || text[10] == 'T')) clock = text.substr(10);
  } else if (all_digits(text)) {
    ++numbers_;
    digits_min_ = std::min(digits_min_, text.size());
    digits_max_ = std::max(digits_max_, text.size());
    all_ymd_ = all_ymd_ && (text.size() == 8 || text.size() == 14) && is_ymd(text);
  } else {
    const WrittenParts parts = split_date(text);
    if (!parts.good || parts.year_digits == 2) return;
    ++dates_;
    clock = parts.clock;
    if (parts.form == WrittenParts::Form::numbers) {
      ++slashed_;
      if (parts.first > 12) day_first_ = true;
      if (parts.second > 12) month_first_ = true;
      if (parts.first <= 12 && parts.second <= 12 && parts.first != parts.second) {
        if (!undecided_) example_ = text;
        undecided_ = true;
      }
    }
  }
  if (clock.empty()) return;
  ++clock_times_;
  const Result<std::string> iso = iso_clock(clock);
  if (iso.ok() && is_midnight(iso.value())) ++midnights_;
}

bool DateCensus::order_is_open() const { return undecided_ && day_first_ == month_first_; }

DateHabits DateCensus::habits() const {
  DateHabits out;
  if (day_first_ != month_first_) out.order = day_first_ ? DayOrder::day_first : DayOrder::month_first;
  out.midnight_is_no_time = clock_times_ > 0 && midnights_ == clock_times_;
  if (numbers_ == 0) return out;
  if (all_ymd_) {
    out.numbers = digits_max_ == 14 ? NumberDates::ymdhms : NumberDates::ymd;
  } else if (digits_min_ == 5 && digits_max_ == 5) {
    out.numbers = NumberDates::excel;
  } else if (digits_max_ <= 10 && digits_min_ >= 8) {
    out.numbers = NumberDates::unix_seconds;
  } else if (digits_max_ <= 13 && digits_min_ >= 11) {
    out.numbers = NumberDates::unix_millis;
  } else if (digits_max_ <= 16 && digits_min_ >= 14) {
    out.numbers = NumberDates::unix_micros;
  } else if (digits_max_ <= 19 && digits_min_ >= 17) {
    out.numbers = NumberDates::unix_nanos;
  }
  return out;
}

std::string_view words_of(NumberDates numbers) {
  switch (numbers) {
    case NumberDates::none:
      return "no dates";
    case NumberDates::ymd:
      return "year, month, day in eight digits";
    case NumberDates::ymdhms:
      return "year to second in fourteen digits, UTC";
    case NumberDates::unix_seconds:
      return "Unix seconds";
    case NumberDates::unix_millis:
      return "Unix milliseconds";
    case NumberDates::unix_micros:
      return "Unix microseconds";
    case NumberDates::unix_nanos:
      return "Unix nanoseconds";
    case NumberDates::excel:
      return "Excel day numbers (1900 system)";
  }
  return "";
}

}  // namespace vidik
