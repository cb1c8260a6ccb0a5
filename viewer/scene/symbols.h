#pragma once
// Draws events and clusters on the map, and says where they can be hit.
//
// Units: px at 1x. Cost: O(symbols).

#include "scene/map_layout.h"

namespace vidik {

// A symbol in the theme's colours, ready to draw.
Symbol symbol_mark(const Sheet& sheet, CategoryId category, Status status, Px at, float radius,
                   float alpha = 1);
// A status alone: a neutral disc, since sureness has no hue of its own.
Symbol status_mark(const Sheet& sheet, Status status, Px at, float radius);
SymbolShape symbol_shape(const Category& category);

void draw_uncertain_places(Sheet& sheet, const MapEvents& events, const MapLayout& layout);
void draw_leader(Sheet& sheet, const MapEvents& events, const MapLayout& layout);
void draw_symbols(Sheet& sheet, const MapEvents& events, const MapLayout& layout);
// Hexagons or heat bands, from the lowest class to the highest; and how one class looks.
void draw_counts(Sheet& sheet, const MapEvents& events);
Color cell_color(const Theme& theme, std::size_t class_of_count);
// More than kMostSymbols: every layer's points in one mark.
void draw_points(Sheet& sheet);

// A disc with a ring split by category; `parts` in table order with their counts.
struct RingPart {
  Color color;
  std::uint32_t count;
};
void draw_cluster_disc(const Sheet& sheet, Pen& pen, Px at, float radius, std::span<const RingPart> parts,
                       std::uint64_t count, float alpha);

// The leader's end at the symbol and its way to the card; empty when there is none.
std::vector<Px> leader_path(const ViewState& view, Px from, float clear);

}  // namespace vidik
