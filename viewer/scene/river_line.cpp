#include "scene/river_line.h"

#include "scene/camera.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kMostWinding = 1.5f;  // px of river for a px of name
constexpr float kEnds = 6;            // px of curve beyond the name, at each end
constexpr float kPart = 3;            // px between the curve's points

bool may_meet(const Box2& box, Px a, Px b) {
  return std::max(a.x, b.x) >= box.x && std::min(a.x, b.x) <= box.x + box.w && std::max(a.y, b.y) >= box.y &&
         std::min(a.y, b.y) <= box.y + box.h;
}

}  // namespace

RiverLine::RiverLine(const MapView& view, std::span<const Fixed2> points, const Box2& box) {
  double before = 0;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Px a = px_of(view, points[i]), b = px_of(view, points[i + 1]);
    const double across = static_cast<double>(b.x) - static_cast<double>(a.x),
                 down = static_cast<double>(b.y) - static_cast<double>(a.y);
    const double length = std::hypot(across, down), after = before + length;
    if (length > 0 && may_meet(box, a, b)) {
      for (auto k = static_cast<std::int64_t>(std::ceil(before / static_cast<double>(kStep)));
           static_cast<double>(k) * static_cast<double>(kStep) < after; ++k) {
        const double t = (static_cast<double>(k) * static_cast<double>(kStep) - before) / length;
        const Px at{static_cast<float>(static_cast<double>(a.x) + across * t),
                    static_cast<float>(static_cast<double>(a.y) + down * t)};
        if (box.contains(at.x, at.y)) samples_.push_back({k, at});
      }
    }
    before = after;
  }
}

std::optional<CalmStretch> RiverLine::calm(std::size_t middle, float width, float most_strayed) const {
  const float wanted = width + 2 * kEnds;
  const auto most = static_cast<std::size_t>(kMostWinding * wanted / 2 / kStep) + 1;
  auto half = static_cast<std::size_t>(wanted / 2 / kStep);
  const auto whole = [&](std::size_t reach) {
    return middle >= reach && middle + reach < samples_.size() &&
           samples_[middle + reach].index - samples_[middle - reach].index ==
               static_cast<std::int64_t>(2 * reach);
  };
  const auto chord = [&](std::size_t reach) {
    const Px a = samples_[middle - reach].at, b = samples_[middle + reach].at;
    return std::hypot(b.x - a.x, b.y - a.y);
  };
  while (half <= most && whole(half) && chord(half) < wanted) ++half;
  if (half > most || !whole(half)) return std::nullopt;

  const Px a = samples_[middle - half].at, b = samples_[middle + half].at,
           m{(a.x + b.x) / 2, (a.y + b.y) / 2};
  const float length = chord(half), ex = (b.x - a.x) / length, ey = (b.y - a.y) / length;
  std::vector<Px> turned;  // along the chord and across it
  for (std::size_t i = middle - half; i <= middle + half; ++i) {
    const Px d{samples_[i].at.x - m.x, samples_[i].at.y - m.y};
    turned.push_back({d.x * ex + d.y * ey, d.y * ex - d.x * ey});
  }
  const CurveFit fit = fit_curve(turned, {}, 3);
  float up = 0, down = 0;
  for (const Px p : turned) {
    const auto off = static_cast<float>(static_cast<double>(p.y) - fit.at(static_cast<double>(p.x)));
    up = std::max(up, -off), down = std::max(down, off);
    if (std::abs(p.x) > length / 2 + 3) return std::nullopt;  // it turns back on itself
  }
  if (up + down > most_strayed) return std::nullopt;
  std::vector<Px> points;
  const int parts = std::max(4, static_cast<int>(length / kPart));
  for (int k = 0; k <= parts; ++k) {
    const float u = (static_cast<float>(k) / static_cast<float>(parts) - 0.5f) * length;
    const auto v = static_cast<float>(fit.at(static_cast<double>(u)));
    points.push_back({m.x + u * ex - v * ey, m.y + u * ey + v * ex});
  }
  const Px first = points.front();
  CalmStretch out{NamePath(std::move(points)), up, down, samples_[middle].at};
  if (!(out.curve.points().front() == first)) std::swap(out.above, out.below);  // it was turned round
  return out;
}

}  // namespace vidik
