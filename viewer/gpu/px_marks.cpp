#include "gpu/px_marks.h"

#include "frame/symbol_shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vidik {

namespace {

template <typename... T>
bool finite(T... values) {
  return (std::isfinite(static_cast<double>(values)) && ...);
}

// Appends the four corners of a quad around (cx, cy), reaching `rx` and `ry` px from it.
template <typename Vertex>
void quad(std::vector<Vertex>& out, Vertex look, float cx, float cy, float rx, float ry) {
  look.centre_x = on_grid(cx), look.centre_y = on_grid(cy);
  for (const auto& [sx, sy] :
       {std::pair(-1.f, -1.f), std::pair(1.f, -1.f), std::pair(-1.f, 1.f), std::pair(1.f, 1.f)}) {
    look.x = look.centre_x + sx * rx, look.y = look.centre_y + sy * ry;
    out.push_back(look);
  }
}

std::uint8_t row_of(SymbolShape shape) {
  const auto row = static_cast<std::size_t>(shape);
  return static_cast<std::uint8_t>(row < kSymbolShapes ? row : 0);
}

bool is_light(Color c) { return c.r * 299 + c.g * 587 + c.b * 114 > 128'000; }

}  // namespace

std::span<const Px> PxMarks::points_of(Range range) const {
  if (range.first > list_->points.size() || range.count > list_->points.size() - range.first) return {};
  return std::span(list_->points).subspan(range.first, range.count);
}

void PxMarks::box(double x0, double y0, double x1, double y1, float radius, Color fill, Color border,
                  float border_width) {
  const auto half_w = static_cast<float>((x1 - x0) / 2), half_h = static_cast<float>((y1 - y0) / 2);
  const auto is_whole = [](double v) { return v == std::floor(v); };
  if (radius <= 0 && border_width <= 0 && is_whole(x0) && is_whole(y0) && is_whole(x1) && is_whole(y1)) {
    const auto l = static_cast<float>(x0), t = static_cast<float>(y0), r = static_cast<float>(x1),
               b = static_cast<float>(y1);
    std::vector<FlatVertex>& out = fill.a == 255 ? batch_.opaque_flat() : batch_.flat();
    for (const auto& [x, y] : {std::pair(l, t), std::pair(r, t), std::pair(l, b), std::pair(l, b),
                               std::pair(r, t), std::pair(r, b)})
      out.push_back({x, y, {}, fill, fill});
    return;
  }
  const BoxVertex look{0,    0,     0, 0, half_w, half_h, std::min({radius, half_w, half_h}), border_width,
                       fill, border};
  quad(batch_.box(), look, static_cast<float>((x0 + x1) / 2), static_cast<float>((y0 + y1) / 2), half_w + 1,
       half_h + 1);
}

bool PxMarks::add(const Rect& mark) {
  const Box2& b = mark.box;
  if (!finite(b.x, b.y, b.w, b.h, mark.radius, mark.border_width)) return false;
  if (b.w <= 0 || b.h <= 0) return true;
  const double s = scale_;
  const bool bordered = mark.border_width > 0 && mark.border.a > 0;
  if (!bordered && mark.fill.a == 0) return true;
  box(b.x * s, b.y * s, (static_cast<double>(b.x) + b.w) * s, (static_cast<double>(b.y) + b.h) * s,
      mark.radius * scale_, mark.fill, mark.border, bordered ? mark.border_width * scale_ : 0);
  return true;
}

bool PxMarks::add(const Disc& mark) {
  if (!finite(mark.centre.x, mark.centre.y, mark.radius, mark.border_width)) return false;
  if (mark.radius <= 0) return true;
  const double s = scale_, x = mark.centre.x * s, y = mark.centre.y * s, r = mark.radius * s;
  const bool bordered = mark.border_width > 0 && mark.border.a > 0;
  box(x - r, y - r, x + r, y + r, static_cast<float>(r), mark.fill, mark.border,
      bordered ? mark.border_width * scale_ : 0);
  return true;
}

bool PxMarks::add(const Fade& mark) {
  const Box2& b = mark.box;
  if (!finite(b.x, b.y, b.w, b.h)) return false;
  if (b.w <= 0 || b.h <= 0 || (mark.from.a == 0 && mark.to.a == 0)) return true;
  // Whole pixels: two that meet leave no seam and do not add up.
  const float l = std::round(b.x * scale_), r = std::round((b.x + b.w) * scale_);
  const float t = std::round(b.y * scale_), d = std::round((b.y + b.h) * scale_);
  if (!(l < r) || !(t < d)) return true;
  const float right = mark.across ? 1 / (r - l) : 0, down = mark.across ? 0 : 1 / (d - t);
  std::vector<FlatVertex>& out = batch_.flat();
  for (const auto& [x, y] :
       {std::pair(l, t), std::pair(r, t), std::pair(l, d), std::pair(l, d), std::pair(r, t), std::pair(r, d)})
    out.push_back({x, y, {l, t, right, down}, mark.from, mark.to});
  return true;
}

bool PxMarks::add(const Arc& mark) {
  if (!finite(mark.centre.x, mark.centre.y, mark.radius, mark.width, mark.begin_deg, mark.end_deg))
    return false;
  const double turn = static_cast<double>(mark.end_deg) - mark.begin_deg;
  if (mark.radius <= 0 || mark.width <= 0 || turn <= 0) return true;
  const double begin = mark.begin_deg * std::numbers::pi / 180, end = mark.end_deg * std::numbers::pi / 180;
  ArcVertex look{};
  look.radius = mark.radius * scale_;
  look.half_width = mark.width * scale_ / 2;
  look.wide = turn >= 360 ? 2.f : turn > 180 ? 1.f : 0.f;
  // 0 is up, clockwise: the way at angle a is (sin a, -cos a); forwards across it is (cos a, sin a).
  look.ends[0] = static_cast<float>(std::cos(begin)), look.ends[1] = static_cast<float>(std::sin(begin));
  look.ends[2] = static_cast<float>(-std::cos(end)), look.ends[3] = static_cast<float>(-std::sin(end));
  look.color = mark.color;
  const float reach = look.radius + look.half_width + 1;
  quad(batch_.arc(), look, mark.centre.x * scale_, mark.centre.y * scale_, reach, reach);
  return true;
}

void PxMarks::symbol_quad(Px centre, const SymbolVertex& look, float reach) {
  quad(batch_.symbol(), look, centre.x * scale_, centre.y * scale_, reach, reach);
}

bool PxMarks::add(const Symbol& mark) {
  if (!finite(mark.centre.x, mark.centre.y, mark.radius, mark.alpha)) return false;
  if (mark.radius <= 0 || mark.alpha <= 0) return true;
  const bool light = is_light(mark.ground);
  const float k = std::clamp(.16f * mark.radius, 1.3f, 2.f);
  const Color clear{mark.color.r, mark.color.g, mark.color.b, 0};
  const Color hollow = with_alpha(mark.ground, .8);

  SymbolVertex look{};
  look.radius = mark.radius * scale_;
  look.outline_width = k * scale_;
  look.casing_half = mark.casing.a > 0 ? (k + .8f) * scale_ : 0;
  look.alpha = std::min(mark.alpha, 1.f);
  look.shape = row_of(mark.shape);
  look.left = look.right = clear;
  look.outline = mark.color;
  look.casing = mark.casing;
  Color ink = mark.color;
  switch (mark.style) {
    case SymbolStyle::confirmed:
      look.left = look.right = mark.color;
      look.outline = mix(mark.color, with_alpha(rgb(0), mark.color.a / 255.0), light ? .25 : .42);
      look.outline_width = scale_;
      ink = mark.ground;
      break;
    case SymbolStyle::reported:
      look.left = look.right = mix(mark.ground, mark.color, light ? .22 : .34);
      break;
    case SymbolStyle::disputed:
    case SymbolStyle::alleged:
      look.left = mark.style == SymbolStyle::disputed ? mark.color : hollow;
      look.right = hollow;
      look.dash = .52f * look.radius, look.gap = .36f * look.radius;
      break;
  }
  symbol_quad(mark.centre, look,
              look.radius * reach_of(mark.shape) + std::max(look.casing_half, look.outline_width) + 1);
  if (mark.shape == SymbolShape::letter && mark.letter > ' ') letter(mark, with_alpha(ink, look.alpha));
  return true;
}

bool PxMarks::add(const SymbolRing& mark) {
  if (!finite(mark.centre.x, mark.centre.y, mark.radius, mark.width)) return false;
  if (mark.radius <= 0 || mark.width <= 0) return true;
  SymbolVertex look{};
  look.radius = mark.radius * scale_;
  look.outline_width = mark.width * scale_;
  look.alpha = 1;
  look.shape = static_cast<std::uint8_t>(ring_of(mark.shape)), look.mitred = is_convex(mark.shape) ? 1 : 0;
  look.left = look.right = look.casing = {0, 0, 0, 0};
  look.outline = mark.color;
  // A mitred corner of 60 degrees reaches twice the line's half width.
  symbol_quad(mark.centre, look, look.radius * reach_of(mark.shape) + look.outline_width + 1);
  return true;
}

void PxMarks::letter(const Symbol& mark, Color ink) {
  const float size = mark.radius * 1.3f;
  const Shaped& shaped = fonts_.shape(std::string_view(&mark.letter, 1), Face::semibold, size);
  GlyphRun run;
  run.face = Face::semibold;
  run.size = size;
  // Capitals of Inter are .727 em high.
  for (const ShapedGlyph& one : shaped.glyphs) {
    const Glyph at{one.id, mark.centre.x - shaped.width / 2 + one.x, mark.centre.y + size * .3635f, 0};
    // On half a disc the letter would be lost in the solid half.
    if (mark.style == SymbolStyle::disputed)
      glyph(run, at, with_alpha(mark.ground, mark.alpha), 1.2f * scale_);
    glyph(run, at, ink, 0);
  }
}

}  // namespace vidik
