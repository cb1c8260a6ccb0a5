#pragma once
// The inside of rings as triangles.
//
// Units: fixed coordinates. Inside is odd-even over all rings, so touching and crossing rings (as snapping makes them)
// are no error. Errors: the tessellator's, which only senseless input causes. Threads: any, each call for itself.
// Cost: O(n log n); the sea in 1-degree cells takes about 0.7 s in all.

#include "base/result.h"
#include "geo/fixed.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vidik {

// Appends triangles as triples of points. Rings are not closed; `ring_ends` is one past the last point of each.
Result<Done> triangulate(std::span<const Fixed2> points, std::span<const std::uint32_t> ring_ends,
                         std::vector<Fixed2>& triangles);

// Of triples, in square units.
double triangles_area(std::span<const Fixed2> triangles);

}  // namespace vidik
