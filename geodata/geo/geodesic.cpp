#include "geo/geodesic.h"

#include <geodesic.h>

#include <cmath>

namespace vidik {

namespace {

const geod_geodesic& wgs84() {
  static const geod_geodesic made = [] {
    geod_geodesic g;
    geod_init(&g, 6378137.0, 1 / 298.257223563);
    return g;
  }();
  return made;
}

}  // namespace

double geodesic_m(LonLat a, LonLat b) {
  double metres = 0;
  geod_inverse(&wgs84(), a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
  return metres;
}

void add_geodesic(LonLat a, LonLat b, int steps, std::vector<LonLat>& out) {
  geod_geodesicline line;
  geod_inverseline(&line, &wgs84(), a.lat, a.lon, b.lat, b.lon,
                   GEOD_LATITUDE | GEOD_LONGITUDE | GEOD_DISTANCE_IN);
  for (int i = 1; i < steps; ++i) {
    LonLat at;
    geod_position(&line, line.s13 * i / steps, &at.lat, &at.lon, nullptr);
    out.push_back(at);
  }
  out.push_back(b);
}

RingSize geodesic_ring(std::span<const LonLat> ring) {
  geod_polygon polygon;
  geod_polygon_init(&polygon, 0);
  for (const LonLat p : ring) geod_polygon_addpoint(&wgs84(), &polygon, p.lat, p.lon);
  RingSize size;
  // Signed: clockwise or not, the smaller side is meant.
  geod_polygon_compute(&wgs84(), &polygon, 0, 1, &size.area_m2, &size.perimeter_m);
  size.area_m2 = std::abs(size.area_m2);
  return size;
}

}  // namespace vidik
