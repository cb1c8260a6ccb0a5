#include "geo/mercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vidik {
namespace {

constexpr double kWorld = 4294967296.0;  // 2^32
constexpr double kRadians = std::numbers::pi / 180.0;
constexpr double kEquatorMetres = 40075016.685578488;

// Rounds first, wraps after, so that 180 and -180 are the same place.
std::int32_t wrapped(double unit) {
  const auto whole = static_cast<std::int64_t>(std::llround(unit * kWorld)) - (std::int64_t{1} << 31);
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(static_cast<std::uint64_t>(whole)));
}

std::int32_t clamped(double unit) {
  const auto whole = static_cast<std::int64_t>(std::llround(unit * kWorld)) - (std::int64_t{1} << 31);
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(whole, INT32_MIN, INT32_MAX));
}

}  // namespace

Unit2 to_unit(LonLat place) {
  double x = (place.lon + 180.0) / 360.0;
  if (x < 0.0 || x > 1.0) x -= std::floor(x);
  // asinh(tan(lat)) written by the sine (Snyder 1987, 7-2a): half the time, the same to 1e-14.
  const double sine = std::sin(std::clamp(place.lat, -kMercatorLatMax, kMercatorLatMax) * kRadians);
  const double y = 0.5 - std::log((1.0 + sine) / (1.0 - sine)) / (4.0 * std::numbers::pi);
  return {x, std::clamp(y, 0.0, 1.0)};
}

LonLat from_unit(Unit2 unit) {
  const double y = (0.5 - unit.y) * 2.0 * std::numbers::pi;
  return {unit.x * 360.0 - 180.0, std::atan(std::sinh(y)) / kRadians};
}

Fixed2 to_fixed(LonLat place) {
  const Unit2 unit = to_unit(place);
  return {wrapped(unit.x), clamped(unit.y)};
}

LonLat from_fixed(Fixed2 fixed) {
  return from_unit({(fixed.x + 2147483648.0) / kWorld, (fixed.y + 2147483648.0) / kWorld});
}

double metres_per_unit(double lat_deg) {
  return kEquatorMetres * std::cos(std::clamp(lat_deg, -kMercatorLatMax, kMercatorLatMax) * kRadians);
}

}  // namespace vidik
