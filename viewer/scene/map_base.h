#pragma once
// The ground of the map: everything that stays while only time moves.
//
// Cost: O(1) marks; the painter culls what is off the view.

#include "mapset/border_views.h"
#include "scene/sheet.h"

#include <vector>

namespace vidik {

// From this zoom on there is no relief: its cells are 3.7 km.
inline constexpr double kReliefEnds = 9;

// A line that points of view differ about, as it is drawn in this one at the playhead.
struct DrawnLine {
  MapLayer layer{};
  BorderStyle style{};
  MapContent as_border{};
};
std::vector<DrawnLine> drawn_lines(const SceneIn& in);  // none without a map

void draw_map_base(Sheet& sheet);

// Changes when, and only when, anything draw_map_base reads changes.
std::uint64_t base_key_of(const SceneIn& in);
// The same of all but where the camera stands at its zoom.
std::uint64_t base_look_of(const SceneIn& in);

}  // namespace vidik
