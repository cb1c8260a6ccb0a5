#include "scene/count_cells.h"

#include "base/text.h"
#include "scene/camera.h"
#include "scene/cluster.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vidik {

namespace {

double radius_at(double zoom) { return kCellPx * std::exp2(zoom - cluster_zoom(zoom)); }

}  // namespace

// A cell at the edge counts what lies just outside.
CountCells::CountCells(const MapView& view)
    : view_(view),
      radius_(radius_at(zoom_of(view))),
      dx_(radius_ * std::numbers::sqrt3),
      dy_(radius_ * 1.5),
      places_(view, static_cast<float>(2 * radius_)) {
  left_ = view.centre_x * view.px_per_world - view.box.w / 2.0;
  top_ = view.centre_y * view.px_per_world - view.box.h / 2.0;
  first_col_ = static_cast<std::int64_t>(std::floor(left_ / dx_)) - 1;
  first_row_ = static_cast<std::int64_t>(std::floor(top_ / dy_)) - 1;
  cols_ = static_cast<int>(std::ceil(view.box.w / dx_)) + 4;
  rows_ = static_cast<int>(std::ceil(view.box.h / dy_)) + 4;
  counts_.resize(static_cast<std::size_t>(cols_) * static_cast<std::size_t>(rows_));
}

// Source of the nearest hexagon: between two rows the nearer of two middles (d3-hexbin's method).
void CountCells::add(std::int32_t lon_e7, std::int32_t lat_e7) {
  double px = 0, py = 0;
  if (!places_.find(lon_e7, lat_e7, px, py)) return;
  px -= 2 * radius_, py -= 2 * radius_;        // from the map box
  const double x = left_ + px, y = top_ + py;  // from the world's edges
  const double v = y / dy_;
  auto row = static_cast<std::int64_t>(std::floor(v + 0.5));
  double u = x / dx_ - static_cast<double>(row & 1) / 2;
  auto col = static_cast<std::int64_t>(std::floor(u + 0.5));
  const double off_v = v - static_cast<double>(row);
  if (std::abs(off_v) * 3 > 1) {
    const double off_u = u - static_cast<double>(col);
    const std::int64_t other_row = row + (off_v < 0 ? -1 : 1);
    const double other_u = x / dx_ - static_cast<double>(other_row & 1) / 2;
    const auto other_col = static_cast<std::int64_t>(std::floor(other_u + 0.5));
    const double du = other_u - static_cast<double>(other_col), dv = v - static_cast<double>(other_row);
    const double here = off_u * off_u * dx_ * dx_ + off_v * off_v * dy_ * dy_;
    if (du * du * dx_ * dx_ + dv * dv * dy_ * dy_ < here) row = other_row, col = other_col;
  }
  const std::int64_t c = col - first_col_, r = row - first_row_;
  if (c < 0 || r < 0 || c >= cols_ || r >= rows_) return;
  ++counts_[static_cast<std::size_t>(r) * static_cast<std::size_t>(cols_) + static_cast<std::size_t>(c)];
  in_view_ += px >= 0 && px < view_.box.w && py >= 0 && py < view_.box.h ? 1 : 0;
}

std::vector<CountCells::Cell> CountCells::cells() const {
  std::vector<Cell> out;
  for (int r = 0; r < rows_; ++r)
    for (int c = 0; c < cols_; ++c) {
      const std::uint32_t count = counts_[static_cast<std::size_t>(r) * static_cast<std::size_t>(cols_) +
                                          static_cast<std::size_t>(c)];
      if (count == 0) continue;
      const std::int64_t row = first_row_ + r;
      const double x = (static_cast<double>(first_col_ + c) + static_cast<double>(row & 1) / 2) * dx_ - left_;
      const double y = static_cast<double>(row) * dy_ - top_;
      out.push_back({{view_.box.x + static_cast<float>(x), view_.box.y + static_cast<float>(y)}, count});
    }
  return out;
}

CountClasses::CountClasses(std::uint32_t largest) {
  std::vector<std::uint64_t> begins{1};
  while (true) {
    const std::uint64_t last = begins.back();
    const bool one = begins.size() % 2 == 1;  // 1, 10, 100 …; between them 3, 30, 300 …
    const std::uint64_t next = one ? last * 3 : last / 3 * 10;
    if (next > largest) break;
    begins.push_back(next);
  }
  size_ = std::min(begins.size(), kMost);
  std::copy(begins.end() - static_cast<std::ptrdiff_t>(size_), begins.end(), from_.begin());
  from_[0] = 1;
  from_[size_] = std::uint64_t{largest} + 1;
}

std::size_t CountClasses::class_of(std::uint32_t count) const {
  std::size_t k = 0;
  while (k + 1 < size_ && count >= from_[k + 1]) ++k;
  return k;
}

std::string CountClasses::words(std::size_t k) const {
  const std::uint64_t to = from_[k + 1] - 1;
  const auto number = [](std::uint64_t n) { return thousands(static_cast<long long>(n)); };
  return number(from_[k]) + (to > from_[k] ? "–" + number(to) : "");
}

}  // namespace vidik
