#include "scene/map_layout.h"

#include "scene/cluster.h"
#include "scene/spread.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

bool is(const std::optional<EventRef>& wanted, EventRef e) { return wanted && *wanted == e; }

// Room for the short bars under a symbol.
float bars_below(const MapEvent& e) {
  return e.place.kind == PlaceKind::country ? 10.0f : e.place.kind == PlaceKind::municipality ? 6.0f : 0.0f;
}

std::vector<bool> opened_events(const Sheet& sheet, const MapEvents& events) {
  std::vector<bool> opened(events.events.size());
  if (sheet.view.spidered.empty()) return opened;
  const Snapshot& snapshot = *sheet.in.snapshot;
  for (std::size_t i = 0; i < opened.size(); ++i) {
    const EventRef ref = events.events[i].ref;
    const Layer& layer = *snapshot.layers[ref.layer];
    const std::string_view id = layer.text(ref.row, Field::id);
    for (const EventKey& key : sheet.view.spidered)
      if (key.id == id && key.layer == layer.name) opened[i] = true;
  }
  return opened;
}

// How far what reaches from `low` to `high` has to move to lie inside; 0 when it does or cannot.
float inwards(float low, float high, float begin, float size) {
  if (high - low > size) return 0;
  return low < begin ? begin - low : high > begin + size ? begin + size - high : 0;
}

// The legs of an opened pile round its middle: a ring, or a spiral in order of date. At the edge of the map they stand
// aside, so that all of them are seen; the tethers still end at the place.
void open_pile(const Box2& map, const MapEvents& events, const std::vector<std::uint32_t>& pile,
               MapLayout& layout) {
  Px middle{0, 0};
  for (const std::uint32_t i : pile) middle.x += events.events[i].at.x, middle.y += events.events[i].at.y;
  middle.x /= static_cast<float>(pile.size()), middle.y /= static_cast<float>(pile.size());
  const bool ring = pile.size() <= kMostInRing;
  const float ring_radius = std::max(34.0f, static_cast<float>(pile.size()) * 30 / 6.28f);
  const std::size_t first = layout.symbols.size();
  float angle = 0;
  for (std::size_t k = 0; k < pile.size(); ++k) {
    const float far = ring ? ring_radius : 30 + 4.6f * angle;
    const float turn = ring ? static_cast<float>(k) * 6.2831853f / static_cast<float>(pile.size()) : angle;
    PlacedSymbol symbol;
    symbol.event = pile[k];
    symbol.place = middle;
    symbol.at = {middle.x + far * std::sin(turn), middle.y - far * std::cos(turn)};
    symbol.radius = std::min(symbol_radius(events.events[pile[k]].severity), 11.0f);
    symbol.tether = true;
    layout.symbols.push_back(symbol);
    angle += 26 / far;
  }
  if (!map.contains(middle.x, middle.y)) return;  // it was panned away with its place
  Px low = middle, high = middle;
  for (std::size_t i = first; i < layout.symbols.size(); ++i) {
    const PlacedSymbol& s = layout.symbols[i];
    low = {std::min(low.x, s.at.x - s.radius), std::min(low.y, s.at.y - s.radius)};
    high = {std::max(high.x, s.at.x + s.radius), std::max(high.y, s.at.y + s.radius)};
  }
  constexpr float kRoom = 8;
  const float right = inwards(low.x, high.x, map.x + kRoom, map.w - 2 * kRoom),
              down = inwards(low.y, high.y, map.y + kRoom, map.h - 2 * kRoom);
  for (std::size_t i = first; i < layout.symbols.size(); ++i)
    layout.symbols[i].at.x += right, layout.symbols[i].at.y += down;
}

void add_cluster(const Sheet& sheet, const MapEvents& events, const Cluster& c, double to_px,
                 MapLayout& layout, std::vector<std::uint32_t>& singles) {
  PlacedCluster placed;
  const auto to_unit = [&](double v) { return v / to_px; };
  placed.at = px_of(sheet.map, Unit2{to_unit(c.x), to_unit(c.y)});
  for (const std::uint32_t i : c.members) {
    // The selected symbol is always seen itself.
    if (is(sheet.in.selected, events.events[i].ref))
      singles.push_back(i);
    else
      placed.events.push_back(i);
    placed.hovered |= is(sheet.in.hovered, events.events[i].ref) || sheet.picked(events.events[i].ref);
  }
  if (placed.events.size() < 2) {
    singles.insert(singles.end(), placed.events.begin(), placed.events.end());
    return;
  }
  placed.radius = cluster_radius(placed.events.size());
  if (c.largest >= 0 && !is(sheet.in.selected, events.events[static_cast<std::size_t>(c.largest)].ref))
    placed.largest = c.largest;
  const Snapshot& snapshot = *sheet.in.snapshot;
  std::sort(placed.events.begin(), placed.events.end(), [&](std::uint32_t a, std::uint32_t b) {
    return comes_before(snapshot, events.events[a].ref, events.events[b].ref);
  });
  layout.clusters.push_back(std::move(placed));
}

}  // namespace

