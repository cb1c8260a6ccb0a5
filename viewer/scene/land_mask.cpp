#include "scene/land_mask.h"

#include "scene/land_shape.h"

#include <algorithm>
#include <cmath>

namespace vidik {

LandMask::LandMask(const FixedBox& box, std::span<const Fixed2> points,
                   std::span<const std::uint32_t> ring_ends, std::span<const Fixed2> sea, double steepest)
    : cells_(static_cast<std::size_t>(kSide) * kSide) {
  west_ = box.west, north_ = box.north;
  cell_w_ = std::max(1.0, (static_cast<double>(box.east) - box.west) / kSide);
  cell_h_ = std::max(1.0, (static_cast<double>(box.south) - box.north) / kSide);
  // Even-odd along the middle of each row of cells.
  std::vector<std::vector<double>> crossings(kSide);
  std::size_t first = 0;
  for (const std::uint32_t end : ring_ends) {
    for (std::size_t i = first; i < end && i < points.size(); ++i) {
      const Fixed2 a = points[i], b = points[i + 1 < end ? i + 1 : first];
      if (a.y == b.y) continue;
      const double low = std::min(a.y, b.y), high = std::max(a.y, b.y);
      const int r0 = std::clamp(static_cast<int>(std::ceil((low - north_) / cell_h_ - 0.5)), 0, kSide);
      const int r1 = std::clamp(static_cast<int>(std::ceil((high - north_) / cell_h_ - 0.5)), 0, kSide);
      for (int r = r0; r < r1; ++r) {
        const double y = north_ + (r + 0.5) * cell_h_;
        crossings[static_cast<std::size_t>(r)].push_back(a.x + (static_cast<double>(b.x) - a.x) * (y - a.y) /
                                                                   (static_cast<double>(b.y) - a.y));
      }
    }
    first = end;
  }
  for (int r = 0; r < kSide; ++r) {
    std::vector<double>& row = crossings[static_cast<std::size_t>(r)];
    std::sort(row.begin(), row.end());
    for (std::size_t k = 0; k + 1 < row.size(); k += 2) {
      const int c0 = std::clamp(static_cast<int>(std::ceil((row[k] - west_) / cell_w_ - 0.5)), 0, kSide);
      const int c1 = std::clamp(static_cast<int>(std::ceil((row[k + 1] - west_) / cell_w_ - 0.5)), 0, kSide);
      for (int c = c0; c < c1; ++c) cells_[static_cast<std::size_t>(r * kSide + c)] = true;
    }
  }
  take_off(sea);
  LandShape(*this).find(steepest);
}

void LandMask::take_off(std::span<const Fixed2> triangles) {
  for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
    double x[3], y[3];  // in cells
    for (std::size_t k = 0; k < 3; ++k) {
      x[k] = (triangles[i + k].x - west_) / cell_w_ - 0.5;
      y[k] = (triangles[i + k].y - north_) / cell_h_ - 0.5;
    }
    const double top = std::min({y[0], y[1], y[2]}), bottom = std::max({y[0], y[1], y[2]});
    if (bottom < 0 || top > kSide || std::max({x[0], x[1], x[2]}) < 0 || std::min({x[0], x[1], x[2]}) > kSide)
      continue;
    for (int r = std::max(0, static_cast<int>(std::ceil(top))); r < kSide && r <= bottom; ++r) {
      double from = 1e30, to = -1e30;
      for (std::size_t a = 0; a < 3; ++a) {
        const std::size_t b = (a + 1) % 3;
        if ((y[a] > r) == (y[b] > r)) continue;
        const double at = x[a] + (x[b] - x[a]) * (r - y[a]) / (y[b] - y[a]);
        from = std::min(from, at), to = std::max(to, at);
      }
      for (int c = std::max(0, static_cast<int>(std::ceil(std::max(from, 0.0)))); c < kSide && c <= to; ++c)
        cells_[static_cast<std::size_t>(r * kSide + c)] = false;
    }
  }
}

bool LandMask::meets(Unit2 north_west, Unit2 south_east) const {
  const auto fixed = [](double unit) { return unit * 4294967296.0 - 2147483648.0; };
  return fixed(north_west.x) < west_ + kSide * cell_w_ && fixed(south_east.x) > west_ &&
         fixed(north_west.y) < north_ + kSide * cell_h_ && fixed(south_east.y) > north_;
}

bool LandMask::inside(double unit_x, double unit_y) const {
  const double x = (unit_x * 4294967296.0 - 2147483648.0 - west_) / cell_w_;
  const double y = (unit_y * 4294967296.0 - 2147483648.0 - north_) / cell_h_;
  if (!(x >= 0 && y >= 0 && x < kSide && y < kSide)) return false;
  return cells_[static_cast<std::size_t>(static_cast<int>(y) * kSide + static_cast<int>(x))];
}

}  // namespace vidik
