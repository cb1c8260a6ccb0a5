#pragma once
// The geometry of an event as one view of the map shows it, and whether a px lies on it.
//
// Units: px at 1x. Ownership: owns its points. Threads: plain data. Cost: O(points).

#include "scene/clip_path.h"
#include "store/geometry.h"

namespace vidik {

struct ShapePath {
  PxPaths edges;           // lines, and the rims of areas
  PxPaths inside;          // rings to fill by the even-odd rule
  std::vector<Px> places;  // for themselves
};

ShapePath shape_path(const GeometryView& geometry, const MapView& view);

enum class ShapePart : std::uint8_t { edge, inside };
// Edge: a line, rim or place within `slack` px.
bool holds(const ShapePath& path, Px at, ShapePart part, float slack);

}  // namespace vidik
