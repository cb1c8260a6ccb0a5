#pragma once
// The legend: the categories, sureness and signs that this picture really shows.

#include "scene/map_layout.h"

#include <string>
#include <vector>

namespace vidik {

struct Legend {
  Box2 box;  // w = 0: nothing to explain
  std::vector<CategoryId> categories;
  std::vector<Status> statuses;
  bool severity = false, cluster = false, dots = false;
  bool uncertain = false, bars = false;
  std::vector<const OverlayMarks::LegendRow*> overlay_rows;  // what overlays explain themselves; borrowed
  std::string counted;                                       // what is counted in; empty: nothing is
  std::vector<std::string> classes;                          // of the counts, the lowest first
  std::vector<std::string> notes;
};
Legend lay_out_legend(const Sheet& sheet, const MapEvents& events, const MapLayout& layout);
void draw_legend(Sheet& sheet, const Legend& legend);
// What an overlay explains itself, from x on; `cy` is the middle of the row.
void draw_overlay_row(Sheet& sheet, const OverlayMarks::LegendRow& row, float x, float cy);

}  // namespace vidik
