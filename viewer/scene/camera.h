#pragma once
// Between degrees, the unit square and px of the map, and how large things are on the ground.
//
// Units: px at 1x, degrees, metres. Threads: pure.

#include "frame/draw_list.h"
#include "geo/lonlat.h"
#include "geo/mercator.h"

namespace vidik {

// The six countries: Bosnia's west, Albania's and Serbia's ends. What "Fit" shows.
inline constexpr LonLatBox kTheSix{15.70, 39.60, 23.05, 46.22};

inline Px px_of(const MapView& view, Unit2 unit) { return view.to_px(unit.x, unit.y); }
inline Px px_of(const MapView& view, LonLat place) { return px_of(view, to_unit(place)); }
Unit2 unit_at(const MapView& view, Px at);
LonLat place_at(const MapView& view, Px at);

double metres_per_px(const MapView& view);  // at the centre of the map
double metres_per_px(const MapView& view, double lat_deg);
double zoom_of(const MapView& view);

// Degrees that the map box shows.
LonLatBox shown_box(const MapView& view);

Camera fit_camera(double west, double south, double east, double north, const Box2& map, const Box2& free);

}  // namespace vidik
