#include "scene/ground_grid.h"

#include "scene/camera.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {
constexpr float kCell = 64, kBeyond = 128;  // px; names at the edge ask for places beyond it
}

GroundGrid::GroundGrid(const MapView& view) : origin_{view.box.x - kBeyond, view.box.y - kBeyond} {
  columns_ = static_cast<int>(std::ceil((view.box.w + 2 * kBeyond) / kCell)) + 1;
  rows_ = static_cast<int>(std::ceil((view.box.h + 2 * kBeyond) / kCell)) + 1;
  nodes_.reserve(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
  for (int r = 0; r < rows_; ++r)
    for (int c = 0; c < columns_; ++c)
      nodes_.push_back(to_unit(place_at(
          view, {origin_.x + kCell * static_cast<float>(c), origin_.y + kCell * static_cast<float>(r)})));
}

Unit2 GroundGrid::at(Px px) const {
  const double x = std::clamp(static_cast<double>((px.x - origin_.x) / kCell), 0.0, columns_ - 1.001);
  const double y = std::clamp(static_cast<double>((px.y - origin_.y) / kCell), 0.0, rows_ - 1.001);
  const auto c = static_cast<int>(x), r = static_cast<int>(y);
  const auto node = [&](int row, int column) -> const Unit2& {
    return nodes_[static_cast<std::size_t>(row * columns_ + column)];
  };
  const Unit2 &nw = node(r, c), &ne = node(r, c + 1), &sw = node(r + 1, c), &se = node(r + 1, c + 1);
  const double s = x - c, t = y - r;
  return {(nw.x * (1 - s) + ne.x * s) * (1 - t) + (sw.x * (1 - s) + se.x * s) * t,
          (nw.y * (1 - s) + ne.y * s) * (1 - t) + (sw.y * (1 - s) + se.y * s) * t};
}

}  // namespace vidik
