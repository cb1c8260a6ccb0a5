#pragma once
// The visible events as the map sees them, and the counts that legend, caption and panels show.
//
// Units: px at 1x. Cost: O(visible) up to kMostCounted events; above, only what the indexes answer.

#include "scene/camera.h"
#include "scene/count_cells.h"
#include "scene/heat_map.h"
#include "scene/sheet.h"

#include <vector>

namespace vidik {

inline constexpr std::uint64_t kMostCounted = 2'000'000;

struct MapEvent {
  EventRef ref;
  Unit2 unit;      // on the square of the view's projection
  double lat = 0;  // degrees
  Px at;
  CategoryId category = 0;
  Status status{};
  int severity = 2;
  float alpha = 1;
  PlacePrecision place;
  bool now = false;         // active at the cursor, ± half a step
  bool own_symbol = false;  // an overlay draws it
};

struct MapEvents {
  std::vector<MapEvent> events;  // by layer and row; empty when as_points
  std::vector<MapEvent> shapes;  // those with geometry that reaches into the map, by layer and row
  bool as_points = false;        // more than kMostSymbols in view, or counted on request
  // Of a crowd of points (seen_points.h) in view: how many lie where. Empty: they are drawn as dots.
  std::vector<CountCells::Cell> cells;
  float cell_radius = 0;  // px
  std::uint32_t most_in_cell = 0;
  HeatBands heat;               // no bands: none is drawn
  std::uint64_t too_rough = 0;  // known only by country: in no count, as nobody knows where
  bool counted() const { return !cells.empty() || !heat.bands.empty(); }
};

MapEvents gather_events(const Sheet& sheet, SceneCounts& counts);

float symbol_radius(int severity);
// Calls f(Row) for every visible row of a layer, ascending positions: the range, then the extras.
template <typename F>
void each_row(const TimeIndex& index, const VisibleRows& rows, F&& f) {
  for (Row p = rows.first; p < rows.last; ++p) f(index.row_at(p));
  for (const Row p : rows.extra) f(index.row_at(p));
}

}  // namespace vidik
