#pragma once
// Circles, boxes, arcs and the categories' symbols as paths.
//
// Units: px, angles in degrees, 0 = up, clockwise. Threads: any. Circles are four cubic curves a turn, off by 0.03 % of the radius.

#include "export/vector_cut.h"
#include "frame/symbol_shapes.h"

namespace vidik {

VectorPath circle_path(PagePoint centre, double radius);
VectorPath box_path(const PageBox& box, double radius);  // round corners
VectorPath arc_path(PagePoint centre, double radius, double begin_deg, double end_deg);

// Row of frame/symbol_shapes.h; empty where it is round.
PageLine symbol_corners(std::size_t row, PagePoint centre, double radius);
// The outline in dashes as LOOK §6 has them: whole ones, one around each corner.
VectorPath symbol_dashes(std::size_t row, PagePoint centre, double radius, double dash, double gap);
// The half to the left (or right) of the middle.
VectorPath symbol_half(std::size_t row, PagePoint centre, double radius, bool left);
VectorPath symbol_path(std::size_t row, PagePoint centre, double radius);

}  // namespace vidik
