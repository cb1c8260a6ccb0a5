#pragma once
// Fonts in memory, shaping and measuring: text becomes glyph runs; the painter gets outlines' pictures from here.
//
// Units: px at 1x for sizes and advances; sizes are design px (em). Ownership: Fonts owns its faces; the bytes are embedded.
// Threads: one owner at a time (FreeType faces are not shared). Errors: a code point no face has is drawn as the
// font's missing glyph and counted (missing()).
// Cost: shape() is cached by (face, size, digits, text); a hit costs one hash lookup. An answer stays valid for at
// least 4,096 further texts.

#include "base/result.h"
#include "frame/draw_list.h"
#include "text/glyph_outline.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace vidik {

struct ShapedGlyph {
  std::uint32_t id;
  float x, y;  // offset from the run's origin on the baseline
  std::uint32_t letter =
      0;  // the first code point of the text that it stands for; others of the same letter go with it
};
struct Shaped {
  std::vector<ShapedGlyph> glyphs;
  float width = 0;                // px
  float ascent = 0, descent = 0;  // of the face at this size, both positive
};

enum class Digits : std::uint8_t { proportional, tabular };

// 8-bit coverage of one glyph, for a painter's atlas.
struct GlyphPicture {
  int left = 0, top = 0, width = 0, height = 0;  // device px from the origin; top is up
  std::vector<std::uint8_t> coverage;
};

class Fonts {
 public:
  static Result<std::unique_ptr<Fonts>> create();  // the embedded faces
  virtual ~Fonts() = default;

  virtual const Shaped& shape(std::string_view utf8, Face face, float size,
                              Digits digits = Digits::proportional) = 0;
  float width(std::string_view utf8, Face face, float size) { return shape(utf8, face, size).width; }
  // Rasterised at device size (px * scale), turned by angle_deg (clockwise), origin at an offset of `quarter` & 3
  // quarter pixels in x (right) and `quarter` >> 2 in y (down). A `glyph` is what shape() gave for the same face.
  // halo_px > 0: the glyph widened by that many device px on every side.
  virtual GlyphPicture picture(Face face, std::uint32_t glyph, float device_px, int quarter, float angle_deg,
                               float halo_px) = 0;
  // The glyph's own shape, for files that are not made of pixels. The same `glyph`.
  virtual GlyphOutline outline(Face face, std::uint32_t glyph) = 0;
  virtual std::uint64_t missing() const = 0;
};

// Bytes of an embedded font file, for ImGui's own atlas.
std::span<const unsigned char> font_bytes(Face face);

// Appends a run to `list` and returns the mark; x is the left end (or centre / right end), y the baseline.
enum class Anchor : std::uint8_t { left, centre, right };
struct TextStyle {
  Face face = Face::medium;
  float size = 13;
  Color color;
  Color halo{0, 0, 0, 0};
  float halo_width = 0;
  float tracking = 0;  // extra px between glyphs
  Anchor anchor = Anchor::left;
  Digits digits = Digits::proportional;
  float angle_deg = 0;
};
GlyphRun text_mark(DrawList& list, Fonts& fonts, std::string_view utf8, Px at, const TextStyle& style);
float text_width(Fonts& fonts, std::string_view utf8, const TextStyle& style);

}  // namespace vidik
