#pragma once
// One of the shipped relief pictures as a texture wants it: multiplied by alpha, and in halves of its size.
//
// Multiplied, so that filtering between clear and dark pixels gives no rim. Cost: 0.1 s; done once, then in the cache.
// Errors: bad_input when the file is no PNG or larger than a relief may be.

#include "base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vidik {

struct ReliefPixels {
  std::uint32_t width = 0, height = 0;
  std::vector<std::uint8_t> rgba;  // colours multiplied by alpha, north row first
};

Result<ReliefPixels> read_relief(const std::string& path);

// The mean of each 2 x 2 pixels; the last row or column of an odd size counts twice.
ReliefPixels halved(const ReliefPixels& whole);

}  // namespace vidik
