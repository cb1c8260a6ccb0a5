#pragma once
// Shortest ways on the ground and what they enclose, on the WGS 84 ellipsoid: what a measurement says.
//
// Source: PROJ's geodesics (Karney 2013), exact to a micrometre; distance.h is quicker and off by up to 0.56 %.
// Units: metres, square metres, degrees. Threads: any. Cost: about a microsecond a way.

#include "geo/lonlat.h"

#include <span>
#include <vector>

namespace vidik {

double geodesic_m(LonLat a, LonLat b);
// Appends places along the way from a to b, b last and without a, in `steps` equal parts.
void add_geodesic(LonLat a, LonLat b, int steps, std::vector<LonLat>& out);

struct RingSize {
  double perimeter_m = 0, area_m2 = 0;
};
// Of the ring through the places and back to the first. One that crosses itself encloses what its turns leave.
RingSize geodesic_ring(std::span<const LonLat> ring);

}  // namespace vidik
