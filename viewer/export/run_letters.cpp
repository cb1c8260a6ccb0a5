#include "export/run_letters.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kMostPx = 1e6f;

bool same_glyphs(const Shaped& shaped, std::span<const Glyph> glyphs) {
  return std::equal(shaped.glyphs.begin(), shaped.glyphs.end(), glyphs.begin(), glyphs.end(),
                    [](const ShapedGlyph& a, const Glyph& b) { return a.id == b.id; });
}

}  // namespace

std::optional<RunLetters> run_letters(Fonts& fonts, const GlyphRun& run, std::span<const Glyph> glyphs) {
  // A run does not say which digits it was shaped with, but its glyphs do.
  const Shaped* shaped = &fonts.shape(run.text, run.face, run.size, Digits::proportional);
  if (!same_glyphs(*shaped, glyphs)) shaped = &fonts.shape(run.text, run.face, run.size, Digits::tabular);
  if (!same_glyphs(*shaped, glyphs)) return std::nullopt;

  std::u32string text;
  for (std::size_t at = 0; at < run.text.size();) text.push_back(next_code_point(run.text, at));
  RunLetters told;
  std::size_t done = 0;
  for (std::size_t i = 0; i < shaped->glyphs.size();) {
    std::size_t next = i + 1;
    while (next < shaped->glyphs.size() && shaped->glyphs[next].letter == shaped->glyphs[i].letter) ++next;
    const std::size_t end = next < shaped->glyphs.size() ? shaped->glyphs[next].letter : text.size();
    if (end <= done || end > text.size()) return std::nullopt;
    told.groups.push_back({text.substr(done, end - done), next - i});
    done = end;
    i = next;
  }
  if (glyphs.size() > 1) {
    const float shaped_length = shaped->glyphs.back().x - shaped->glyphs.front().x;
    const float length = std::hypot(glyphs.back().x - glyphs.front().x, glyphs.back().y - glyphs.front().y);
    told.tracking = (length - shaped_length) / static_cast<float>(glyphs.size() - 1);
  }
  return told;
}

bool is_sound(const GlyphRun& run, std::span<const Glyph> glyphs) {
  const auto sane = [](float v) { return std::isfinite(v) && std::abs(v) <= kMostPx; };
  return run.size > 0 && sane(run.size) && sane(run.halo_width) &&
         std::all_of(glyphs.begin(), glyphs.end(),
                     [&](const Glyph& g) { return sane(g.x) && sane(g.y) && sane(g.angle_deg); });
}

}  // namespace vidik
