#pragma once
// A polygon or line of any number of parts, as flat arrays.
//
// Units: degrees. Rings of an area: first point not repeated at the end is allowed, both are understood. What is
// inside an area is odd-even over all rings, which holds for valid (multi)polygons with holes.

#include "geo/lonlat.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vidik {

struct Shape {
  std::vector<LonLat> points;
  std::vector<std::uint32_t> ring_ends;  // one past the last point of each ring or line, ascending
  std::vector<std::uint32_t> part_ends;  // areas: one past the last ring of each polygon (outer ring first)

  std::size_t rings() const { return ring_ends.size(); }
  std::span<const LonLat> ring(std::size_t i) const {
    const std::size_t first = i == 0 ? 0 : ring_ends[i - 1];
    return std::span(points).subspan(first, ring_ends[i] - first);
  }
  LonLatBox box() const;
};

// Twice-signed area halves out: positive for rings that run counter-clockwise. Square degrees.
double signed_area(std::span<const LonLat> ring);

// Area of outer rings less holes, whichever way they run. Square degrees.
double area(const Shape& shape);

// Odd-even; a point on an edge may be told either way, but always the same way. O(points).
bool contains(const Shape& shape, LonLat place);

}  // namespace vidik
