#pragma once
// The theme's tokens as Dear ImGui colours and style (LOOK §4 and §14).

#include "frame/theme.h"

#include <imgui.h>

namespace vidik {

constexpr ImU32 im(Color c) { return IM_COL32(c.r, c.g, c.b, c.a); }
// The quietest ink that still reads: text3 would fall under 4.5 : 1 on the ground of what the pointer is over.
constexpr Color quiet_ink(const Theme& theme, bool hovered) { return hovered ? theme.text2 : theme.text3; }
void apply_style(const Theme& theme);  // to the current context; radii and spacing too

}  // namespace vidik
