#include "base/when_parts.h"

#include "base/text.h"

#include <string>

namespace vidik {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::int64_t read_digits(std::string_view text, std::size_t at, std::size_t count) {
  std::int64_t value = 0;
  for (std::size_t i = at; i < at + count; ++i) value = value * 10 + (text[i] - '0');
  return value;
}

// Reads from left to right; `problem` says what stopped it and where.
class Scanner {
 public:
  Scanner(std::string_view text, const TimeZone& zone) : text_(text), zone_(zone) {}

  bool read(WrittenDate& out) {
    out_ = &out;
    if (!read_date()) return false;
    if (out.precision == Precision::day && starts_time()) {
      if (!read_time()) return false;
    } else {
      out.covers = span_of(period_, zone_);
      out.date = period_.first;
    }
    read_flags();
    return at_ == text_.size() || stop("nothing more was expected here");
  }

  std::string_view problem = "";
  std::size_t problem_at = 0;

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  std::size_t digits_ahead() const {
    std::size_t n = 0;
    while (is_digit(peek(n))) ++n;
    return n;
  }
  int take(std::size_t count) {
    const auto value = static_cast<int>(read_digits(text_, at_, count));
    at_ += count;
    return value;
  }
  bool stop(std::string_view why) { return stop_at(at_, why); }
  bool stop_at(std::size_t at, std::string_view why) {
    problem = why;
    problem_at = at;
    return false;
  }

  bool read_date() {
    if (peek() == 'Y' || peek() == 'y' || peek() == '-' || peek() == '+') {
      return stop("years go from 1 to 9999");
    }
    const std::size_t digits = digits_ahead();
    if (digits == 8) return read_basic_date();
    if (digits > 4) return stop("a year has four digits");
    if (digits < 4) return read_rough_year(digits);
    const int year = take(4);
    if (year == 0) return stop_at(at_ - 4, "years go from 1 to 9999");
    if (peek() != '-') return set({{year, 1, 1}, {year + 1, 1, 1}}, Precision::year);
    ++at_;
    if (peek() == 'W') return read_week(year);
    if (peek() == 'X' && peek(1) == 'X') {
      at_ += 2;
      if (peek() == '-') {
        if (peek(1) != 'X' || peek(2) != 'X') return stop("a day needs its month");
        at_ += 3;
      }
      return set({{year, 1, 1}, {year + 1, 1, 1}}, Precision::year);
    }
    if (digits_ahead() == 3) return read_day_of_year(year);
    if (digits_ahead() != 2) return stop("a month has two digits");
    const int month = take(2);
    if (month >= 21 && month <= 24) return set_season(year, month);
    if (month < 1 || month > 12) return stop_at(at_ - 2, "there is no such month");
    if (peek() != '-') return set(period_of({year, month, 1}, Precision::month), Precision::month);
    ++at_;
    if (peek() == 'X' && peek(1) == 'X') {
      at_ += 2;
      return set(period_of({year, month, 1}, Precision::month), Precision::month);
    }
    if (digits_ahead() != 2) return stop("a day has two digits");
    return set_day({year, month, take(2)});
  }

