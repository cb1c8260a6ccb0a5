#pragma once
// What ground lies under any px of a view, fast: the projection is asked on a coarse lattice, between it the answer is interpolated.
//
// Units: px at 1x; unit square. Threads: immutable. Cost: made in O(lattice), some four hundred places for a full screen; asked in O(1).
// Exact in Mercator; elsewhere good to a fraction of a px.

#include "frame/draw_list.h"
#include "geo/mercator.h"

#include <vector>

namespace vidik {

class GroundGrid {
 public:
  explicit GroundGrid(const MapView& view);
  Unit2 at(Px px) const;  // also a little way off the view

 private:
  Px origin_;
  int columns_ = 0, rows_ = 0;
  std::vector<Unit2> nodes_;
};

}  // namespace vidik
