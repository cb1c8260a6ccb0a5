// Category symbols: the look that viewer/gpu/px_marks.cpp and shaders/symbol.frag give them, as shapes.

#include "export/vector_marks.h"
#include "export/vector_shapes.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

std::size_t row_of(SymbolShape shape) {
  const auto row = static_cast<std::size_t>(shape);
  return row < kSymbolShapes ? row : 0;
}

bool is_light(Color c) { return c.r * 299 + c.g * 587 + c.b * 114 > 128'000; }

}  // namespace

bool VectorMarks::add(const Symbol& mark) {
  if (!std::isfinite(mark.centre.x) || !std::isfinite(mark.centre.y) || !std::isfinite(mark.radius) ||
      !std::isfinite(mark.alpha))
    return false;
  if (mark.radius <= 0 || mark.alpha <= 0) return true;
  const bool light = is_light(mark.ground);
  const float k = std::clamp(.16f * mark.radius, 1.3f, 2.f);
  const Color hollow = with_alpha(mark.ground, .8);
  const PagePoint centre{static_cast<double>(mark.centre.x), static_cast<double>(mark.centre.y)};
  const double radius = mark.radius;
  const std::size_t row = row_of(mark.shape);
  const float alpha = std::min(mark.alpha, 1.f);
  const double reach = radius * static_cast<double>(reach_of(mark.shape)) + static_cast<double>(k) + 2;
  const PageBox around{centre.x - reach, centre.y - reach, centre.x + reach, centre.y + reach};
  if (alpha < 1 && !brush_.begin_group(around, alpha)) return true;

  const VectorPath outline = symbol_path(row, centre, radius);
  VectorPen pen;
  if (mark.casing.a > 0) {
    pen.width = 2 * (k + .8f);
    brush_.stroke(outline, mark.casing, pen);
  }
  pen.width = k;
  Color ink = mark.color;
  switch (mark.style) {
    case SymbolStyle::confirmed: {
      brush_.fill(outline, mark.color);
      const Color dark = mix(mark.color, with_alpha(rgb(0), mark.color.a / 255.0), light ? .25 : .42);
      pen.width = 1;
      brush_.stroke(outline, dark, pen);
      ink = mark.ground;
      break;
    }
    case SymbolStyle::reported:
      brush_.fill(outline, mix(mark.ground, mark.color, light ? .22 : .34));
      brush_.stroke(outline, mark.color, pen);
      break;
    case SymbolStyle::disputed:
    case SymbolStyle::alleged:
      brush_.fill(outline, hollow);
      if (mark.style == SymbolStyle::disputed)
        brush_.fill(symbol_half(row, centre, radius, true), mark.color);
      brush_.stroke(symbol_dashes(row, centre, radius, .52 * radius, .36 * radius), mark.color, pen);
      break;
  }
  if (alpha < 1) brush_.end();
  if (mark.shape == SymbolShape::letter && mark.letter > ' ')
    letter(mark, with_alpha(ink, static_cast<double>(alpha)));
  return true;
}

void VectorMarks::letter(const Symbol& mark, Color ink) {
  GlyphRun run;
  run.face = Face::semibold;
  run.size = mark.radius * 1.3f;
  run.color = ink;
  run.text = std::string(1, mark.letter);
  // On half a disc the letter would be lost in the solid half.
  if (mark.style == SymbolStyle::disputed) {
    run.halo = with_alpha(mark.ground, static_cast<double>(mark.alpha));
    run.halo_width = 2.4f;
  }
  const Shaped& shaped = fonts_.shape(run.text, run.face, run.size);
  std::vector<Glyph> glyphs;
  // Capitals of Inter are .727 em high.
  for (const ShapedGlyph& one : shaped.glyphs)
    glyphs.push_back(
        {one.id, mark.centre.x - shaped.width / 2 + one.x, mark.centre.y + run.size * .3635f, 0});
  brush_.text(run, glyphs);
}

bool VectorMarks::add(const SymbolRing& mark) {
  if (!std::isfinite(mark.centre.x) || !std::isfinite(mark.centre.y) || !std::isfinite(mark.radius) ||
      !std::isfinite(mark.width))
    return false;
  if (mark.radius <= 0 || mark.width <= 0) return true;
  VectorPen pen;
  pen.width = mark.width;
  pen.round_joins = !is_convex(mark.shape);
  brush_.stroke(symbol_path(ring_of(mark.shape),
                            {static_cast<double>(mark.centre.x), static_cast<double>(mark.centre.y)},
                            static_cast<double>(mark.radius)),
                mark.color, pen);
  return true;
}

}  // namespace vidik
