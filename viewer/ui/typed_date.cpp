#include "ui/typed_date.h"

#include "base/number.h"
#include "base/text.h"

#include <vector>

namespace vidik {

namespace {

int month_named(std::string_view word) {
  if (word.size() < 3) return 0;
  const std::string lower = lower_ascii(word);
  for (int m = 1; m <= 12; ++m) {
    if (lower_ascii(month_short(m)) == lower.substr(0, 3)) return m;
  }
  return 0;
}

std::string padded(std::int64_t value, std::size_t digits) {
  std::string out = std::to_string(value);
  return out.size() < digits ? std::string(digits - out.size(), '0') + out : out;
}

// Words without separators: "15", "Mar", "2025", "18:00".
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c == ' ' || c == ',' || c == '.') {
      if (!out.back().empty()) out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

// The same date in ISO; empty when it is not one of ours.
std::string iso_of(std::string_view text) {
  std::vector<std::string> words = words_of(text);
  std::string clock;
  if (words.size() > 1 && words.back().find(':') != std::string::npos) {
    clock = words.back().size() == 4 ? "T0" + words.back() : "T" + words.back();
    words.pop_back();
  }
  if (words.size() < 2 || words.size() > 3) return {};
  const std::optional<std::int64_t> year = parse_int(words.back());
  if (!year || *year < 1 || *year > 9999) return {};
  const std::string& month_word = words[words.size() - 2];
  std::int64_t month = month_named(month_word);
  if (month == 0) month = parse_int(month_word).value_or(0);
  if (month < 1 || month > 12) return {};
  std::string out = padded(*year, 4) + "-" + padded(month, 2);
  if (words.size() == 2) return out;
  const std::optional<std::int64_t> day = parse_int(words[0]);
  if (!day || *day < 1 || *day > 31) return {};
  return out + "-" + padded(*day, 2) + clock;
}

}  // namespace

Result<Moment> moment_typed(std::string_view text, const TimeZone& zone) {
  const std::string_view tidy = trimmed(text);
  Result<Moment> iso = parse_moment(tidy, zone);
  if (iso.ok()) return iso;
  const std::string again = iso_of(tidy);
  if (!again.empty()) {
    Result<Moment> read = parse_moment(again, zone);
    if (read.ok()) return read;
  }
  return fail(Code::bad_input,
              "\"" + for_ui(tidy) + "\" is no date: write 2025-03-15, 15 Mar 2025 or Mar 2025");
}

namespace {

struct Unit {
  std::string_view words, sign;
};
constexpr Unit kUnits[] = {{"second", "s"}, {"sec", "s"},  {"minute", "min"}, {"hour", "h"},
                           {"day", "d"},    {"week", "w"}, {"month", "mo"},   {"year", "y"}};

// "26 days" as parse_duration reads it: "26d".
std::string compact_length(std::string_view text) {
  std::string out;
  for (const char c : lower_ascii(text))
    if (c != ' ') out += c;
  const std::size_t digits = out.find_first_not_of("0123456789.");
  if (digits == 0 || digits == std::string::npos) return std::string(trimmed(text));
  std::string_view unit = std::string_view(out).substr(digits);
  if (unit.size() > 3 && unit.back() == 's') unit.remove_suffix(1);
  for (const Unit& one : kUnits)
    if (unit == one.words) return out.substr(0, digits) + std::string(one.sign);
  return out;
}

}  // namespace

Result<Duration> length_typed(std::string_view text) {
  const std::string tidy(trimmed(text));
  Result<Duration> read = parse_duration(compact_length(tidy));
  if (!read.ok()) read = parse_duration(tidy);
  if (!read.ok() || *read == Duration{} || read->months < 0 || read->days < 0 || read->us < 0)
    return fail(Code::bad_input, "\"" + for_ui(tidy) + "\" is no length: write 26 days, 2w, 6h or 1 month");
  return read;
}

Result<std::int64_t> speed_typed(std::string_view text) {
  std::string_view tidy = trimmed(text);
  if (tidy.ends_with("s") && trimmed(tidy.substr(0, tidy.size() - 1)).ends_with("/")) {
    tidy = trimmed(tidy.substr(0, tidy.size() - 1));
    tidy = trimmed(tidy.substr(0, tidy.size() - 1));
  }
  const Result<Duration> length = length_typed(tidy);
  const auto us = length.ok() ? length->us + (length->days + std::int64_t{length->months} % 12 * 30 +
                                              std::int64_t{length->months} / 12 * 365) *
                                                 kMicrosPerDay
                              : 0;
  if (us <= 0 || us > 36'525 * kMicrosPerDay)
    return fail(Code::bad_input, "\"" + for_ui(tidy) + "\" is no speed: write 3 days / s, 12h or 1 week / s");
  return us;
}

Result<Moment> moment_typed(std::string_view text, const TimeZone& zone, Time from) {
  const std::string_view tidy = trimmed(text);
  if (tidy.empty() || (tidy[0] != '-' && tidy[0] != '+' && !tidy.starts_with("−")))
    return moment_typed(tidy, zone);
  const bool back = tidy[0] != '+';
  const Result<Duration> length = length_typed(tidy.substr(tidy[0] == '-' || tidy[0] == '+' ? 1 : 3));
  if (!length.ok()) return length.error();
  const Time to = add(from, *length, zone, back ? -1 : 1);
  return Moment{{to, to}, Precision::second};
}

}  // namespace vidik
