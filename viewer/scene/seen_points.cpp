#include "scene/seen_points.h"

#include <algorithm>
#include <cmath>

namespace vidik {

bool is_crowded(const VisibleSet& visible) {
  return std::any_of(visible.layers.begin(), visible.layers.end(),
                     [](const VisibleRows& rows) { return rows.count() > kCrowd; });
}

namespace {

constexpr double kCells = 0.5;  // a px

}  // namespace

// What paints into the map from just outside belongs to it.
SeenPoints::SeenPoints(const MapView& view, float reach) : places_(view, reach + 1) {
  width_ = static_cast<int>(std::ceil(places_.width() * kCells)) + 1;
  height_ = static_cast<int>(std::ceil(places_.height() * kCells)) + 1;
  taken_.resize((static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) + 63) / 64);
}

bool SeenPoints::see(std::int32_t lon_e7, std::int32_t lat_e7) {
  double x = 0, y = 0;
  if (!places_.find(lon_e7, lat_e7, x, y)) return false;
  const std::size_t at = static_cast<std::size_t>(y * kCells) * static_cast<std::size_t>(width_) +
                         static_cast<std::size_t>(x * kCells);
  const std::uint64_t bit = std::uint64_t{1} << (at % 64);
  if ((taken_[at / 64] & bit) != 0) return false;
  taken_[at / 64] |= bit;
  return true;
}

}  // namespace vidik
