#pragma once
// A coarse picture of one area, to ask quickly how much of a label lies inside it.
//
// Units: fixed coordinates. Ownership: owns its cells. Threads: immutable. Cost: made in O(points + cells), asked in O(1).

#include "geo/fixed.h"
#include "geo/mercator.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vidik {

class LandMask {
 public:
  static constexpr int kSide = 96;  // cells a side of the area's box
  LandMask(const FixedBox& box, std::span<const Fixed2> points, std::span<const std::uint32_t> ring_ends);
  bool inside(double unit_x, double unit_y) const;
  bool meets(Unit2 north_west, Unit2 south_east) const;  // its box and this one share ground

 private:
  double west_ = 0, north_ = 0, cell_w_ = 1, cell_h_ = 1;
  std::vector<bool> cells_;
};

}  // namespace vidik
