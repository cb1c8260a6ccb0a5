#pragma once
// The corners of every category shape at radius 1, drawn so that all look equally large (LOOK §6).
//
// Units: radii; y down, clockwise. Threads: constant.

#include "frame/draw_list.h"

#include <cstdint>
#include <span>

namespace vidik {

inline constexpr std::size_t kSymbolCorners = 64;  // as symbol.frag's array

struct ShapeCorners {
  std::uint8_t first = 0, count = 0;  // count 0: round
  bool convex = true;
  float reach = 1;  // the farthest corner
};

std::span<const Px> symbol_corners();
ShapeCorners corners_of(SymbolShape shape);

}  // namespace vidik
