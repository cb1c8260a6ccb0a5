#pragma once
// Which events a box takes together: of those that are visible now, nothing else can be chosen (CONTRACT §4).
//
// Units: px at 1x. Errors: a box over more than kMostPicked takes the first of them, and the notice says so.
// Cost: O(visible) on the map, O(log n + found) on the timeline.

#include "ui/intents.h"
#include "ui/panel_in.h"

namespace vidik {

inline constexpr std::size_t kMostPicked = 2000;

// Symbols whose middle lies inside; an empty box lets go of all.
void pick_on_map(const PanelIn& in, Intents& out, const Box2& box);
// Events of the lanes the box meets that are active in its time; over the histogram those of all lanes.
void pick_on_timeline(const PanelIn& in, Intents& out, const Box2& box);

}  // namespace vidik
