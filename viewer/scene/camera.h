#pragma once
// Between degrees, the unit square and px of the map, and how large things are on the ground.
//
// Units: px at 1x, degrees, metres. Threads: pure.

#include "frame/draw_list.h"
#include "geo/fixed.h"
#include "geo/lonlat.h"
#include "geo/projection.h"

#include <vector>

namespace vidik {

// The six countries: Bosnia's west, Albania's and Serbia's ends. What "Fit" shows.
inline constexpr LonLatBox kTheSix{15.70, 39.60, 23.05, 46.22};

inline Px px_of(const MapView& view, Unit2 unit) { return view.to_px(unit.x, unit.y); }
inline Px px_of(const MapView& view, LonLat place) { return px_of(view, to_unit(view.projection, place)); }
// Of the map set's coordinates, fixed or on the unit square of Web Mercator, whatever the view's projection.
Px px_of(const MapView& view, Fixed2 mercator);
Px px_of_ground(const MapView& view, Unit2 mercator);
Unit2 unit_at(const MapView& view, Px at);
LonLat place_at(const MapView& view, Px at);

double metres_per_px(const MapView& view);  // at the centre of the map
double metres_per_px(const MapView& view, double lat_deg);
double zoom_of(const MapView& view);

// Degrees that the map box shows: exactly those in Web Mercator, the least box round them where north is not up.
LonLatBox shown_box(const MapView& view);
// The outline of a box of degrees, `parts` a side, from the north-west corner on clockwise; not closed.
std::vector<Px> outline_px(const MapView& view, const LonLatBox& box, int parts);
// Degrees that north lies to the right of up, at the centre of the map.
double north_angle_deg(const MapView& view);

// The camera that shows a box of degrees in `free`, a part of the map.
Camera fit_camera(const LonLatBox& box, const Box2& map, const Box2& free,
                  Projection projection = Projection::web_mercator);

}  // namespace vidik
