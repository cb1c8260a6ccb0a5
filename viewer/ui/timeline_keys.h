#pragma once
// The timeline by keyboard: its handles, window, playhead, lanes and overview take the focus like controls, and the arrows
// move them (LOOK §12).
//
// Threads: between ImGui::NewFrame and Render. Cost: O(lanes) without a key; O(log n) for a step along a lane.

#include "ui/intents.h"
#include "ui/panel_in.h"

namespace vidik {

void read_timeline_keys(const PanelIn& in, Intents& out);
// Moves through lanes that found no room.
void scroll_lanes(const PanelIn& in, Intents& out, int by);

}  // namespace vidik
