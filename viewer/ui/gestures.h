#pragma once
// What map and timeline share under the pointer: which mark is hit, who told the hover, how a drag is called off.

#include "ui/intents.h"
#include "ui/panel_in.h"

namespace vidik {

inline constexpr float kPickSlack = 3;  // px round a symbol that still count as on it

// Map and timeline both tell which event is under the pointer; each takes back only what it told itself.
enum class HoverPlace : std::uint8_t { none, map, timeline, list };
void tell_hover(const PanelIn& in, Intents& out, EventKey now, HoverPlace from);

// Esc during a drag: back to the state it began with. True when there was one.
bool call_off_drag(const PanelIn& in, Intents& out);

}  // namespace vidik
