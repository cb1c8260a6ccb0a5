#pragma once
// The names a map can carry, borrowed from the map set, and how each rank of them looks (LOOK §5 "Labels").
//
// Ownership: views into the map set. Threads: plain data, immutable.

#include "frame/view_state.h"
#include "geo/lonlat.h"
#include "mapset/border_views.h"
#include "mapset/map_set.h"
#include "scene/sheet.h"

#include <string>
#include <string_view>
#include <vector>

namespace vidik {

struct SeaName {
  LonLat at;
  float angle_deg = 0;  // clockwise
  MapNames names;
};
std::span<const SeaName> sea_names();

// What labels are made from: the map set's, or a test's.
struct LabelNames {
  std::span<const Country> countries;
  std::span<const Place> places;  // by rank, then population
  std::span<const SeaName> seas;
  const BorderView* borders = nullptr;  // may name some countries otherwise
  std::span<const Water> waters = {};

  MapNames names_of(const Country& country) const;
  // Whether it is set as a part of another country; its capital is a town then.
  bool is_region(const Country& country) const;
  bool is_capital(const Place& place) const;
};
LabelNames label_names(const MapSet& map, const BorderView* borders);

// What stands on the map: one name; two with " / " where two are usual and both are asked for; the second choice in brackets
// behind, where it is another word.
std::string words_of(const MapNames& names, const NameChoice& choice);

struct PlaceLook {
  double from_zoom = 99;  // 99: never
  TextStyle style;
  float dot = 0;  // radius of the ring; a capital's is a square
  int order = 9;  // LOOK's rank
  bool capital = false;
  float pad = 1.5f;  // px kept free round it: small and foreign towns stand thin
};
PlaceLook place_look(const Theme& theme, const Place& place, bool as_capital);
TextStyle country_style(const Theme& theme, const Country& country, bool as_region);
TextStyle sea_style(const Theme& theme);

}  // namespace vidik
