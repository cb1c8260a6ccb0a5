#pragma once
// A film's frames and its clock, as every format of moving pictures is given them.
//
// Units: pixels top row first, RGBA, four bytes each; frames a thousand seconds, so that 12.5 or 29.97 a second are whole
// numbers. Ownership: the caller's. Threads: one at a time; no GL is needed.

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace vidik {

using Rgba = std::vector<std::uint8_t>;

struct FilmFrames {
  int width = 0, height = 0;
  std::size_t count = 0;
  std::function<Result<Rgba>(std::size_t)> frame;  // asked more than once, in order each time
};

struct FilmTiming {
  int fps_milli = 10'000;
  int hold_ms = 0;  // the last frame stands so much longer than the others
  int loops = 0;    // how often the whole of it is played; 0 = for ever
};

// Asked now and then; false: end, and leave nothing.
using GoOn = std::function<bool(std::size_t done, std::size_t of)>;
inline Error film_cancelled() { return fail(Code::cancelled, "the film was stopped"); }

struct PixelBox {
  int x = 0, y = 0, w = 0, h = 0;  // w = 0: nothing
};
// The smallest box that holds every pixel in which two pictures of one size differ.
PixelBox changed_box(const Rgba& before, const Rgba& now, int width);
Rgba cut_out(const Rgba& picture, int width, const PixelBox& box);
bool is_opaque(const Rgba& picture);

}  // namespace vidik
