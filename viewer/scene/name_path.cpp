#include "scene/name_path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace vidik {

namespace {

constexpr float kMostBent = 12;    // degrees between two letters
constexpr float kCapital = 0.73f;  // of the em: how high letters reach
constexpr float kBearing = 0.06f;  // of the em: air that a letter brings with it

float degrees(Px from, Px to) {
  return std::atan2(to.y - from.y, to.x - from.x) * 180 / std::numbers::pi_v<float>;
}

}  // namespace

NamePath::NamePath(std::vector<Px> points) : points_(std::move(points)) {
  const Px first = points_.front(), last = points_.back();
  // Names go from left to right; up where the line is all but upright.
  const float across = last.x - first.x, down = last.y - first.y;
  if (std::abs(across) > 0.08f * std::abs(down) ? across < 0 : down > 0)
    std::reverse(points_.begin(), points_.end());
  along_.reserve(points_.size());
  along_.push_back(0);
  for (std::size_t i = 1; i < points_.size(); ++i)
    along_.push_back(along_.back() +
                     std::hypot(points_[i].x - points_[i - 1].x, points_[i].y - points_[i - 1].y));
}

Px NamePath::at(float along) const {
  const auto next = std::upper_bound(along_.begin() + 1, along_.end() - 1, along);
  const auto i = static_cast<std::size_t>(next - along_.begin());
  const float span = along_[i] - along_[i - 1];
  const float t = span > 0 ? std::clamp((along - along_[i - 1]) / span, 0.0f, 1.0f) : 0;
  return {points_[i - 1].x + (points_[i].x - points_[i - 1].x) * t,
          points_[i - 1].y + (points_[i].y - points_[i - 1].y) * t};
}

NamePath NamePath::moved_up(float by) const {
  std::vector<Px> moved;
  moved.reserve(points_.size());
  for (std::size_t i = 0; i < points_.size(); ++i) {
    const Px a = points_[i == 0 ? 0 : i - 1], b = points_[std::min(i + 1, points_.size() - 1)];
    const float length = std::max(std::hypot(b.x - a.x, b.y - a.y), 1e-3f);
    moved.push_back({points_[i].x + (b.y - a.y) / length * by, points_[i].y - (b.x - a.x) / length * by});
  }
  return NamePath(std::move(moved));
}

std::optional<LetterRow> letters_along(const NamePath& path, float middle, const Shaped& shaped,
                                       const TextStyle& style) {
  const std::size_t count = shaped.glyphs.size();
  if (count == 0) return std::nullopt;
  const float width = shaped.width + style.tracking * static_cast<float>(count - 1);
  if (middle < width / 2 || path.length() - middle < width / 2) return std::nullopt;
  LetterRow row;
  row.at = path.at(middle);
  const Px begin = path.at(middle - width / 2), end = path.at(middle + width / 2);
  row.tilt = degrees(begin, end);
  if (std::abs(row.tilt) > 95) return std::nullopt;
  float least = 360, most = -360, before = 0;
  // Letters lean together where the line is hollow seen from above.
  const float together = (std::max(style.tracking, 0.0f) + 2 * kBearing * style.size) /
                         (kCapital * style.size) * 180 / std::numbers::pi_v<float>;
  for (std::size_t i = 0; i < count; ++i) {
    const ShapedGlyph& glyph = shaped.glyphs[i];
    const float advance = (i + 1 < count ? shaped.glyphs[i + 1].x : shaped.width) - glyph.x;
    const float c = middle + glyph.x + style.tracking * static_cast<float>(i) - width / 2 + advance / 2;
    const float reach = std::max(advance / 2, 3.0f) + 1;
    const Px at = path.at(c), a = path.at(c - reach), b = path.at(c + reach);
    const float length = std::max(std::hypot(b.x - a.x, b.y - a.y), 1e-3f);
    const Px way{(b.x - a.x) / length, (b.y - a.y) / length};
    const float angle = degrees(a, b);
    const float turn = angle - before;
    if (i > 0 && (std::abs(turn) > kMostBent || -turn > together)) return std::nullopt;
    before = angle, least = std::min(least, angle), most = std::max(most, angle);
    const Px foot{at.x - row.at.x, at.y - row.at.y};
    PlacedLetter letter;
    letter.glyph = glyph.id;
    letter.angle_deg = angle;
    letter.by = {foot.x - way.x * advance / 2 - way.y * glyph.y,
                 foot.y - way.y * advance / 2 + way.x * glyph.y};
    letter.middle = {foot.x + way.y * style.size * 0.34f, foot.y - way.x * style.size * 0.34f};
    row.letters.push_back(letter);
  }
  row.turned = most - least;
  return row;
}

CurveFit fit_curve(std::span<const Px> points, std::span<const float> weights, int degree) {
  CurveFit fit;
  for (const Px p : points) fit.reach = std::max(fit.reach, static_cast<double>(std::abs(p.x)));
  // Least squares by the normal equations; u is scaled, so that they are tame.
  const auto size = static_cast<std::size_t>(degree) + 1;
  std::array<std::array<double, 5>, 4> rows{};
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double t = static_cast<double>(points[i].x) / fit.reach;
    const double weight = weights.empty() ? 1 : static_cast<double>(weights[i]);
    double powers[7] = {1};
    for (std::size_t k = 1; k < 7; ++k) powers[k] = powers[k - 1] * t;
    for (std::size_t r = 0; r < size; ++r) {
      for (std::size_t c = 0; c < size; ++c) rows[r][c] += weight * powers[r + c];
      rows[r][4] += weight * powers[r] * static_cast<double>(points[i].y);
    }
  }
  for (std::size_t k = 0; k < size; ++k) {
    std::size_t pivot = k;
    for (std::size_t r = k + 1; r < size; ++r)
      if (std::abs(rows[r][k]) > std::abs(rows[pivot][k])) pivot = r;
    std::swap(rows[k], rows[pivot]);
    if (std::abs(rows[k][k]) < 1e-12) return fit;
    for (std::size_t r = 0; r < size; ++r) {
      if (r == k) continue;
      const double by = rows[r][k] / rows[k][k];
      for (std::size_t c = k; c < 5; ++c) rows[r][c] -= by * rows[k][c];
    }
  }
  double found[4] = {};
  for (std::size_t k = 0; k < size; ++k) found[k] = rows[k][4] / rows[k][k];
  fit.a = found[0], fit.b = found[1], fit.c = found[2], fit.d = found[3];
  return fit;
}

}  // namespace vidik
