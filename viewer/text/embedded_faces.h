#pragma once
// The font files inside the program: one a face, and two that stand in for code points those do not have.
//
// Ownership: bytes of the program itself, valid for ever. Threads: constant.

#include "frame/draw_list.h"

#include <cstdint>
#include <span>

namespace vidik {

// In the order of Face; then the stand-ins.
enum class FaceFileId : unsigned char {
  regular,
  medium,
  semibold,
  bold,
  italic,
  icons,
  fallback,
  fallback_bold,
  count
};

std::span<const unsigned char> embedded_face(FaceFileId id);

// Glyph ids of the stand-in file have this bit, so that a run may mix both.
inline constexpr std::uint32_t kFallbackGlyph = 0x80000000u;
// The file that a glyph of a run in `face` is of; there its id is without the bit.
FaceFileId font_file(Face face, std::uint32_t glyph);

}  // namespace vidik
