#include "frame/draw_list.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vidik {

namespace {

// Web Mercator ends where the world is square.
constexpr double kMostLatitude = 85.05112877980659;

}  // namespace

MapView map_view(const Camera& camera, const Box2& box) {
  MapView view;
  view.box = box;
  view.px_per_world = 256 * std::exp2(camera.zoom);
  view.projection = camera.projection;
  if (camera.projection != Projection::web_mercator) {
    const Unit2 centre = to_unit(camera.projection, {camera.lon, camera.lat});
    view.centre_x = centre.x, view.centre_y = centre.y;
    return view;
  }
  const double lat = std::clamp(camera.lat, -kMostLatitude, kMostLatitude) * std::numbers::pi / 180;
  view.centre_x = camera.lon / 360 + 0.5;
  view.centre_y = 0.5 - std::asinh(std::tan(lat)) / (2 * std::numbers::pi);
  return view;
}

Size DrawList::device_size() const {
  if (device.width > 0 && device.height > 0) return device;
  const auto px = [&](int v) { return static_cast<int>(std::lround(static_cast<double>(v) * scale)); };
  return {px(size.width), px(size.height)};
}

Range DrawList::add_points(const std::vector<Px>& more) {
  const Range range{static_cast<std::uint32_t>(points.size()), static_cast<std::uint32_t>(more.size())};
  points.insert(points.end(), more.begin(), more.end());
  return range;
}

void DrawList::clear() {
  device = {};
  base_key = base_look = names_key = 0;
  base.clear();
  names.clear();
  top.clear();
  points.clear();
  glyphs.clear();
  colors.clear();
  rows.clear();
  places.clear();
}

}  // namespace vidik