MapLayout lay_out_map(const Sheet& sheet, const MapEvents& events) {
  MapLayout layout;
  const std::vector<bool> opened = opened_events(sheet, events);
  const double to_px = 256 * std::exp2(cluster_zoom(zoom_of(sheet.map)));
  std::vector<ClusterPoint> points;
  std::vector<std::uint32_t> pile;
  for (std::uint32_t i = 0; i < events.events.size(); ++i) {
    const MapEvent& e = events.events[i];
    points.push_back({e.unit.x * to_px, e.unit.y * to_px, e.severity, opened[i] || e.own_symbol});
    if (opened[i]) pile.push_back(i);
  }
  const Grouping grouping = group_points(points);
  std::vector<std::uint32_t> singles;
  for (const Cluster& c : grouping.clusters) add_cluster(sheet, events, c, to_px, layout, singles);
  for (const std::uint32_t i : grouping.singles)
    if (!opened[i] && !events.events[i].own_symbol) singles.push_back(i);
  std::sort(singles.begin(), singles.end());

  // Relative to the view's centre, so that panning moves everything alike.
  std::vector<SpreadItem> items;
  for (const PlacedCluster& c : layout.clusters) items.push_back({c.at.x, c.at.y, c.radius + 1, false, 12});
  for (const std::uint32_t i : singles) {
    const MapEvent& e = events.events[i];
    const float bars = bars_below(e) > 0 ? 4 : 0;
    items.push_back(
        {e.at.x, e.at.y, symbol_radius(e.severity) * 1.1f + bars, is(sheet.in.selected, e.ref), 26});
  }
  push_apart(items);
  for (std::size_t k = 0; k < layout.clusters.size(); ++k) {
    layout.clusters[k].at.x += static_cast<float>(items[k].dx);
    layout.clusters[k].at.y += static_cast<float>(items[k].dy);
  }
  for (std::size_t k = 0; k < singles.size(); ++k) {
    const SpreadItem& item = items[layout.clusters.size() + k];
    const MapEvent& e = events.events[singles[k]];
    PlacedSymbol symbol;
    symbol.event = singles[k];
    symbol.place = e.at;
    symbol.at = {static_cast<float>(item.x + item.dx), static_cast<float>(item.y + item.dy)};
    symbol.radius = symbol_radius(e.severity);
    symbol.below = bars_below(e);
    symbol.tether = std::hypot(item.dx, item.dy) > 0.9 * symbol.radius + 3;
    layout.symbols.push_back(symbol);
  }
  if (!pile.empty()) {
    const Snapshot& snapshot = *sheet.in.snapshot;
    std::sort(pile.begin(), pile.end(), [&](std::uint32_t a, std::uint32_t b) {
      return comes_before(snapshot, events.events[a].ref, events.events[b].ref);
    });
    open_pile(sheet.map.box, events, pile, layout);
  }
  std::stable_sort(layout.symbols.begin(), layout.symbols.end(),
                   [&](const PlacedSymbol& a, const PlacedSymbol& b) {
                     const MapEvent &ea = events.events[a.event], &eb = events.events[b.event];
                     const bool sa = is(sheet.in.selected, ea.ref), sb = is(sheet.in.selected, eb.ref);
                     if (sa != sb) return sb;
                     return ea.category != eb.category ? ea.category < eb.category : a.event < b.event;
                   });
  return layout;
}

std::vector<Box2> boxes_of(const MapLayout& layout) {
  std::vector<Box2> boxes;
  for (const PlacedSymbol& s : layout.symbols) {
    const float r = s.radius * 1.1f + 1;
    boxes.push_back({s.at.x - r, s.at.y - r, 2 * r, 2 * r + s.below});
  }
  for (const PlacedCluster& c : layout.clusters) {
    const float r = c.radius + 2.5f;
    boxes.push_back({c.at.x - r, c.at.y - r, 2 * r, 2 * r});
  }
  return boxes;
}

}  // namespace vidik
