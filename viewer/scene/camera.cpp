#include "scene/camera.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vidik {

namespace {

constexpr int kAlongEdge =
    16;  // places looked at along a side of the map box where its sides are no meridians

Unit2 centre_of(const MapView& view) { return {view.centre_x, view.centre_y}; }

std::vector<LonLat> outline(const LonLatBox& box, int parts) {
  const std::array<LonLat, 4> corners{
      {{box.west, box.north}, {box.east, box.north}, {box.east, box.south}, {box.west, box.south}}};
  std::vector<LonLat> out;
  for (std::size_t k = 0; k < corners.size(); ++k)
    for (int i = 0; i < parts; ++i) {
      const LonLat a = corners[k], b = corners[(k + 1) % corners.size()];
      const double f = static_cast<double>(i) / parts;
      out.push_back({a.lon + (b.lon - a.lon) * f, a.lat + (b.lat - a.lat) * f});
    }
  return out;
}

// The least box round what the sides show, and the pole where it is seen.
LonLatBox box_round(const MapView& view) {
  LonLatBox box;
  const Box2& b = view.box;
  for (int i = 0; i <= kAlongEdge; ++i) {
    const float f = static_cast<float>(i) / kAlongEdge;
    for (const Px at : {Px{b.x + b.w * f, b.y}, Px{b.x + b.w * f, b.y + b.h}, Px{b.x, b.y + b.h * f},
                        Px{b.x + b.w, b.y + b.h * f}})
      box.add(place_at(view, at));
  }
  const Px pole = px_of(view, LonLat{0, 90});
  if (b.contains(pole.x, pole.y)) box.add({-180, 90}), box.add({180, 90});
  return box;
}

}  // namespace

Px px_of(const MapView& view, Fixed2 mercator) {
  constexpr double world = 4294967296.0;  // geo/fixed.h
  const Unit2 unit{mercator.x / world + 0.5, mercator.y / world + 0.5};
  return px_of_ground(view, unit);
}

Px px_of_ground(const MapView& view, Unit2 mercator) {
  return view.projection == Projection::web_mercator ? px_of(view, mercator)
                                                     : px_of(view, from_unit(mercator));
}

Unit2 unit_at(const MapView& view, Px at) {
  return {view.centre_x + (static_cast<double>(at.x) - (view.box.x + view.box.w / 2)) / view.px_per_world,
          view.centre_y + (static_cast<double>(at.y) - (view.box.y + view.box.h / 2)) / view.px_per_world};
}

LonLat place_at(const MapView& view, Px at) { return from_unit(view.projection, unit_at(view, at)); }

double metres_per_px(const MapView& view, double lat_deg) {
  return metres_per_unit(view.projection, lat_deg) / view.px_per_world;
}

double metres_per_px(const MapView& view) {
  return metres_per_px(view, from_unit(view.projection, centre_of(view)).lat);
}

double zoom_of(const MapView& view) { return std::log2(view.px_per_world / 256); }

LonLatBox shown_box(const MapView& view) {
  if (view.projection != Projection::web_mercator) return box_round(view);
  const LonLat nw = place_at(view, {view.box.x, view.box.y});
  const LonLat se = place_at(view, {view.box.x + view.box.w, view.box.y + view.box.h});
  LonLatBox box;
  box.west = nw.lon, box.north = nw.lat, box.east = se.lon, box.south = se.lat;
  return box;
}

std::vector<Px> outline_px(const MapView& view, const LonLatBox& box, int parts) {
  std::vector<Px> out;
  for (const LonLat place : outline(box, parts)) out.push_back(px_of(view, place));
  return out;
}

double north_angle_deg(const MapView& view) {
  return north_angle_deg(view.projection, from_unit(view.projection, centre_of(view)));
}

Camera fit_camera(const LonLatBox& box, const Box2& map, const Box2& free, Projection projection) {
  // What the box takes on the square of the projection: of its outline, as its sides may be bent there.
  double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
  for (const LonLat place : outline(box, projection == Projection::web_mercator ? 1 : kAlongEdge)) {
    const Unit2 at = to_unit(projection, place);
    x0 = std::min(x0, at.x), x1 = std::max(x1, at.x), y0 = std::min(y0, at.y), y1 = std::max(y1, at.y);
  }
  const double w = std::max(x1 - x0, 1e-9), h = std::max(y1 - y0, 1e-9);
  const double scale = std::min(std::max(free.w, 32.0f) / w, std::max(free.h, 32.0f) / h);
  Camera camera;
  camera.projection = projection;
  camera.zoom = std::clamp(std::log2(scale / 256), 0.0, 18.0);
  const double px_per_world = 256 * std::exp2(camera.zoom);
  // The middle of what is fitted stands in the middle of the free part, not of the map.
  const double off_x = (free.x + free.w / 2) - (map.x + map.w / 2);
  const double off_y = (free.y + free.h / 2) - (map.y + map.h / 2);
  const LonLat centre =
      from_unit(projection, {(x0 + x1) / 2 - off_x / px_per_world, (y0 + y1) / 2 - off_y / px_per_world});
  camera.lon = centre.lon;
  camera.lat = centre.lat;
  return camera;
}

}  // namespace vidik
