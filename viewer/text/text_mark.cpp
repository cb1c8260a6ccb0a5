#include "text/fonts.h"

#include <cmath>
#include <numbers>

namespace vidik {

namespace {

float width_of(const Shaped& shaped, float tracking) {
  const std::size_t gaps = shaped.glyphs.empty() ? 0 : shaped.glyphs.size() - 1;
  return shaped.width + tracking * static_cast<float>(gaps);
}

}  // namespace

float text_width(Fonts& fonts, std::string_view utf8, const TextStyle& style) {
  return width_of(fonts.shape(utf8, style.face, style.size, style.digits), style.tracking);
}

GlyphRun text_mark(DrawList& list, Fonts& fonts, std::string_view utf8, Px at, const TextStyle& style) {
  const Shaped& shaped = fonts.shape(utf8, style.face, style.size, style.digits);
  const float width = width_of(shaped, style.tracking);
  const float start = style.anchor == Anchor::left ? 0 : style.anchor == Anchor::centre ? -width / 2 : -width;
  const double turn = static_cast<double>(style.angle_deg) * std::numbers::pi / 180;
  const auto along = static_cast<float>(std::cos(turn));
  const auto down = static_cast<float>(std::sin(turn));

  GlyphRun run;
  run.face = style.face;
  run.size = style.size;
  run.color = style.color;
  run.halo = style.halo;
  run.halo_width = style.halo_width;
  run.text = utf8;
  run.glyphs = {static_cast<std::uint32_t>(list.glyphs.size()),
                static_cast<std::uint32_t>(shaped.glyphs.size())};
  float tracked = start;
  for (const ShapedGlyph& glyph : shaped.glyphs) {
    const float x = glyph.x + tracked;
    list.glyphs.push_back(
        {glyph.id, at.x + x * along - glyph.y * down, at.y + x * down + glyph.y * along, style.angle_deg});
    tracked += style.tracking;
  }
  return run;
}

}  // namespace vidik
