#include "scene/map_events.h"

#include "scene/camera.h"
#include "scene/quick_places.h"
#include "scene/seen_points.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace vidik {

namespace {

constexpr float kMargin = 80;  // px round the map in which symbols still reach into it

// Where a 1e-7 degree pair must lie to be on the map: integers, so that counting a million rows is cheap.
struct BoxE7 {
  std::int64_t west, south, east, north;
  bool contains(std::int32_t lon, std::int32_t lat) const {
    return lon >= west && lon <= east && lat >= south && lat <= north;
  }
  bool meets(const GeometryBox& b) const {
    return b.west <= east && west <= b.east && b.south <= north && south <= b.north;
  }
};

BoxE7 box_e7(const MapView& view, float margin) {
  MapView wide = view;
  wide.box = grown(view.box, margin);
  const LonLatBox b = shown_box(wide);
  const auto e7 = [](double deg) { return static_cast<std::int64_t>(std::llround(deg * 1e7)); };
  return {e7(b.west), e7(b.south), e7(b.east), e7(b.north)};
}

// What of the ground the map shows, and `margin` px round it.
class Ground {
 public:
  // `places` to be asked for: many are worth a net of quick ones.
  Ground(const MapView& view, float margin, std::uint64_t places) : wide_(view), box_(box_e7(view, margin)) {
    wide_.box = grown(view.box, margin);
    bent_ = view.projection != Projection::web_mercator;
    if (bent_ && places > kManyPlaces) quick_.emplace(view, margin);
  }
  bool contains(std::int32_t lon, std::int32_t lat) const {
    if (!box_.contains(lon, lat)) return false;
    if (!bent_) return true;
    double x = 0, y = 0;
    if (quick_) return quick_->find(lon, lat, x, y);
    const Px at = px_of(wide_, LonLat{lon / 1e7, lat / 1e7});
    return wide_.box.contains(at.x, at.y);
  }
  bool meets(const GeometryBox& b) const { return box_.meets(b); }

 private:
  static constexpr std::uint64_t kManyPlaces = 4000;
  MapView wide_;
  BoxE7 box_;
  bool bent_ = false;
  std::optional<QuickPlaces> quick_;
};

bool is_now(const EventTimes& t, const TimeView& view) {
  const Time from = plus(view.cursor, -view.step_us / 2), to = plus(view.cursor, view.step_us / 2);
  const bool active = t.begin_earliest < to && (t.end_latest > from || t.begin_earliest >= from);
  // What lasts for weeks is not news of this moment.
  const bool brief = t.begin_earliest != kOpenBegin && t.end_latest != kOpenEnd &&
                     t.end_latest <= plus(t.begin_earliest, std::max(view.step_us, kMicrosPerDay) * 2);
  return active && brief;
}

// Above kMostCounted: categories from the index, nothing from the rows.
void count_by_index(const Sheet& sheet, SceneCounts& counts) {
  const Snapshot& snapshot = *sheet.in.snapshot;
  std::vector<std::uint32_t> sums(counts.by_category.size(), 0);
  for (std::size_t i = 0; i < snapshot.layers.size(); ++i) {
    const VisibleRows& rows = sheet.in.visible->layers[i];
    const TimeIndex& index = *sheet.in.indexes->layers[i];
    if (rows.first < rows.last) {
      const auto& begin = snapshot.layers[i]->columns.begin;
      const std::vector<Time> edges{{begin[index.row_at(rows.first)]},
                                    plus({begin[index.row_at(rows.last - 1)]}, 1)};
      index.count_begins(edges, sums.size(), snapshot.category_of[i], sums);
    }
    for (const Row p : rows.extra)
      ++sums[snapshot.category({static_cast<std::uint32_t>(i), index.row_at(p)})];
  }
  std::copy(sums.begin(), sums.end(), counts.by_category.begin());
}

MapEvent event_of(const Sheet& sheet, std::uint32_t i, Row row) {
  const Snapshot& snapshot = *sheet.in.snapshot;
  const Layer& layer = *snapshot.layers[i];
  MapEvent e;
  e.ref = {i, row};
  e.lat = layer.lat(row);
  e.unit = to_unit(sheet.map.projection, {layer.lon(row), e.lat});
  e.at = px_of(sheet.map, e.unit);
  e.category = snapshot.category(e.ref);
  const Facts facts = layer.columns.facts[row];
  e.status = facts.status();
  e.severity = std::clamp(facts.severity(), 1, 5);
  if (facts.has(Facts::kPlacePrecision)) e.place = layer.place_precision(row);
  const EventTimes times = layer.times(row);
  if (sheet.view.time.mode == Mode::trail) e.alpha = visible(times, sheet.view.time);
  if (sheet.view.time.mode != Mode::all) e.now = is_now(times, sheet.view.time);
  return e;
}

// Counts what would only hide one another as dots, or what is to be counted.
class Counter {
 public:
  Counter(const Sheet& sheet, const VisibleSet& set) : wanted_(sheet.view.density) {
    if (wanted_ == Density::heat)
      heat_.emplace(sheet.map);
    else if (wanted_ == Density::hexagons || is_crowded(set))
      cells_.emplace(sheet.map);
  }
  bool on() const { return heat_ || cells_; }
  bool instead_of_symbols() const { return wanted_ != Density::automatic; }
  void add(const Layer& layer, Row row) {
    const LayerColumns& columns = layer.columns;
    if (columns.facts[row].has(Facts::kPlacePrecision) &&
        layer.place_precision(row).kind == PlaceKind::country) {
      ++too_rough_;
      return;
    }
    if (heat_) heat_->add(columns.lon_e7[row], columns.lat_e7[row]);
    if (cells_) cells_->add(columns.lon_e7[row], columns.lat_e7[row]);
  }
  void finish(MapEvents& events) const {
    if (heat_) events.heat = heat_->bands();
    if (cells_ && !instead_of_symbols() && cells_->in_view() <= kCrowd) return;
    events.too_rough = too_rough_;
    if (!cells_) return;
    events.cells = cells_->cells();
    events.cell_radius = cells_->radius();
    for (const CountCells::Cell& cell : events.cells)
      events.most_in_cell = std::max(events.most_in_cell, cell.count);
  }

