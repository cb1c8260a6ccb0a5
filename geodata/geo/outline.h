#pragma once
// The outlines of areas that are kept as triangles.
//
// Triangles of one area share their corners as whole numbers, so an edge between two of them stands there twice and an
// edge of the outline once: what stands there an odd number of times is the outline. Nothing is computed, so nothing is
// off by a rounding, and areas that meet go on meeting.
//
// Units: fixed coordinates. Inside is odd-even over all rings. Threads: any. Errors: none; vertices that make no whole
// triangle are left out. The same triangles in any order give the same edges. Cost: O(n log n).

#include "geo/fixed.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vidik {

struct Outline {
  std::vector<Fixed2> points;
  std::vector<std::uint32_t>
      ring_ends;  // one past the last point of each ring, ascending; rings are not closed
};

// `triangles`: three corners each; triangles do not lie on one another.
Outline outline_of(std::span<const Fixed2> triangles);

}  // namespace vidik
