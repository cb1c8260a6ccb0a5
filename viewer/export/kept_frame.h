#pragma once
// A frame of a film as it is kept until the film is whole: exactly its pixels, quickly packed.
//
// Errors: decode refuses what is not such a frame, or not whole. Same pixels, same bytes.
// Cost: about 35 ms to pack and 15 ms to unpack 1600x900.

#include "export/film_frames.h"

#include <string>
#include <string_view>

namespace vidik {

std::string pack_frame(int width, int height, const Rgba& rgba);
struct UnpackedFrame {
  int width = 0, height = 0;
  Rgba rgba;
};
Result<UnpackedFrame> unpack_frame(std::string_view bytes);

}  // namespace vidik
