#pragma once
// Of a crowd of points, those that can be seen: the ones in the view, and where several have their middles in the same
// cell of 2 px (at scale 1) the one that is painted last. Points of 5 px hide each other so; what a million of them cost
// to paint is what fits on the map.
//
// Units: MapView px; places in degrees * 1e7 as the store keeps them. Cost: see() a table look-up and a bit, about 5 ns
// a point; memory a bit a cell of the map.

#include "frame/draw_list.h"
#include "index/visible.h"
#include "scene/quick_places.h"

#include <cstdint>
#include <vector>

namespace vidik {

inline constexpr std::uint64_t kCrowd = 20000;  // fewer points of a layer are painted as they are
bool is_crowded(const VisibleSet& visible);     // so that some may be hidden

class SeenPoints {
 public:
  // `reach`: px around the middle that a point paints.
  SeenPoints(const MapView& view, float reach);

  // True when a point is the first one asked about in its cell: ask from the last painted to the first.
  bool see(std::int32_t lon_e7, std::int32_t lat_e7);

 private:
  QuickPlaces places_;
  int width_, height_;                // cells
  std::vector<std::uint64_t> taken_;  // a bit a cell
};

}  // namespace vidik
