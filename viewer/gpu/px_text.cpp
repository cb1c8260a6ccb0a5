#include "gpu/px_marks.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kMostHalo = 64;  // device px; wider is not a halo

}  // namespace

void PxMarks::glyph(const GlyphRun& run, const Glyph& one, Color color, float halo_px) {
  double angle = std::fmod(static_cast<double>(one.angle_deg), 360.0);
  if (angle < 0) angle += 360;
  GlyphKey key;
  key.face = run.face;
  key.glyph = one.id;
  key.size_64ths = static_cast<std::uint32_t>(std::lround(run.size * scale_ * 64));
  key.halo_64ths = static_cast<std::uint16_t>(std::lround(std::min(halo_px, kMostHalo) * 64));
  key.angle_quarters = static_cast<std::uint16_t>(std::lround(angle * 4) % 1440);
  const double x = static_cast<double>(one.x) * scale_, y = static_cast<double>(one.y) * scale_;
  if (std::abs(x) > 1e6 || std::abs(y) > 1e6) return;
  // Upright text stands on whole px rows; turned text would wobble on them, so it gets quarters both ways.
  // Halves go up on both sides of 0, so that a picture that begins elsewhere has the same.
  const auto nearest = [](double v) { return static_cast<long>(std::floor(v + 0.5)); };
  const auto quarters_x = nearest(x * 4);
  const auto quarters_y = key.angle_quarters == 0 ? nearest(y) * 4 : nearest(y * 4);
  key.quarter = static_cast<std::uint8_t>((quarters_x & 3) | ((quarters_y & 3) << 2));
  const GlyphPlace* place = atlas_.find(key);
  if (place == nullptr) {
    batch_.flush();
    atlas_.reset();
    place = atlas_.find(key);
  }
  if (place == nullptr || place->width == 0) return;
  const auto left = static_cast<float>((quarters_x >> 2) + place->left);
  const auto top = static_cast<float>((quarters_y >> 2) - place->top);
  const auto w = static_cast<float>(place->width), h = static_cast<float>(place->height);
  const float from_x = left - static_cast<float>(place->x), from_y = top - static_cast<float>(place->y);
  std::vector<GlyphVertex>& out = batch_.glyph();
  out.push_back({left, top, from_x, from_y, color});
  out.push_back({left + w, top, from_x, from_y, color});
  out.push_back({left, top + h, from_x, from_y, color});
  out.push_back({left + w, top + h, from_x, from_y, color});
}

bool PxMarks::add(const GlyphRun& mark) {
  const auto& pool = list_->glyphs;
  if (mark.glyphs.first > pool.size() || mark.glyphs.count > pool.size() - mark.glyphs.first) return false;
  const std::span<const Glyph> glyphs = std::span(pool).subspan(mark.glyphs.first, mark.glyphs.count);
  const bool sound = std::all_of(glyphs.begin(), glyphs.end(), [](const Glyph& g) {
    return std::isfinite(g.x) && std::isfinite(g.y) && std::isfinite(g.angle_deg);
  });
  if (!sound || !std::isfinite(mark.size) || !std::isfinite(mark.halo_width)) return false;
  // All halos first: no letter's halo may lie on its neighbour.
  if (mark.halo_width > 0 && mark.halo.a > 0)
    for (const Glyph& one : glyphs) glyph(mark, one, mark.halo, mark.halo_width / 2 * scale_);
  for (const Glyph& one : glyphs) glyph(mark, one, mark.color, 0);
  return true;
}

}  // namespace vidik
