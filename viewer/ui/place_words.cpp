#include "ui/place_words.h"

#include "base/number.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

std::string two(long long value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string dms(double degrees, const char* plus, const char* minus, double px_deg) {
  // Rounded once, as a whole number of the smallest unit told: 59.99″ must become the next minute.
  const bool tenths = px_deg < 1.0 / 36'000, seconds = px_deg < 30.0 / 3600;
  const long long parts = tenths ? 36'000 : seconds ? 3600 : 60;
  const long long all = std::llround(std::abs(degrees) * static_cast<double>(parts));
  const long long whole = all / parts, rest = all % parts;
  std::string out = std::to_string(whole) + "°";
  if (tenths)
    out += two(rest / 600) + "′" + two(rest % 600 / 10) + "." + std::to_string(rest % 10) + "″";
  else if (seconds)
    out += two(rest / 60) + "′" + two(rest % 60) + "″";
  else
    out += two(rest) + "′";
  return out + " " + (degrees < 0 ? minus : plus);
}

}  // namespace

std::string decimal_words(MapPlace place, double px_deg) {
  const int decimals = static_cast<int>(std::clamp(std::ceil(-std::log10(px_deg)), 2.0, 6.0));
  return fixed(place.lat, decimals) + ", " + fixed(place.lon, decimals);
}

std::string dms_words(MapPlace place, double px_deg) {
  return dms(place.lat, "N", "S", px_deg) + "  " + dms(place.lon, "E", "W", px_deg);
}

}  // namespace vidik
