#include "scene/camera.h"

#include <algorithm>
#include <cmath>

namespace vidik {

Unit2 unit_at(const MapView& view, Px at) {
  return {view.centre_x + (static_cast<double>(at.x) - (view.box.x + view.box.w / 2)) / view.px_per_world,
          view.centre_y + (static_cast<double>(at.y) - (view.box.y + view.box.h / 2)) / view.px_per_world};
}

LonLat place_at(const MapView& view, Px at) {
  const Unit2 unit = unit_at(view, at);
  return from_unit({unit.x, std::clamp(unit.y, 0.0, 1.0)});
}

double metres_per_px(const MapView& view, double lat_deg) {
  return metres_per_unit(lat_deg) / view.px_per_world;
}

double metres_per_px(const MapView& view) {
  return metres_per_px(view, from_unit({0.5, std::clamp(view.centre_y, 0.0, 1.0)}).lat);
}

double zoom_of(const MapView& view) { return std::log2(view.px_per_world / 256); }

LonLatBox shown_box(const MapView& view) {
  const LonLat nw = place_at(view, {view.box.x, view.box.y});
  const LonLat se = place_at(view, {view.box.x + view.box.w, view.box.y + view.box.h});
  LonLatBox box;
  box.west = nw.lon, box.north = nw.lat, box.east = se.lon, box.south = se.lat;
  return box;
}

Camera fit_camera(double west, double south, double east, double north, const Box2& map, const Box2& free) {
  const Unit2 nw = to_unit({west, north}), se = to_unit({east, south});
  const double w = std::max(se.x - nw.x, 1e-9), h = std::max(se.y - nw.y, 1e-9);
  const double scale = std::min(std::max(free.w, 32.0f) / w, std::max(free.h, 32.0f) / h);
  Camera camera;
  camera.zoom = std::clamp(std::log2(scale / 256), 0.0, 18.0);
  const double px_per_world = 256 * std::exp2(camera.zoom);
  // The middle of what is fitted stands in the middle of the free part, not of the map.
  const double off_x = (free.x + free.w / 2) - (map.x + map.w / 2);
  const double off_y = (free.y + free.h / 2) - (map.y + map.h / 2);
  const LonLat centre = from_unit({(nw.x + se.x) / 2 - off_x / px_per_world,
                                   std::clamp((nw.y + se.y) / 2 - off_y / px_per_world, 0.0, 1.0)});
  camera.lon = centre.lon;
  camera.lat = centre.lat;
  return camera;
}

}  // namespace vidik
