#include "geo/distance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vidik {
namespace {

constexpr double kEarthMetres = 6371008.8;  // mean radius of WGS 84
constexpr double kRadians = std::numbers::pi / 180.0;

}  // namespace

double distance_m(LonLat a, LonLat b) {
  const double dlat = (b.lat - a.lat) * kRadians / 2.0;
  const double dlon = (b.lon - a.lon) * kRadians / 2.0;
  // The haversine keeps its digits for short distances, where the cosine rule loses them.
  const double h = std::sin(dlat) * std::sin(dlat) +
                   std::cos(a.lat * kRadians) * std::cos(b.lat * kRadians) * std::sin(dlon) * std::sin(dlon);
  return 2.0 * kEarthMetres * std::asin(std::sqrt(std::clamp(h, 0.0, 1.0)));
}

LonLat destination(LonLat from, double bearing_deg, double metres) {
  const double angle = metres / kEarthMetres;
  const double bearing = bearing_deg * kRadians;
  const double lat = from.lat * kRadians;
  const double to = std::asin(std::clamp(
      std::sin(lat) * std::cos(angle) + std::cos(lat) * std::sin(angle) * std::cos(bearing), -1.0, 1.0));
  const double east = std::atan2(std::sin(bearing) * std::sin(angle) * std::cos(lat),
                                 std::cos(angle) - std::sin(lat) * std::sin(to));
  double lon = from.lon + east / kRadians;
  if (lon > 180.0) lon -= 360.0;
  if (lon < -180.0) lon += 360.0;
  return {lon, to / kRadians};
}

}  // namespace vidik
