#include "scene/shape_path.h"

#include "scene/camera.h"
#include "scene/pen.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kBeyond =
    2000;  // px kept outside of the map, so that dashes do not crawl while it is moved a little

float far_from_segment(Px at, Px a, Px b) {
  const float dx = b.x - a.x, dy = b.y - a.y;
  const float length2 = dx * dx + dy * dy;
  const float t =
      length2 == 0 ? 0 : std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / length2, 0.0f, 1.0f);
  return std::hypot(at.x - (a.x + dx * t), at.y - (a.y + dy * t));
}

bool on_edge(std::span<const Px> run, bool closed, Px at, float slack) {
  for (std::size_t i = closed ? 0 : 1; i < run.size(); ++i)
    if (far_from_segment(at, run[i == 0 ? run.size() - 1 : i - 1], run[i]) <= slack) return true;
  return false;
}

}  // namespace

ShapePath shape_path(const GeometryView& geometry, const MapView& view) {
  ShapePath out;
  const Box2 wide = grown(view.box, kBeyond);
  std::vector<FarPx> points;
  for (std::size_t i = 0; i < geometry.parts.size(); ++i) {
    points.clear();
    for (const PlaceE7& place : geometry.part(i)) {
      Unit2 unit = to_unit(view.projection, {place.lon / 1e7, place.lat / 1e7});
      // Unlike a place's, these longitudes may go on beyond 180: x is not wrapped.
      if (view.projection == Projection::web_mercator) unit.x = (place.lon / 1e7 + 180) / 360;
      // As MapView::to_px, in doubles: what is far away is cut off below.
      points.push_back({view.box.x + view.box.w / 2 + on_grid((unit.x - view.centre_x) * view.px_per_world),
                        view.box.y + view.box.h / 2 + on_grid((unit.y - view.centre_y) * view.px_per_world)});
    }
    switch (geometry.parts[i].kind) {
      case GeometryKind::places:
        for (const FarPx& p : points) {
          const Px px{static_cast<float>(p.x), static_cast<float>(p.y)};
          if (wide.contains(px.x, px.y)) out.places.push_back(px);
        }
        break;
      case GeometryKind::line:
        clip_line(points, false, wide, out.edges);
        break;
      case GeometryKind::ring:
        clip_line(points, true, wide, out.edges);
        clip_ring(points, wide, out.inside);
        break;
    }
  }
  return out;
}

bool holds(const ShapePath& path, Px at, ShapePart part, float slack) {
  if (part == ShapePart::edge) {
    for (std::size_t i = 0; i < path.edges.runs.size(); ++i)
      if (on_edge(path.edges.run(i), path.edges.runs[i].closed, at, slack)) return true;
    return std::any_of(path.places.begin(), path.places.end(),
                       [&](Px p) { return std::hypot(p.x - at.x, p.y - at.y) <= slack; });
  }
  bool inside = false;
  for (std::size_t r = 0; r < path.inside.runs.size(); ++r) {
    const std::span<const Px> ring = path.inside.run(r);
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Px a = ring[i == 0 ? ring.size() - 1 : i - 1], b = ring[i];
      if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x)
        inside = !inside;
    }
  }
  return inside;
}

}  // namespace vidik
