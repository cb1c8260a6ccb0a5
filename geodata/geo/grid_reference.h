#pragma once
// A place as maps with a metre grid name it: UTM coordinates and MGRS references on WGS 84, by GeographicLib.
//
// Units: degrees in; `metres`: the size of what can be told apart, so that no reference is finer. Threads: any.
// Errors: none; empty for a place that is none (NaN). Near the poles the grid is the polar one (UPS).

#include "geo/lonlat.h"

#include <string>

namespace vidik {

// "34N 479822 4722764": zone and half, easting, northing in metres; to 1 m, 10 m, 100 m …
std::string utm_words(LonLat place, double metres);
// "34T DN 79822 22764", "34T DN 79 22": to 1 m … 100 km, cut off.
std::string mgrs_words(LonLat place, double metres);

}  // namespace vidik
