#pragma once
// Geometry that a painter keeps: triangles and lines in fixed coordinates, in chunks for culling.
//
// Units: geo/fixed.h. Ownership: spans are borrowed from whoever made them (the map set). Threads: plain data.

#include "geo/fixed.h"

#include <cstdint>
#include <span>

namespace vidik {

// A run of the geometry inside one cell, so that what is off the view costs nothing.
struct GeometryChunk {
  FixedBox box;
  std::uint32_t first = 0, count = 0;  // areas: vertices of triangles; lines: points
};

struct RetainedGeometry {
  std::span<const Fixed2> vertices;  // areas: triples; lines: polylines one after another
  std::span<const std::uint32_t>
      line_ends;  // lines: one past the last point of each polyline, ascending; areas: none
  std::span<const GeometryChunk> chunks;  // lines: chunks hold whole polylines
};

}  // namespace vidik
