#pragma once
// How far apart two places are on the ground.
//
// Units: metres, on a sphere of the Earth's mean radius: within 0.56 % of the ellipsoid.

#include "geo/lonlat.h"

namespace vidik {

double distance_m(LonLat a, LonLat b);

// The place `metres` away in a direction; 0 = north, 90 = east.
LonLat destination(LonLat from, double bearing_deg, double metres);

}  // namespace vidik
