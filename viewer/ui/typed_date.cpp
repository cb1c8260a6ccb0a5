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

}  // namespace vidik
