#pragma once
// The page that leaves the program: title block, key, call-outs, strip of time, footer (LOOK §10).
//
// Units: px at 1x. Threads: pure. Cost: O(symbols + bars), and O(visible) for the names of sources.

#include "scene/callouts.h"
#include "scene/legend.h"
#include "scene/present_plan.h"

#include <string>
#include <vector>

namespace vidik {

struct PresentParts {
  PresentPlan plan;
  Legend legend;
  std::vector<std::string> title, subtitle;  // lines
  std::vector<std::string> footer_left, footer_right;
  float footer_top = 0;                       // as high as its lines need
  Box2 title_box, key_box, scale, strip_box;  // what each takes; w = 0: nothing
  std::vector<PlacedCallOut> callouts;
};

PresentParts lay_out_present(Sheet& sheet, const MapEvents& events, const MapLayout& layout);
std::vector<Box2> floating_boxes(const PresentParts& parts);
void draw_present_ground(Sheet& sheet, const PresentParts& parts);  // what dims the map under the words
void draw_present(Sheet& sheet, const PresentParts& parts);

// Parts, each in its own file. The key's bottom; `draw` false: measures only.
float present_key(Sheet& sheet, const Legend& legend, const Box2& box, int columns, bool draw);
void draw_present_strip(Sheet& sheet, const Box2& bars);
// "Sources: N1, Reuters and 3 others", of the visible events, those with most of them first; as wide as `most` px.
std::string source_words(const Sheet& sheet, std::size_t names);

}  // namespace vidik
