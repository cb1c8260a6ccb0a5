// Which texts give away where an event was.

#include "store/redact.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace vidik {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Number {
  std::size_t begin = 0, end = 0;
  double value = 0;
  int decimals = 0;
};

// Numbers with decimals, "." or "," before them, as people write them.
std::vector<Number> decimals_in(std::string_view text) {
  std::vector<Number> out;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    Number n;
    n.begin = at;
    double value = 0;
    while (at < text.size() && is_digit(text[at])) value = value * 10 + (text[at++] - '0');
    if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1])) {
      ++at;
      double unit = 1;
      while (at < text.size() && is_digit(text[at])) {
        unit /= 10;
        if (n.decimals < 15) value += (text[at] - '0') * unit;
        ++n.decimals;
        ++at;
      }
      n.value = n.begin > 0 && text[n.begin - 1] == '-' ? -value : value;
      n.end = at;
      out.push_back(n);
    }
  }
  return out;
}

// Rounded or cut off at its last decimal.
bool is_written(const Number& n, double degrees) {
  return n.decimals >= 2 &&
         std::abs(std::abs(n.value) - std::abs(degrees)) <= std::pow(10.0, -std::min(n.decimals, 7));
}

// A number and its degree sign (or the ordinal that is typed for it), unless of a thermometer.
bool has_degrees(std::string_view text) {
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1)) {
    const std::string_view sign = text.substr(at, 2);
    if (sign != "\xC2\xB0" && sign != "\xC2\xBA") continue;
    const std::size_t before = text.substr(0, at).find_last_not_of(' ');
    const std::size_t after = text.find_first_not_of(' ', at + 2);
    const bool warm = after != std::string_view::npos && (text[after] == 'C' || text[after] == 'F');
    if (before != std::string_view::npos && is_digit(text[before]) && !warm) return true;
  }
  return false;
}

}  // namespace

bool gives_place(std::string_view text, double lon, double lat) {
  if (has_degrees(text)) return true;
  const std::vector<Number> numbers = decimals_in(text);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Number& n = numbers[i];
    if (is_written(n, lon) || is_written(n, lat)) return true;
    // Two of them beside each other, fine enough to be a place: anybody's.
    if (i > 0 && n.decimals >= 3 && numbers[i - 1].decimals >= 3 && n.begin - numbers[i - 1].end <= 4 &&
        std::abs(n.value) <= 180 && std::abs(numbers[i - 1].value) <= 180)
      return true;
  }
  return false;
}

}  // namespace vidik
