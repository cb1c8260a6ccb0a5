#pragma once
// What is measured on the map: the ways between its points as the ground has them, how long they are, what they enclose.
//
// Units: metres, square metres, px at 1x. Cost: O(points).

#include "scene/sheet.h"

#include <string>

namespace vidik {

void draw_measure(Sheet& sheet);  // nothing without points

// "532 m", "5.32 km", "1,240 km"; "0.53 km²", "12,300 m²".
std::string measured_length(double metres);
std::string measured_area(double square_metres);
// "12.3 km", or for a closed shape "45.6 km² · 27.1 km round"; empty before there is anything to tell.
std::string measured_words(const Measure& measure);

}  // namespace vidik
