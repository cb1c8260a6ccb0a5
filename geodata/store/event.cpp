#include "store/event.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vidik {

namespace {

// Units that count people present, and those that count dead; injured are every unit that ends so.
constexpr std::array<std::string_view, 24> kPeople = {
    "arrested",   "attendance", "attendees", "crowd",    "demonstrators", "detained",
    "displaced",  "evacuated",  "farmers",   "marchers", "officers",      "participants",
    "people",     "person",     "personnel", "persons",  "police",        "present",
    "protesters", "soldiers",   "students",  "troops",   "visitors",      "workers"};
constexpr std::array<std::string_view, 8> kDeaths = {"dead",       "death",    "deaths", "died",
                                                     "fatalities", "fatality", "killed", "victims"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The first limit that the value is below gives the level; above all of them one more.
int level(double value, std::initializer_list<double> limits, int first) {
  int out = first;
  for (const double limit : limits) {
    if (value < limit) return out;
    ++out;
  }
  return out;
}

}  // namespace

int severity_of(const Magnitude& m, std::string_view unit) {
  constexpr int kUnknown = 2;
  double value = m.best;
  if (std::isnan(value)) value = std::isnan(m.high) ? m.low : std::sqrt(m.low * m.high);
  if (!(value >= 0)) return kUnknown;
  if (is_one_of(unit, kPeople)) return level(value, {100, 1'000, 10'000, 100'000}, 1);
  if (is_one_of(unit, kDeaths)) return level(value, {1, 3, 10}, 2);
  if (unit.ends_with("injured") || unit.ends_with("wounded")) return level(value, {10, 100}, 2);
  return kUnknown;
}

}  // namespace vidik
