#pragma once
// Lines and rings in px, cut to a box and thinned to what can be told apart, so that at any zoom they cost what is seen.
//
// Units: px at 1x; doubles before the cut, since at the deepest zoom a far end lies millions of px away.
// Threads: pure. Cost: O(points).

#include "frame/draw_list.h"

#include <span>
#include <vector>

namespace vidik {

struct FarPx {
  double x = 0, y = 0;
};

// Runs of points end to end.
struct PathRun {
  std::uint32_t end;  // one past its last point
  bool closed;
};
struct PxPaths {
  std::vector<Px> points;
  std::vector<PathRun> runs;

  std::span<const Px> run(std::size_t i) const {
    const std::uint32_t first = i == 0 ? 0 : runs[i - 1].end;
    return std::span(points).subspan(first, runs[i].end - first);
  }
};

// Appends what of the line is inside, as one run a stay. A closed line that never leaves stays one closed run.
void clip_line(std::span<const FarPx> line, bool closed, const Box2& box, PxPaths& out);

// Appends the ring cut by the box's four sides (Sutherland and Hodgman 1974) as a closed run, for filling: along the sides
// it may run back over itself, which the even-odd rule forgives. Nothing when nothing is inside.
void clip_ring(std::span<const FarPx> ring, const Box2& box, PxPaths& out);

}  // namespace vidik
