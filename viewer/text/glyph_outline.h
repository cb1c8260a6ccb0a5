#pragma once
// The shape of one glyph as lines and curves, for files that are not made of pixels.
//
// Units: one em is 1; y down, the origin on the baseline. Filled by the non-zero rule. Ownership: plain data.
// Errors: a glyph that the file does not have gives an empty shape. Cost: about 5 us a glyph.

#include "frame/draw_list.h"

#include <cstdint>
#include <vector>

namespace vidik {

struct OutlineStep {
  enum class Kind : std::uint8_t { move, line, curve, close };
  Kind kind = Kind::move;
  Px to, a = {}, b = {};  // `a` and `b`: control points of a cubic curve
};
using GlyphOutline = std::vector<OutlineStep>;

struct FaceFile;
GlyphOutline glyph_outline(const FaceFile& file, std::uint32_t glyph);  // the file's own id

}  // namespace vidik
