#include "ingest/date_words.h"

#include "base/number.h"
#include "base/text.h"

#include <array>

namespace vidik {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A number of up to `most` digits at `at`, which moves on; -1 = none.
int number_at(std::string_view text, std::size_t& at, std::size_t most, std::size_t* digits = nullptr) {
  std::size_t end = at;
  while (end < text.size() && end - at < most && is_digit(text[end])) ++end;
  if (end == at || (end < text.size() && is_digit(text[end]))) return -1;
  const int value = static_cast<int>(*parse_int(text.substr(at, end - at)));
  if (digits != nullptr) *digits = end - at;
  at = end;
  return value;
}

void skip(std::string_view text, std::size_t& at, std::string_view any) {
  while (at < text.size() && any.find(text[at]) != std::string_view::npos) ++at;
}

std::string_view word_at(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  while (at < text.size()) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80 && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) break;
    ++at;
  }
  return text.substr(begin, at - begin);
}

// The rest behind a date: nothing, a dot, or a clock time.
bool take_rest(std::string_view text, std::size_t at, WrittenParts& out) {
  if (at < text.size() && text[at] == '.') ++at;
  const std::string_view rest = text.substr(at);
  const std::string_view inner = trimmed(rest);
  if (inner.empty()) return true;
  if (rest.front() != ' ' && rest.front() != 'T' && rest.front() != ',') return false;
  out.clock = rest.front() == ',' ? rest.substr(1) : rest;
  return out.clock.size() > 1;
}

WrittenParts numbers_only(std::string_view text) {
  WrittenParts out;
  std::size_t at = 0, digits = 0;
  const int a = number_at(text, at, 4, &digits);
  if (a < 0 || at >= text.size()) return out;
  const char separator = text[at];
  if (separator != '.' && separator != '/' && separator != '-') return out;
  const bool year_first = digits == 4;
  if (!year_first && digits > 2) return out;
  ++at;
  skip(text, at, " ");
  const int b = number_at(text, at, 2);
  if (b < 0 || at >= text.size() || text[at] != separator) return out;
  ++at;
  skip(text, at, " ");
  std::size_t last_digits = 0;
  const int c = number_at(text, at, 4, &last_digits);
  if (c < 0 || last_digits == 3 || last_digits == 1) {
    if (!(year_first && last_digits == 1)) return out;
  }
  out.first = year_first ? c : a;
  out.second = b;
  out.year = year_first ? a : c;
  out.year_digits = year_first || last_digits == 4 ? 4 : 2;
  // Dotted dates have the day first wherever they are in use.
  out.form = year_first || separator == '.' ? WrittenParts::Form::ordered : WrittenParts::Form::numbers;
  out.good = take_rest(text, at, out) && out.first > 0 && out.second > 0 && out.first <= 31 &&
             out.second <= 31 && out.year > 0;
  if (out.form == WrittenParts::Form::ordered && out.second > 12) out.good = false;
  return out;
}

WrittenParts with_month_name(std::string_view text) {
  WrittenParts out;
  std::size_t at = 0;
  std::string_view word = word_at(text, at);
  if (!word.empty() && at < text.size() && text[at] == ',') {  // "Tue, "
    ++at;
    skip(text, at, " ");
    word = word_at(text, at);
  }
  out.first = 0;
  if (word.empty()) {
    out.first = number_at(text, at, 2);
    if (out.first < 1 || out.first > 31) return out;
    skip(text, at, ". -/");
    word = word_at(text, at);
    if (word == "st" || word == "nd" || word == "rd" || word == "th") {
      skip(text, at, " ");
      word = word_at(text, at);
    }
    out.second = month_of(word);
  } else {
    out.second = month_of(word);
    std::size_t after = at;
    skip(text, after, ". -");
    const std::size_t before_number = after;
    const int day = number_at(text, after, 2);
    if (day >= 1 && day <= 31 && after < text.size() && (text[after] == ',' || text[after] == ' ')) {
      out.first = day;
      at = after;
    } else {
      at = before_number;
    }
  }
  if (out.second == 0) return out;
  skip(text, at, "., -/");
  std::size_t digits = 0;
  out.year = number_at(text, at, 4, &digits);
  if (out.year < 1 || (digits != 4 && digits != 2)) return out;
  out.year_digits = static_cast<int>(digits);
  out.good = take_rest(text, at, out);
  return out;
}

}  // namespace

int month_of(std::string_view word) {
  static constexpr std::string_view kStems[12] = {"jan sijec",         "feb fev veljac shkurt shk",
                                                  "mar ozuj",          "apr trav prill pri",
                                                  "maj may svib",      "jun lip qer",
                                                  "jul srp korr kor",  "avg aug kolov gus",
                                                  "sep ruj shtat sht", "okt oct listop tet",
                                                  "nov noe stud nen",  "dec dek pros dhj"};
  const std::string folded_word = folded(word);
  if (folded_word.size() < 3 || folded_word.size() > 12) return 0;
  for (int month = 0; month < 12; ++month) {
    for (const std::string_view stem : split(kStems[month], ' ')) {
      if (std::string_view(folded_word).substr(0, stem.size()) == stem) return month + 1;
    }
  }
  return 0;
}

WrittenParts split_date(std::string_view text) {
  if (text.size() > 60) return {};
  const WrittenParts out = numbers_only(text);
  return out.good ? out : with_month_name(text);
}

Result<std::string> iso_clock(std::string_view text) {
  const auto refuse = [&] {
    return fail(Code::bad_input, "\"" + std::string(trimmed(text)) + "\" is not a time of day");
  };
  std::size_t at = 0;
  skip(text, at, "T ");
  int hour = number_at(text, at, 2);
  if (hour < 0 || at >= text.size() || text[at] != ':') return refuse();
  std::string rest;
  ++at;
  const std::size_t minutes = at;
  if (number_at(text, at, 2) < 0 || at - minutes != 2) return refuse();
  rest = ":" + std::string(text.substr(minutes, 2));
  if (at < text.size() && text[at] == ':') {
    const std::size_t begin = at;
    ++at;
    if (number_at(text, at, 2) < 0) return refuse();
    if (at < text.size() && text[at] == '.') {
      ++at;
      while (at < text.size() && is_digit(text[at])) ++at;
    }
    rest += text.substr(begin, at - begin);
  }
  skip(text, at, " ");
  std::string zone = lower_ascii(text.substr(at));
  if (zone.substr(0, 2) == "am" || zone.substr(0, 2) == "pm") {
    if (hour < 1 || hour > 12) return refuse();
    hour = hour % 12 + (zone[0] == 'p' ? 12 : 0);
    zone = std::string(trimmed(std::string_view(zone).substr(2)));
  }
  if (zone == "z" || zone == "utc" || zone == "gmt") {
    zone = "Z";
  } else if (!zone.empty()) {
    // +02, +0200, +02:00
    std::string digits;
    for (const char c : zone.substr(1)) {
      if (is_digit(c))
        digits += c;
      else if (c != ':')
        return refuse();
    }
    if ((zone[0] != '+' && zone[0] != '-') || (digits.size() != 2 && digits.size() != 4)) return refuse();
    if (digits.size() == 2) digits += "00";
    zone = zone.substr(0, 1) + digits.substr(0, 2) + ":" + digits.substr(2);
  }
  return "T" + std::string(hour < 10 ? "0" : "") + std::to_string(hour) + rest + zone;
}

bool is_midnight(std::string_view clock) {
  for (const char c : clock.substr(clock.empty() ? 0 : 1)) {
    if (c != '0' && c != ':' && c != '.') return false;
  }
  return clock.size() > 1;
}

}  // namespace vidik