 private:
  Density wanted_;
  std::optional<CountCells> cells_;
  std::optional<HeatMap> heat_;
  std::uint64_t too_rough_ = 0;
};

}  // namespace

float symbol_radius(int severity) {
  constexpr float radius[5] = {5, 6.5f, 8.5f, 11, 14};  // LOOK §6
  return radius[std::clamp(severity, 1, 5) - 1];
}

MapEvents gather_events(const Sheet& sheet, SceneCounts& counts) {
  MapEvents result;
  const Snapshot& snapshot = *sheet.in.snapshot;
  const VisibleSet& set = *sheet.in.visible;
  counts = {};
  counts.shown = set.count;
  counts.shown_surely = set.count_surely;
  counts.by_category.assign(snapshot.categories.size(), 0);
  counts.by_status.assign(kStatusCount, 0);
  counts.timeless = set.timeless;
  for (const VisibleRows& rows : set.layers) counts.by_layer.push_back(rows.count());
  const auto layer_count = static_cast<std::uint32_t>(std::min(snapshot.layers.size(), set.layers.size()));
  Counter counter(sheet, set);
  if (set.count > kMostCounted) {
    count_by_index(sheet, counts);
    counts.by_index_only = true;
    result.as_points = true;
    for (std::uint32_t i = 0; counter.on() && i < layer_count; ++i) {
      const LayerColumns& columns = snapshot.layers[i]->columns;
      each_row(*sheet.in.indexes->layers[i], set.layers[i], [&](Row row) {
        if (!columns.facts[row].has(Facts::kNoPlace)) counter.add(*snapshot.layers[i], row);
      });
    }
    counter.finish(result);
    return result;
  }
  const Ground on_map(sheet.map, 0, set.count), near(sheet.map, kMargin, set.count);
  std::uint64_t in_view = 0;
  for (std::uint32_t i = 0; i < layer_count; ++i) {
    const LayerColumns& columns = snapshot.layers[i]->columns;
    const std::vector<CategoryId>& category_of = snapshot.category_of[i];
    each_row(*sheet.in.indexes->layers[i], set.layers[i], [&](Row row) {
      const Facts facts = columns.facts[row];
      ++counts.by_category[category_of[columns.category[row]]];
      ++counts.by_status[static_cast<std::size_t>(facts.status())];
      if (facts.has(Facts::kZoneNotStated)) ++counts.zone_not_stated;
      if (facts.has(Facts::kNoPlace)) {
        ++counts.no_place;
        return;
      }
      if (counter.on() && near.contains(columns.lon_e7[row], columns.lat_e7[row]))
        counter.add(*snapshot.layers[i], row);
      bool seen = on_map.contains(columns.lon_e7[row], columns.lat_e7[row]);
      if (facts.has(Facts::kGeometry)) {
        const auto geometry = snapshot.layers[i]->geometry(row);
        if (geometry && on_map.meets(geometry->box)) {
          result.shapes.push_back(event_of(sheet, i, row));
          seen = true;
        }
      }
      if (seen)
        ++in_view;
      else
        ++counts.outside_map;
    });
  }
  result.as_points = in_view > kMostSymbols || counter.instead_of_symbols();
  if (result.as_points) {
    counter.finish(result);
    return result;
  }
  // All of a small set, so that a cluster at the edge is the same wherever the map is; else what is near.
  const bool all = set.count <= kMostSymbols;
  for (std::uint32_t i = 0; i < layer_count; ++i) {
    const LayerColumns& columns = snapshot.layers[i]->columns;
    each_row(*sheet.in.indexes->layers[i], set.layers[i], [&](Row row) {
      if (columns.facts[row].has(Facts::kNoPlace)) return;
      if (all || near.contains(columns.lon_e7[row], columns.lat_e7[row]))
        result.events.push_back(event_of(sheet, i, row));
    });
  }
  return result;
}

}  // namespace vidik