  bool set(const Period& period, Precision precision) {
    period_ = period;
    out_->precision = precision;
    return true;
  }
  bool set_day(const CivilDate& date) {
    if (!is_valid(date)) return stop_at(at_ - 2, "there is no such day in that month");
    return set(period_of(date, Precision::day), Precision::day);
  }
  // Seasons of the northern hemisphere by whole months; winter is the one that begins in December of the year.
  bool set_season(int year, int season) {
    const CivilDate first = add_months({year, 3, 1}, (season - 21) * 3);
    return set({first, add_months(first, 3)}, Precision::month);
  }
  bool read_basic_date() {
    const int year = take(4);
    const int month = take(2);
    const int day = take(2);
    if (year == 0) return stop_at(at_ - 8, "years go from 1 to 9999");
    if (month < 1 || month > 12) return stop_at(at_ - 4, "there is no such month");
    return set_day({year, month, day});
  }
  // "202X", "20XX", "2XXX": a decade, a century, a millennium.
  bool read_rough_year(std::size_t digits) {
    if (digits == 0) return stop("a date begins with a year of four digits");
    int first = take(digits);
    int length = 1;
    for (std::size_t i = digits; i < 4; ++i, ++at_) {
      if (peek() != 'X') return stop("a year has four digits");
      first *= 10;
      length *= 10;
    }
    const int last = first + length;
    return set({{first == 0 ? 1 : first, 1, 1}, {last, 1, 1}}, Precision::year);
  }
  bool read_week(int year) {
    ++at_;
    if (digits_ahead() != 2) return stop("a week has two digits");
    const int week = take(2);
    // Week 1 is the one that holds 4 January.
    const std::int64_t fourth = days_from_civil({year, 1, 4});
    const std::int64_t monday = fourth - weekday({year, 1, 4}) + (week - 1) * 7;
    const bool exists = week >= 1 && civil_from_days(monday + 3).year == year;
    if (!exists) return stop_at(at_ - 2, "there is no such week in that year");
    if (peek() != '-') return set({civil_from_days(monday), civil_from_days(monday + 7)}, Precision::week);
    ++at_;
    if (digits_ahead() != 1 || peek() < '1' || peek() > '7') return stop("a day of the week is 1 to 7");
    const std::int64_t day = monday + take(1) - 1;
    return set({civil_from_days(day), civil_from_days(day + 1)}, Precision::day);
  }
  bool read_day_of_year(int year) {
    const int day = take(3);
    if (day < 1 || day > (is_leap_year(year) ? 366 : 365)) {
      return stop_at(at_ - 3, "there is no such day in that year");
    }
    const std::int64_t days = days_from_civil({year, 1, 1}) + day - 1;
    return set({civil_from_days(days), civil_from_days(days + 1)}, Precision::day);
  }

  bool starts_time() const {
    const char c = peek();
    return c == 'T' || c == 't' || (c == ' ' && is_digit(peek(1)));
  }

  bool read_time() {
    ++at_;
    CivilTime clock;
    clock.date = period_.first;
    Precision precision = Precision::hour;
    const std::size_t digits = digits_ahead();
    const bool basic = digits == 4 || digits == 6;
    if (!basic && digits != 2) return stop("an hour has two digits");
    clock.hour = take(2);
    if (basic || peek() == ':') {
      if (!read_two(basic, clock.minute, "a minute has two digits")) return false;
      precision = Precision::minute;
      if (basic ? digits == 6 : peek() == ':') {
        if (!read_two(basic, clock.second, "a second has two digits")) return false;
        precision = Precision::second;
        if ((peek() == '.' || peek() == ',') && !read_fraction(clock.micro)) return false;
      }
    }
    const bool end_of_day = clock.hour == 24 && clock.minute == 0 && clock.second == 0 && clock.micro == 0;
    if ((clock.hour > 23 && !end_of_day) || clock.minute > 59 || clock.second > 60) {
      return stop("there is no such time of day");
    }
    // Our clock has no leap second: it is the last moment of the second before, so that the order stays.
    if (clock.second == 60) {
      clock.second = 59;
      clock.micro = 999'999;
    }
    out_->precision = precision;
    out_->date = clock.date;
    return read_zone(clock);
  }
  bool read_two(bool basic, int& value, std::string_view why) {
    if (!basic) ++at_;  // the colon
    if (!is_digit(peek()) || !is_digit(peek(1))) return stop(why);
    value = take(2);
    return true;
  }
  bool read_fraction(int& micro) {
    ++at_;
    const std::size_t digits = digits_ahead();
    if (digits == 0) return stop("digits must follow the decimal point");
    int unit = 100'000;
    for (std::size_t i = 0; i < digits; ++i, unit /= 10) micro += (text_[at_ + i] - '0') * unit;
    at_ += digits;
    return true;
  }
  bool read_zone(const CivilTime& clock) {
    Time begin;
    const Time as_utc = time_from_civil_utc(clock);
    if (peek() == ' ' && (peek(1) == '+' || peek(1) == '-' || peek(1) == 'Z')) ++at_;
    if (peek() == 'Z' || peek() == 'z') {
      ++at_;
      begin = as_utc;
      out_->offset_us = 0;
    } else if (const int sign = offset_sign(); sign != 0) {
      const std::size_t from = at_;
      const std::size_t digits = digits_ahead();
      if (digits != 2 && digits != 4) return stop("an offset is written +01:00");
      const int hours = take(2);
      int minutes = 0;
      if (digits == 4) {
        minutes = take(2);
      } else if (peek() == ':' && !read_two(false, minutes, "an offset is written +01:00")) {
        return false;
      }
      if (hours > 18 || minutes > 59) return stop_at(from, "no clock on Earth is that far from UTC");
      out_->offset_us = sign * (hours * kMicrosPerHour + minutes * kMicrosPerMinute);
      begin = plus(as_utc, -*out_->offset_us);
    } else {
      out_->zone_stated = false;
      // 24:00 is the next day's begin, which the zone must see as such.
      begin = zone_.to_time(civil_utc_from_time(as_utc));
    }
    out_->covers = {begin, plus(begin, out_->precision == Precision::hour ? kMicrosPerHour : 0)};
    return true;
  }
  int offset_sign() {
    if (peek() == '+' || peek() == '-') return text_[at_++] == '+' ? 1 : -1;
    if (text_.substr(at_).starts_with("\u2212")) {  // the typographic minus
      at_ += 3;
      return -1;
    }
    return 0;
  }
  void read_flags() {
    const char c = peek();
    if (c != '?' && c != '~' && c != '%') return;
    out_->uncertain = c != '~';
    out_->approximate = c != '?';
    ++at_;
  }

