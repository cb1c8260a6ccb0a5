#pragma once
// Words beside the map with a line to their event, or numbers on it where there is no room for lines.
//
// Units: px at 1x. Threads: pure. Cost: O(symbols). The same picture has the same call-outs in the same places.

#include "scene/map_layout.h"
#include "scene/present_plan.h"

#include <string>
#include <vector>

namespace vidik {

inline constexpr std::size_t kMostCallOuts = 6;  // LOOK §10

struct PlacedCallOut {
  Px anchor;        // of its symbol or the cluster it is in
  float clear = 0;  // px round the anchor that the line keeps off
  int number = 0;   // 1… where call-outs are numbered, 0 = a line leads there
  Px number_at;     // its disc on the map
  bool right_aligned = false;
  std::vector<std::string> head, lines;
  Box2 box;                // what the words take
  std::vector<Px> leader;  // from the words to the symbol
};

std::vector<PlacedCallOut> place_callouts(Sheet& sheet, const MapEvents& events, const MapLayout& layout,
                                          const PresentPlan& plan, const Box2& title, const Box2& notes);
// What labels keep off: the words, the lines, the numbers.
std::vector<Box2> boxes_of(const std::vector<PlacedCallOut>& callouts);
void draw_leaders(Sheet& sheet, const std::vector<PlacedCallOut>& callouts);  // under the symbols
void draw_callouts(Sheet& sheet, const std::vector<PlacedCallOut>& callouts);

}  // namespace vidik
