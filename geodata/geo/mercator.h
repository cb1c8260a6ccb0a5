#pragma once
// Degrees to the Web-Mercator map and back: as a unit square (double) and as fixed coordinates (geo/fixed.h).
//
// Units: degrees in; unit square x 0…1 from 180 W to 180 E, y 0…1 from north to south.
// Errors: none. Latitudes beyond ±85.0511 are clamped to it; longitudes wrap. NaN is the caller's bug.

#include "geo/fixed.h"
#include "geo/lonlat.h"

namespace vidik {

inline constexpr double kMercatorLatMax = 85.051128779806604;

struct Unit2 {
  double x = 0, y = 0;
};

Unit2 to_unit(LonLat place);
LonLat from_unit(Unit2 unit);

// Rounds to the nearest unit: at most half a centimetre off on the ground.
Fixed2 to_fixed(LonLat place);
LonLat from_fixed(Fixed2 fixed);

// How many metres on the ground one unit of the unit square is at a latitude.
double metres_per_unit(double lat_deg);

}  // namespace vidik
