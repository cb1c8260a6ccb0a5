#pragma once
// A raster file as one picture in Web Mercator, as large as the screen can use.
//
// Units: unit square of the world, x east, y south. Ownership: owns its px. Errors: width 0: there is none.

#include <cstdint>
#include <vector>

namespace vidik {

inline constexpr int kMostBasePx = 4096;  // a side; a larger file is averaged down

struct BaseImage {
  int width = 0, height = 0;
  double west = 0, north = 0, east = 0, south = 0;
  std::vector<std::uint8_t> rgba;  // colours multiplied by alpha, north row first
};

}  // namespace vidik
