#include "geo/shape.h"

#include <cmath>

namespace vidik {

LonLatBox Shape::box() const {
  LonLatBox box;
  for (const LonLat& p : points) box.add(p);
  return box;
}

double signed_area(std::span<const LonLat> ring) {
  if (ring.size() < 3) return 0;
  // About the first point: the products stay small and keep their digits.
  const LonLat origin = ring.front();
  double twice = 0;
  for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
    const double ax = ring[i].lon - origin.lon, ay = ring[i].lat - origin.lat;
    const double bx = ring[i + 1].lon - origin.lon, by = ring[i + 1].lat - origin.lat;
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

double area(const Shape& shape) {
  double total = 0;
  std::size_t ring = 0;
  for (const std::uint32_t end : shape.part_ends) {
    for (bool outer = true; ring < end; ++ring, outer = false) {
      const double size = std::abs(signed_area(shape.ring(ring)));
      total += outer ? size : -size;
    }
  }
  return total;
}

bool contains(const Shape& shape, LonLat place) {
  bool inside = false;
  for (std::size_t r = 0; r < shape.rings(); ++r) {
    const std::span<const LonLat> ring = shape.ring(r);
    if (ring.empty()) continue;
    LonLat a = ring.back();
    for (const LonLat& b : ring) {
      if ((a.lat > place.lat) != (b.lat > place.lat) &&
          place.lon < (b.lon - a.lon) * (place.lat - a.lat) / (b.lat - a.lat) + a.lon) {
        inside = !inside;
      }
      a = b;
    }
  }
  return inside;
}

}  // namespace vidik
