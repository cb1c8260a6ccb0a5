#pragma once
// A scale bar that is true at the centre of the map.
//
// Units: metres and px at 1x. Threads: pure.

#include "scene/sheet.h"

#include <string>

namespace vidik {

struct ScaleBar {
  double metres = 0;  // its whole length: 1, 2, 5 times a power of ten
  float px = 0;
  std::string half, whole;  // "50", "100 km"
};
// The longest that is no wider than `most_px`; metres on the ground along the parallel through the centre.
ScaleBar scale_bar(const MapView& view, float most_px);
// Right end and base line at `at`.
void draw_scale_bar(Sheet& sheet, Px at, const ScaleBar& bar);
// An arrow and an N round `centre`, turned to the right by the angle that north has to up.
void draw_north(Sheet& sheet, Px centre, double angle_deg);

}  // namespace vidik
