#include "ui/camera_moves.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

Camera at_unit(Projection projection, Unit2 u, double zoom) {
  const LonLat place = from_unit(projection, {std::clamp(u.x, 0.0, 1.0), u.y});
  Camera out;
  out.projection = projection;
  out.lon = place.lon;
  out.lat = std::clamp(place.lat, -85.0, 85.0);
  out.zoom = std::clamp(zoom, kLeastZoom, kMostZoom);
  return out;
}

Unit2 unit_at(const MapView& view, Px at) {
  return {view.centre_x + (static_cast<double>(at.x) - static_cast<double>(view.box.x + view.box.w / 2)) /
                              view.px_per_world,
          view.centre_y + (static_cast<double>(at.y) - static_cast<double>(view.box.y + view.box.h / 2)) /
                              view.px_per_world};
}

}  // namespace

MapPlace place_at(const Camera& camera, const Box2& map, Px at) {
  const Camera c = at_unit(camera.projection, unit_at(map_view(camera, map), at), camera.zoom);
  return {c.lon, c.lat};
}

Camera panned(const Camera& camera, const Box2& map, float dx, float dy) {
  const MapView view = map_view(camera, map);
  return at_unit(camera.projection,
                 {view.centre_x - static_cast<double>(dx) / view.px_per_world,
                  view.centre_y - static_cast<double>(dy) / view.px_per_world},
                 camera.zoom);
}

Camera zoomed_at(const Camera& camera, const Box2& map, Px at, double zoom) {
  zoom = std::clamp(zoom, kLeastZoom, kMostZoom);
  const MapView view = map_view(camera, map);
  const Unit2 anchor = unit_at(view, at);
  const double shrink = std::exp2(camera.zoom - zoom);
  return at_unit(
      camera.projection,
      {anchor.x + (view.centre_x - anchor.x) * shrink, anchor.y + (view.centre_y - anchor.y) * shrink}, zoom);
}

Camera centred(const Camera& camera, double lon, double lat, double zoom) {
  Camera out = camera;
  out.lon = lon;
  out.lat = std::clamp(lat, -85.0, 85.0);
  if (zoom > 0) out.zoom = std::clamp(zoom, kLeastZoom, kMostZoom);
  return out;
}

}  // namespace vidik
