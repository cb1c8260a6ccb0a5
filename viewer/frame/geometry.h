#pragma once
// Map geometry that a painter keeps: triangles and lines in fixed Web-Mercator coordinates, in chunks for culling.
//
// Units: int32, the world is 2^32 units wide (0.93 cm at the equator), x grows east, y grows SOUTH (screen down);
// unit square (0…1) = (v + 2^31) / 2^32. Ownership: spans are borrowed from the map set, which the app keeps alive.

#include "geo/retained.h"

#include <cstdint>

namespace vidik {

// What the map is made of; the order says nothing about painting.
enum class MapLayer : std::uint8_t {
  sea,
  land_focus,
  land,
  lakes,  // areas; land: the whole frame
  coast_focus,
  coast_neighbour,
  rivers_1,
  rivers_2,
  rivers_3,
  lake_shores,  // lines
  border_outer,
  border_inner,
  border_neighbour,
  border_disputed,  // no view has a rule for it
  border_contested_1,
  border_contested_2,
  border_contested_3,
  border_contested_4,
  admin1,
  municipalities,
  count
};
// Lines of the user's own base files, by the slot that each file keeps while the program runs.
inline constexpr int kMostOwnBases = 200;
inline constexpr MapLayer own_base_layer(int slot) { return static_cast<MapLayer>(40 + slot); }
inline constexpr bool is_own_base(MapLayer layer) { return layer > MapLayer::count; }

inline constexpr int kMapLods = 8;  // for zoom < 3, < 4 … < 9, and above

struct GeometryId {
  MapLayer layer{};
  std::uint8_t lod = 0;
  bool operator==(const GeometryId&) const = default;
};

int lod_for_zoom(double zoom);

}  // namespace vidik
