#pragma once
// Where each visible event stands on the map: alone, pushed aside, in a cluster, or in an opened pile.
//
// Units: px at 1x. Threads: pure. Cost: O(visible * neighbours).

#include "scene/map_events.h"

#include <vector>

namespace vidik {

inline constexpr std::size_t kMostInRing = 12;  // LOOK §6: of an opened pile; more stand in a spiral

struct PlacedSymbol {
  std::uint32_t event = 0;  // index into MapEvents::events
  Px place, at;             // true place, and where it is drawn
  float radius = 5;
  bool tether = false;
  float below = 0;  // px that bars under it take (a place that is a whole area)
};

struct PlacedCluster {
  Px at;
  float radius = 0;
  std::vector<std::uint32_t> events;  // indexes, in list order
  std::int32_t largest = -1;          // index of the event whose symbol is on the rim
  bool selected = false, hovered = false;
};

struct MapLayout {
  std::vector<PlacedSymbol> symbols;  // in stacking order: category, then list order; selected last
  std::vector<PlacedCluster> clusters;
};

MapLayout lay_out_map(const Sheet& sheet, const MapEvents& events);

// What the layout keeps labels away from, as boxes.
std::vector<Box2> boxes_of(const MapLayout& layout);

}  // namespace vidik
