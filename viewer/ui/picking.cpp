#include "ui/picking.h"

#include "base/text.h"
#include "scene/camera.h"

#include <algorithm>

namespace vidik {

namespace {

void take(const PanelIn& in, Intents& out, std::vector<EventRef> events) {
  std::sort(events.begin(), events.end());
  events.erase(std::unique(events.begin(), events.end()), events.end());
  const std::size_t all = events.size();
  if (all > kMostPicked) events.resize(kMostPicked);
  std::vector<EventKey> keys;
  for (const EventRef e : events) keys.push_back(in.key_of(e));
  const bool any = !keys.empty();
  if (any || !in.view.picked.empty()) out.add(PickEvents{std::move(keys)});
  if (any) out.add(ShowPart{Part::event_list, true});
  if (all > kMostPicked)
    out.add(Say{"The first " + thousands(static_cast<long long>(kMostPicked)) + " of " +
                thousands(static_cast<long long>(all)) + " events are chosen"});
}

bool meet(float a0, float a1, float b0, float b1) { return a0 < b1 && b0 < a1; }

}  // namespace

void pick_on_map(const PanelIn& in, Intents& out, const Box2& box) {
  const MapView map = map_view(in.view.camera, in.view.map);
  std::vector<EventRef> inside;
  for (const EventRef e : in.listed()) {
    const Layer& layer = *in.snapshot.layers[e.layer];
    if (layer.columns.facts[e.row].has(Facts::kNoPlace)) continue;
    const Px at = px_of(map, LonLat{layer.lon(e.row), layer.lat(e.row)});
    if (box.contains(at.x, at.y)) inside.push_back(e);
  }
  take(in, out, std::move(inside));
}

void pick_on_timeline(const PanelIn& in, Intents& out, const Box2& box) {
  const TimelinePlaces& p = in.picture.timeline;
  const Span span{p.time_at(std::max(box.x, p.plot.x)),
                  p.time_at(std::min(box.x + box.w, p.plot.x + p.plot.w))};
  const bool every_lane =
      meet(box.y, box.y + box.h, p.histogram.y, p.histogram.y + p.histogram.h) || p.rows.empty();
  std::vector<bool> lanes(in.rows.lanes->lanes.size(), every_lane);
  for (const TimelinePlaces::Lane& row : p.rows)
    if (row.lane < lanes.size() && meet(box.y, box.y + box.h, row.box.y, row.box.y + row.box.h))
      lanes[row.lane] = true;
  std::vector<EventRef> inside;
  for (std::size_t i = 0; i < lanes.size() && span.begin < span.end; ++i) {
    if (!lanes[i]) continue;
    for (const LanePart& part : in.rows.lanes->lanes[i].parts) {
      if (part.layer < in.view.layer_on.size() && !in.view.layer_on[part.layer]) continue;
      const TimeIndex& index = *part.index;
      const auto add = [&](Row position) {
        const Row row = index.row_at(position);
        if (visible(index.layer().times(row), in.view.time) > 0) inside.push_back({part.layer, row});
      };
      Row first = 0, last = 0;
      std::vector<Row> open;
      index.beginning_in(span, first, last);
      index.still_open_at(span.begin, first, open);
      for (const Row position : open) add(position);
      for (Row position = first; position < last; ++position) add(position);
    }
  }
  take(in, out, std::move(inside));
}

}  // namespace vidik
