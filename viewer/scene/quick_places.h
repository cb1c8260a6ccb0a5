#pragma once
// Where a million places are on the page, quicker than the projection: it is interpolated in a table of the view's
// latitudes, and where meridians are not straight in a net of its degrees, to below a hundredth of a pixel
// (in a net a tenth).
//
// Units: places in degrees * 1e7 as the store keeps them; MapView px. Threads: immutable. Cost: find() about 3 ns, in a
// net 8 ns; making the net takes 4 ms.

#include "frame/draw_list.h"

#include <cstdint>
#include <vector>

namespace vidik {

class QuickPlaces {
 public:
  // Of the view's box and `reach` px round it.
  QuickPlaces(const MapView& view, float reach);

  // From the upper left corner of the box grown by `reach`; false: the place is not in it. The world of Web Mercator
  // repeats: a view across the date line sees places of both ends.
  bool find(std::int32_t lon_e7, std::int32_t lat_e7, double& x, double& y) const {
    const double row = (lat0_ - lat_e7) * rows_per_lat_;
    if (!(row >= 0 && row < rows_)) return false;
    if (!net_.empty()) return find_in_net(lon_e7, row, x, y);
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
  static constexpr int kNet = 112;    // parts of the net, both ways

  struct Node {
    double x, y;
  };
  void make_table(const MapView& wide);
  void make_net(const MapView& wide);
  bool find_in_net(std::int32_t lon_e7, double row, double& x, double& y) const {
    const double col = (lon_e7 - lon0_) * cols_per_lon_;
    if (!(col >= 0 && col < kNet)) return false;
    const auto left = static_cast<std::size_t>(col), above = static_cast<std::size_t>(row);
    const double u = col - static_cast<double>(left), v = row - static_cast<double>(above);
    const Node* a = &net_[above * (kNet + 1) + left];
    const Node* b = a + kNet + 1;
    const auto between = [&](double Node::*part) {
      const double north = a[0].*part + (a[1].*part - a[0].*part) * u;
      const double south = b[0].*part + (b[1].*part - b[0].*part) * u;
      return north + (south - north) * v;
    };
    x = between(&Node::x), y = between(&Node::y);
    return x >= 0 && x <= width_ && y >= 0 && y <= height_;
  }

  double width_ = 0, height_ = 0, world_ = 0;
  double x0_ = 0, x_per_lon_ = 0;  // px of longitude 0 and of 1e-7 degrees
  double lat0_ = 0, rows_per_lat_ = 0,
         rows_ = 0;                     // the first latitude, rows in 1e-7 degrees, and how many there are
  std::vector<double> y_;               // px by latitude, from north to south
  double lon0_ = 0, cols_per_lon_ = 0;  // of the net
  std::vector<Node> net_;               // px, row by row; empty: the table serves
};

}  // namespace vidik
