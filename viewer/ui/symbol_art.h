#pragma once
// Category symbols in panels: the shapes and outlines of LOOK §6 through ImGui's draw list.
//
// Units: px at 1x; radius is that of the circle, other shapes are drawn with an equal look.

#include "frame/draw_list.h"
#include "frame/theme.h"
#include "store/category.h"

#include <imgui.h>

#include <vector>

namespace vidik {

// Corners of the shape round `centre`, clockwise; a circle has many.
std::vector<ImVec2> symbol_outline(SymbolShape shape, ImVec2 centre, float radius);

void draw_symbol(ImDrawList& out, const Theme& theme, ImVec2 centre, float radius, const Category& category,
                 SymbolStyle style, float alpha = 1);
// The same in a colour of choice, for rows that are about confidence and not about a category.
void draw_symbol(ImDrawList& out, const Theme& theme, ImVec2 centre, float radius, SymbolShape shape,
                 char letter, SymbolStyle style, Color color, float alpha = 1);

}  // namespace vidik
