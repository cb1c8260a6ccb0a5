#pragma once
// Where a point of the window is on the map, and the cameras that pan, zoom and fit lead to.
//
// Units: px at 1x in the window, degrees. Errors: none; zoom stays in [kLeastZoom, kMostZoom], latitude within Mercator's.

#include "frame/draw_list.h"

namespace vidik {

inline constexpr double kLeastZoom = 4, kMostZoom = 16;
struct MapPlace {
  double lon = 0, lat = 0;
};

MapPlace place_at(const Camera& camera, const Box2& map, Px at);
Camera panned(const Camera& camera, const Box2& map, float dx, float dy);     // the ground moves by (dx, dy)
Camera zoomed_at(const Camera& camera, const Box2& map, Px at, double zoom);  // the place under `at` stays
Camera centred(const Camera& camera, double lon, double lat, double zoom);    // zoom 0 = as it is

}  // namespace vidik
