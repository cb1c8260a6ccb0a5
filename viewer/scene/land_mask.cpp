#include "scene/land_mask.h"

#include <algorithm>
#include <cmath>

namespace vidik {

LandMask::LandMask(const FixedBox& box, std::span<const Fixed2> points,
                   std::span<const std::uint32_t> ring_ends)
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
