#pragma once
// One of the shipped relief pictures as plain pixels.
//
// Errors: bad_input when the file is no PNG or larger than a relief may be.

#include "base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vidik {

struct ReliefPixels {
  std::uint32_t width = 0, height = 0;
  std::vector<std::uint8_t> rgba;  // not multiplied by alpha, north row first
};

Result<ReliefPixels> read_relief(const std::string& path);

}  // namespace vidik
