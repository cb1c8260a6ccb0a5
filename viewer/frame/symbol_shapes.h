#pragma once
// The outline of every category shape at radius 1, drawn so that all look equally large (LOOK §6).
//
// A shape is one wedge around an axis, mirrored on it and repeated `parts` times: the shader folds a px into the
// wedge and looks at one or two edges, p0-p1 and p1-p2, x along the axis and y across it.
// Units: radii; y down. Threads: constant.

#include "frame/draw_list.h"

#include <array>
#include <span>

namespace vidik {

struct SymbolOutline {  // as symbol.vert's u_shape: three times four numbers
  Px p0, p1, p2;
  float parts = 0;                 // 0: round
  float axis = 0;                  // radians clockwise from up
  float shift_y = 0;               // of the whole shape
  float whole_0 = 0, whole_1 = 0;  // lengths the dashes of both edges are fitted to
  float second = 0;                // 1: p1-p2 counts
};
static_assert(sizeof(SymbolOutline) == 12 * sizeof(float));

// The shapes, then those that rings use instead, where the shape itself made larger would lie on the symbol.
inline constexpr std::size_t kSymbolShapes = 11, kPlusRing = 11, kStarRing = 12, kSymbolOutlines = 13;

const std::array<SymbolOutline, kSymbolOutlines>& symbol_outlines();
std::size_t ring_of(SymbolShape shape);
bool is_convex(SymbolShape shape);
float reach_of(SymbolShape shape);  // the farthest corner from the symbol's middle

}  // namespace vidik
