#pragma once
// The colours of a film that may only have a few: counted over all frames, chosen once.
//
// Up to 255 colours are taken as they are. Of more, the cells of a 64x64x64 cube that occur are split at the mean of the
// widest spread, box after box, and the means are moved to the middle of what they stand for four times. A cell weighs the
// square root of its pixels, so that a few px of a category's colour count beside a sea. Source: median cut (Heckbert 1982)
// with the split of least variance (Wu 1991), then Lloyd's rounds.
// Units: 0…255 a channel; alpha is not looked at. Threads: one. Same pixels in the same order, same colours.
// Cost: count() about 4 ms a megapixel; choose() about 50 ms; nearest() one look-up for a colour that was asked before.

#include "export/film_frames.h"

#include <array>
#include <cstdint>
#include <vector>

namespace vidik {

using PaletteColor = std::array<std::uint8_t, 3>;

class FilmPalette {
 public:
  static constexpr std::size_t kMost = 255;  // of 256, one is "as before"

  FilmPalette();
  // The pixels of `now` that are not the same in `before`; all of them where `before` is empty. Those of alpha under half
  // count for nothing.
  void count(const Rgba& before, const Rgba& now);
  void choose();  // once, after the last count()

  const std::vector<PaletteColor>& colors() const { return colors_; }
  // Least 2·Δr² + 4·Δg² + 3·Δb², the first of equals.
  std::uint8_t nearest(std::uint8_t r, std::uint8_t g, std::uint8_t b);

 private:
  struct Cell {
    std::uint64_t pixels = 0, sum[3] = {};
  };
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> exact_;    // the colours, as long as they are few
  std::vector<bool> seen_;              // of 2^24 colours
  std::vector<std::uint16_t> answers_;  // of 2^24 colours; 0xffff: not asked yet
  std::vector<PaletteColor> colors_;
};

}  // namespace vidik
