#pragma once
// The municipalities of the base map (where it has none: admin-1) as the areas that places are put on.
//
// Ownership: keeps the map. Threads: one owner. Cost: MapSet::admin_unit_at() a place; the middle of an area once.

#include "mapset/map_set.h"
#include "store/redact.h"

#include <memory>

namespace vidik {

AreaAt municipality_areas(std::shared_ptr<const MapSet> map);

// A place inside a shape, the middle of its widest stretch on the parallel through the middle of its box.
Fixed2 middle_of(const MapShape& shape);

}  // namespace vidik
