#pragma once
// Fewer points for a level of detail, each decided by its own coordinates alone, so that two areas that share a
// border before share it after.
//
// Units: fixed coordinates; `grid` is a power of two, 1 keeps every place. Cost: O(points).

#include "geo/fixed.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vidik {

// The nearest crossing of the grid; halves go east and south.
Fixed2 snapped(Fixed2 point, std::int32_t grid);

// Appends the ring (not closed) on the grid, without repeated points, spikes and points on straight edges.
// Appends nothing when no area is left.
void simplify_ring(std::span<const Fixed2> ring, std::int32_t grid, std::vector<Fixed2>& out);

// Appends the line on the grid, without repeated points and points on straight runs. Appends nothing when all points
// fall on one place.
void simplify_line(std::span<const Fixed2> line, std::int32_t grid, std::vector<Fixed2>& out);

// Appends the line with those of its points left out that lie within `tolerance` (fixed units) of what is drawn without
// them (Douglas and Peucker, by GEOS). The ends stay. For lines that are drawn once: it asks the neighbours of a
// point, so two areas that share a border must not be thinned so. Of a very long line some points
// more stay than need be (one in 511). O(points).
void thin_line(std::span<const Fixed2> line, std::int32_t tolerance, std::vector<Fixed2>& out);

}  // namespace vidik
