#pragma once
// A coarse picture of one area, to ask quickly how much of a label lies inside it, where its middle is and how it lies.
//
// Units: fixed coordinates; places in the unit square. Ownership: owns its cells. Threads: immutable. Cost: made in O(points + cells),
// asked in O(1).

#include "geo/fixed.h"
#include "geo/mercator.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vidik {

class LandMask {
 public:
  static constexpr int kSide = 96;  // cells a side of the area's box
  // `sea`: triangles (three points each) that are no land, where an outline reaches out to sea.
  // `steepest`: degrees from level up to which a name may lie along the area; a steeper area has a level line only.
  LandMask(const FixedBox& box, std::span<const Fixed2> points, std::span<const std::uint32_t> ring_ends,
           std::span<const Fixed2> sea = {}, double steepest = 50);
  bool inside(double unit_x, double unit_y) const;
  bool meets(Unit2 north_west, Unit2 south_east) const;  // its box and this one share ground

  // A place far from every edge and not far from the middle of the area: where a name reads as that of the whole.
  Unit2 middle() const { return middle_; }
  // Gentle curves through the middle of the area from end to end: along its longest way where it has one, and level.
  const std::vector<std::vector<Unit2>>& lines() const { return lines_; }

 private:
  friend class LandShape;
  void take_off(std::span<const Fixed2> triangles);
  double west_ = 0, north_ = 0, cell_w_ = 1, cell_h_ = 1;
  std::vector<bool> cells_;
  Unit2 middle_;
  std::vector<std::vector<Unit2>> lines_;
};

}  // namespace vidik
