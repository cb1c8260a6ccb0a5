#pragma once
// How the ground becomes a plane: degrees to the unit square of a projection and back, and the map set's Web-Mercator
// coordinates to another projection's.
//
// Units: degrees in; unit square 0…1, x grows east, y grows SOUTH; fixed coordinates as geo/fixed.h, of that square.
//   web_mercator  the world as geo/mercator.h has it.
//   equal_area    ETRS89-extended / LAEA Europe (EPSG:3035): areas are true, north is up only along 10° E. The middle of
//                 the square is its centre (52° N 10° E), and the square is as wide as the equator times cos 43°, so that
//                 a zoom shows as much ground as Web Mercator does in the middle of the Western Balkans. Computed by PROJ.
// Errors: none. Longitudes wrap. Web Mercator clamps latitudes to ±85.0511; in equal_area the antipode of the centre,
// which has no place, becomes the corner (0, 0), and what lies outside the disc of the earth is the disc's edge. NaN is the
// caller's bug.
// Threads: any; PROJ's own state is one per thread. Cost: web_mercator 20 ns, equal_area 0.3 µs.

#include "geo/fixed.h"
#include "geo/lonlat.h"
#include "geo/mercator.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace vidik {

enum class Projection : std::uint8_t { web_mercator, equal_area };

std::string_view projection_id(Projection projection);  // "web-mercator", "equal-area"
std::optional<Projection> projection_named(std::string_view id);

Unit2 to_unit(Projection projection, LonLat place);
LonLat from_unit(Projection projection, Unit2 unit);
Fixed2 to_fixed(Projection projection, LonLat place);

// `mercator` in Web Mercator's fixed coordinates; both spans are as long, and may be the same.
void project(Projection projection, std::span<const Fixed2> mercator, std::span<Fixed2> out);

// How many metres on the ground one unit of the square is at a latitude. equal_area: everywhere the same, off by up to
// 0.9 % in any one direction on the Western Balkans (what is stretched one way is pressed the other).
double metres_per_unit(Projection projection, double lat_deg);

// Degrees that north lies to the right of up on the plane at a place: 0 in Web Mercator.
double north_angle_deg(Projection projection, LonLat place);

}  // namespace vidik
