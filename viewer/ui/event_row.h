#pragma once
// One event as a row of a short list: its symbol, title, date and place.
//
// Units: px. Threads: between ImGui::NewFrame and Render. Cost: the texts of the event.

#include "ui/intents.h"
#include "ui/panel_in.h"

namespace vidik {

inline constexpr float kEventRow = 40;  // px high

enum class RowUse : std::uint8_t { none, pointed, clicked };
// At ImGui's cursor. Pointed at, its symbol on the map is lit; a list that has no row pointed at says so by
// tell_hover(…, {}, HoverPlace::list).
RowUse event_row(const PanelIn& in, Intents& out, EventRef event, float width);

}  // namespace vidik
