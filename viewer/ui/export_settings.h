#pragma once
// The right half of the export panel: page, format, film, words, and what must not leave.
//
// Units: px at 1x. Threads: between ImGui::NewFrame and Render.

#include "ui/panels.h"

#include <string>

namespace vidik {

// Writes what was changed into `next`; a redaction is an intent, since the window shows it too.
void export_settings(const PanelIn& in, const Box2& column, ExportChoice& next, Intents& out);

// "Places within 5 km · last 48 h out · 2 fields out", or "Everything".
std::string redaction_label(const Redaction& redaction);

}  // namespace vidik
