#include "scene/seen_points.h"

#include "scene/camera.h"

#include <algorithm>
#include <cmath>

namespace vidik {

bool is_crowded(const VisibleSet& visible) {
  return std::any_of(visible.layers.begin(), visible.layers.end(),
                     [](const VisibleRows& rows) { return rows.count() > kCrowd; });
}

SeenPoints::SeenPoints(const MapView& view, float reach) {
  constexpr float kCells = 0.5f;  // a px
  const float edge = reach + 1;
  MapView wide = view;  // what paints into the map from just outside belongs to it
  wide.box = {view.box.x - edge, view.box.y - edge, view.box.w + 2 * edge, view.box.h + 2 * edge};
  width_ = static_cast<int>(std::ceil(wide.box.w * kCells)) + 1;
  height_ = static_cast<int>(std::ceil(wide.box.h * kCells)) + 1;
  taken_.resize((static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) + 63) / 64);

  const double cells_per_world = view.px_per_world * kCells;
  x_per_lon_ = cells_per_world / 3.6e9;
  x0_ = (0.5 - wide.centre_x) * cells_per_world + wide.box.w * kCells / 2.0;

  const LonLatBox shown = shown_box(wide);
  lat0_ = shown.north * 1e7;
  rows_per_lat_ = kRows / std::max(1.0, (shown.north - shown.south) * 1e7);
  y_.reserve(kRows + 2);
  for (int i = 0; i <= kRows + 1; ++i) {
    const double lat = (lat0_ - i / rows_per_lat_) / 1e7;
    y_.push_back((px_of(wide, LonLat{0, lat}).y - wide.box.y) * kCells);
  }
}

bool SeenPoints::see(std::int32_t lon_e7, std::int32_t lat_e7) {
  const double row = (lat0_ - lat_e7) * rows_per_lat_;
  if (!(row >= 0 && row < kRows + 1)) return false;
  const auto above = static_cast<std::size_t>(row);
  const float share = static_cast<float>(row - static_cast<double>(above));
  const int y = static_cast<int>(y_[above] + (y_[above + 1] - y_[above]) * share);
  // The world repeats: a view across the date line sees places of both ends.
  double x = x0_ + lon_e7 * x_per_lon_;
  const double world = x_per_lon_ * 3.6e9;
  if (x < 0)
    x += world;
  else if (x >= width_ && x >= world)
    x -= world;
  if (!(x >= 0 && x < width_) || y < 0 || y >= height_) return false;
  const std::size_t at =
      static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x);
  const std::uint64_t bit = std::uint64_t{1} << (at % 64);
  if ((taken_[at / 64] & bit) != 0) return false;
  taken_[at / 64] |= bit;
  return true;
}

}  // namespace vidik
