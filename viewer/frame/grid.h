#pragma once
// The grid that places on a map stand on: 1/256 px, which is what drivers round corners to (docs/DECISIONS/0055).
//
// Sums and differences of places on it are exact in floats up to 65,536 px, so a map moved by whole px keeps its bits.
// shaders/page.vert has the same rule. Units: px, of the page at 1x or of the device. Cost: none.

#include <cmath>

namespace vidik {

inline double on_grid(double px) { return std::floor(px * 256 + 0.5) / 256; }
inline float on_grid(float px) { return static_cast<float>(on_grid(static_cast<double>(px))); }

}  // namespace vidik