  std::string_view text_;
  const TimeZone& zone_;
  std::size_t at_ = 0;
  WrittenDate* out_ = nullptr;
  Period period_;
};

// "2018-01-01T00:00:00Z", the form most files use.
bool read_utc_second(std::string_view text, WrittenDate& out) {
  constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:ddZ";
  if (text.size() != kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    if (kForm[i] == 'd' ? !is_digit(text[i]) : text[i] != kForm[i]) return false;
  }
  const auto number = [&](std::size_t at, std::size_t n) {
    return static_cast<int>(read_digits(text, at, n));
  };
  const CivilTime c{
      {number(0, 4), number(5, 2), number(8, 2)}, number(11, 2), number(14, 2), number(17, 2), 0};
  if (!is_valid(c.date) || c.hour > 23 || c.minute > 59 || c.second > 59) return false;
  out.date = c.date;
  out.covers.begin = out.covers.end = time_from_civil_utc(c);
  return true;
}

}  // namespace

Result<WrittenDate> parse_written_date(std::string_view text, const TimeZone& zone, std::size_t column) {
  WrittenDate out;
  if (read_utc_second(text, out)) return out;
  if (text.empty()) return fail(Code::bad_input, "there is no date");
  Scanner scanner(text, zone);
  if (scanner.read(out)) return out;
  constexpr std::size_t kShown = 40;
  std::string shown(text.substr(0, kShown));
  if (text.size() > kShown) shown += "…";
  return fail(Code::bad_input, "\"" + for_terminal(shown) +
                                   "\" is not a date: " + std::string(scanner.problem) + " (column " +
                                   std::to_string(column + scanner.problem_at) + ")");
}

Period period_of(const CivilDate& date, Precision precision) {
  const std::int64_t day = days_from_civil(date);
  switch (precision) {
    case Precision::week: {
      const std::int64_t monday = day - weekday(date);
      return {civil_from_days(monday), civil_from_days(monday + 7)};
    }
    case Precision::month: {
      const CivilDate first{date.year, date.month, 1};
      return {first, add_months(first, 1)};
    }
    case Precision::year:
      return {{date.year, 1, 1}, {date.year + 1, 1, 1}};
    default:
      return {date, civil_from_days(day + 1)};
  }
}

Span span_of(const Period& period, const TimeZone& zone) {
  return {zone.start_of_day(period.first), zone.start_of_day(period.next)};
}

}  // namespace vidik
