#include "scene/pick.h"

#include "scene/map_events.h"
#include "scene/shape_path.h"

#include <cmath>

namespace vidik {

bool holds(const Hit& hit, Px at, float slack) {
  if (hit.half_height > 0)
    return std::fabs(at.x - hit.at.x) <= hit.radius + slack &&
           std::fabs(at.y - hit.at.y) <= hit.half_height + slack;
  return std::hypot(at.x - hit.at.x, at.y - hit.at.y) <= hit.radius + slack;
}

const Hit* hit_at(std::span<const Hit> hits, Px at, float slack) {
  // What lies under the pointer itself comes before what is only near it.
  for (const float reach : {0.0f, slack})
    for (std::size_t i = hits.size(); i-- > 0;)
      if (holds(hits[i], at, reach)) return &hits[i];
  return nullptr;
}

namespace {

std::optional<EventRef> shape_at(const Picture& picture, Px at, float slack) {
  for (const ShapePart part : {ShapePart::edge, ShapePart::inside})
    for (std::size_t i = picture.shapes.size(); i-- > 0;)
      if (holds(*picture.shapes[i].path, at, part, slack)) return picture.shapes[i].event;
  return std::nullopt;
}

std::optional<EventRef> dot_at(const SceneIn& in, const Picture& picture, Px at, float slack) {
  const MapView& view = picture.list.view;
  // The box of degrees round the reach; where north is not up it is more than the reach.
  MapView round = view;
  round.box = {at.x - slack, at.y - slack, 2 * slack, 2 * slack};
  round.centre_x = unit_at(view, at).x, round.centre_y = unit_at(view, at).y;
  const LonLatBox reach = shown_box(round);
  const double west = reach.west * 1e7, east = reach.east * 1e7, south = reach.south * 1e7,
               north = reach.north * 1e7;
  std::optional<EventRef> best;
  double least = 1;
  for (std::uint32_t i = 0; i < in.visible->layers.size(); ++i) {
    const LayerColumns& columns = in.snapshot->layers[i]->columns;
    each_row(*in.indexes->layers[i], in.visible->layers[i], [&](Row row) {
      const double lon = columns.lon_e7[row], lat = columns.lat_e7[row];
      if (lon < west || lon > east || lat < south || lat > north) return;
      if (columns.facts[row].has(Facts::kNoPlace)) return;
      const Px dot = px_of(view, LonLat{lon / 1e7, lat / 1e7});
      const double far = std::hypot(dot.x - at.x, dot.y - at.y) / slack;
      // The nearest; of two at one place the one painted last.
      if (far <= least) least = far, best = EventRef{i, row};
    });
  }
  return best;
}

}  // namespace

std::optional<EventRef> pick_event(const SceneIn& in, const Picture& picture, Px at, float slack) {
  if (const Hit* hit = hit_at(picture.hits, at, slack))
    return hit->events.empty() ? std::nullopt : std::optional(hit->events.front());
  if (picture.as_points && in.snapshot != nullptr && in.visible != nullptr)
    if (const auto dot = dot_at(in, picture, at, slack)) return dot;
  return shape_at(picture, at, slack);
}

}  // namespace vidik
