#pragma once
// Rows of the left panel: one overlay with its state, and what was lost in reading.

#include "ui/intents.h"
#include "ui/panel_in.h"
#include "ui/symbol_art.h"

#include <string_view>

namespace vidik {

// Draws at (x, y), returns the height.
float overlay_row(const PanelIn& in, Intents& out, const OverlayRow& row, float x, float y, float w);
float reading_rows(const PanelIn& in, Intents& out, float x, float y, float w);
bool told_elsewhere(const PanelIn& in, std::string_view problem);
// The overlay's own category symbol; layers' icon when it has many.
void overlay_symbol(const PanelIn& in, ImDrawList& list, const OverlayRow& row, ImVec2 centre, float alpha);

}  // namespace vidik
