#pragma once
// Which part of a river's line bears which name: the lines of the map set run from the furthest source to the sea, names do not.
//
// Ownership: static data. Threads: any.

#include "geo/lonlat.h"
#include "mapset/map_set.h"

#include <span>
#include <string_view>

namespace vidik {

struct RiverPart {
  std::string_view river;  // the set's English name
  LonLatBox where;         // of its line
  MapNames names;          // empty: the river's own
};
// A river that is not listed bears its name from end to end; a listed one only in its parts.
std::span<const RiverPart> river_parts();

}  // namespace vidik
