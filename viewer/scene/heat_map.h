#pragma once
// Events spread over their neighbourhood: how many there are on 100 km², as bands between lines of equal density. They
// keep their ground while the map moves.
//
// Each event counts as a Gauss bell of kHeatSigmaPx. Bands begin at 1, 3, 10, 30 … (or 0.1, 0.3 …) events on 100 km²: the
// six that end at the highest; what is below the lowest has no colour.
// Source of the lines: marching squares with linear interpolation (Lorensen and Cline 1987, in two dimensions).
//
// Units: MapView px; places in degrees * 1e7 as the store keeps them. Threads: pure. Cost: add() about 20 ns an event,
// bands() O(px of the map), about 5 ms at 1600 × 900.

#include "scene/quick_places.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vidik {

inline constexpr double kHeatSigmaPx = 14;

struct HeatBand {
  double from = 0;                  // events on 100 km²
  std::vector<Px> points;           // of all that is at least so dense: rings end to end, even-odd
  std::vector<std::uint32_t> ends;  // one past the last point of each
};

struct HeatBands {
  std::vector<HeatBand> bands;             // the lowest first, each within the one before
  double highest = 0;                      // events on 100 km²
  double sigma_m = 0;                      // of the bell, on the ground in the middle of the map
  std::string words(std::size_t k) const;  // "3–10", the last "30–85"
};

class HeatMap {
 public:
  explicit HeatMap(const MapView& view);

  void add(std::int32_t lon_e7, std::int32_t lat_e7);
  std::uint64_t in_view() const { return in_view_; }
  HeatBands bands() const;

 private:
  std::vector<float> smooth() const;  // events on a cell
  double cell_km2(int row) const;

  MapView view_;
  double side_;  // px of a cell
  float reach_;  // px round the view that count, too
  QuickPlaces places_;
  double left_, top_;  // px of the first cell's corner from the upper left corner of the grown box
  int cols_, rows_;
  std::vector<float> counts_;
  std::uint64_t in_view_ = 0;
};

// The rings of all that is at least `level` in a grid of values whose border is below it, in cells of the grid: (0, 0) is
// the first value's place.
void contour(const std::vector<float>& values, int cols, int rows, float level, HeatBand& out);

}  // namespace vidik
