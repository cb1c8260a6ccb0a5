#pragma once
// A picture as films want it: brightness for each pixel, colour for each two by two, of even size.
//
// What is not opaque is laid on the ground; an odd width or height is one px of ground wider.
// Units: 8 bits, BT.709 weights, narrow range (16…235, 16…240); a colour sample sits on the left of its two columns and
// between its two rows, as H.264 and VP9 take it. Source: ITU-R BT.709-6 §3, rounded to the nearest. Whole numbers alone, so
// that every machine gives the same. Cost: about 10 ms at 1600x900.

#include "export/film_frames.h"
#include "frame/color.h"

namespace vidik {

struct EvenSize {
  int width = 0, height = 0;
};
EvenSize even_size(int width, int height);
// Y, then U, then V, each row after row: width * height * 3 / 2 bytes of the even size.
std::vector<std::uint8_t> yuv_planes(const Rgba& picture, int width, int height, Color ground);

}  // namespace vidik
