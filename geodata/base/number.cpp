#include "base/number.h"

#include <charconv>
#include <cmath>

namespace vidik {

namespace {

// "+5" is a number to people, but not to from_chars; "+-5" is one to nobody.
std::string_view without_plus(std::string_view text) {
  if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
  return text;
}

// Adds one to the last digit of a decimal text.
void round_up(std::string& digits) {
  std::size_t at = digits.size();
  while (at > 0) {
    char& c = digits[--at];
    if (c == '.' || c == '-') continue;
    if (c != '9') {
      c = static_cast<char>(c + 1);
      return;
    }
    c = '0';
  }
  digits.insert(digits[0] == '-' ? 1 : 0, 1, '1');
}

}  // namespace

std::optional<double> parse_double(std::string_view text) {
  text = without_plus(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::int64_t> parse_int(std::string_view text) {
  text = without_plus(text);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string shortest(double value) {
  if (value == 0) return "0";  // also of minus zero
  char buffer[40];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
  return std::string(buffer, result.ptr);
}

std::string fixed(double value, int decimals) {
  if (!std::isfinite(value)) return shortest(value);
  const int places = decimals < 0 ? 0 : decimals > 17 ? 17 : decimals;
  char buffer[360];  // the largest double has 309 digits before the point
  // to_chars rounds halves to even. A value can lie exactly half way only if it is a multiple of 2^-(places + 1);
  // it then has at most places + 1 decimals, so that one more place shows the half exactly.
  const double scaled = std::ldexp(value, places + 1);
  const bool maybe_half = std::abs(scaled) < 1e15 && scaled == std::floor(scaled);
  const int shown = maybe_half ? places + 1 : places;
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, shown);
  std::string out(buffer, result.ptr);
  if (maybe_half) {
    const bool up = out.back() >= '5';
    out.pop_back();
    if (!out.empty() && out.back() == '.') out.pop_back();
    if (up) round_up(out);
  }
  if (out[0] == '-' && out.find_first_of("123456789") == std::string::npos) out.erase(0, 1);
  return out;
}

}  // namespace vidik
