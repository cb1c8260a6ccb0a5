#pragma once
// Where a million places are on the page, quicker than the projection: it is interpolated in a table of the view's
// latitudes, to below a hundredth of a pixel.
//
// Units: places in degrees * 1e7 as the store keeps them; MapView px. Threads: immutable. Cost: find() about 3 ns.

#include "frame/draw_list.h"

#include <cstdint>
#include <vector>

namespace vidik {

class QuickPlaces {
 public:
  // Of the view's box and `reach` px round it.
  QuickPlaces(const MapView& view, float reach);

  // From the upper left corner of the box grown by `reach`; false: the place is not in it. The world repeats: a view
  // across the date line sees places of both ends.
  bool find(std::int32_t lon_e7, std::int32_t lat_e7, double& x, double& y) const {
    const double row = (lat0_ - lat_e7) * rows_per_lat_;
    if (!(row >= 0 && row < kRows + 1)) return false;
    const auto above = static_cast<std::size_t>(row);
    y = y_[above] + (y_[above + 1] - y_[above]) * (row - static_cast<double>(above));
    x = x0_ + lon_e7 * x_per_lon_;
    if (x < 0)
      x += world_;
    else if (x > width_ && x >= world_)
      x -= world_;
    return x >= 0 && x <= width_ && y >= 0 && y <= height_;
  }
  double width() const { return width_; }
  double height() const { return height_; }

 private:
  static constexpr int kRows = 2048;  // of the table

  double width_, height_, world_;
  double x0_, x_per_lon_;       // px of longitude 0 and of 1e-7 degrees
  double lat0_, rows_per_lat_;  // the table's first latitude and its rows in 1e-7 degrees
  std::vector<double> y_;       // px by latitude, from north to south
};

}  // namespace vidik
