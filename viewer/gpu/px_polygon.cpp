#include "gpu/px_marks.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr std::size_t kMostCorners = 4096;  // ear clipping is O(n²); more corners than px are thinned out

float cross(Px a, Px b, Px c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool is_inside(Px p, Px a, Px b, Px c) {
  return cross(a, b, p) >= 0 && cross(b, c, p) >= 0 && cross(c, a, p) >= 0;
}

// Ear clipping of a ring that turns clockwise on the screen; `ring` is used up.
template <typename Emit>
void clip_ears(const std::vector<Px>& at, std::vector<std::uint32_t>& ring, const Emit& emit) {
  std::size_t i = 0, without_ear = 0;
  while (ring.size() > 3 && without_ear < ring.size()) {
    const std::size_t n = ring.size();
    i %= n;
    const std::uint32_t ia = ring[(i + n - 1) % n], ib = ring[i], ic = ring[(i + 1) % n];
    const Px a = at[ia], b = at[ib], c = at[ic];
    const float turn = cross(a, b, c);
    bool ear = turn > 0;
    for (std::size_t j = 0; ear && j < n; ++j) {
      const std::uint32_t k = ring[j];
      if (k != ia && k != ib && k != ic && !(at[k] == a) && !(at[k] == b) && !(at[k] == c))
        ear = !is_inside(at[k], a, b, c);
    }
    if (!ear && turn != 0) {
      ++i, ++without_ear;
      continue;
    }
    if (turn > 0) emit(ia, ib, ic);
    ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(i));
    without_ear = 0;
  }
  // A ring that crosses itself may leave a rest; a fan of it is the least bad answer.
  for (std::size_t j = 1; j + 1 < ring.size(); ++j) emit(ring[0], ring[j], ring[j + 1]);
}

}  // namespace

bool PxMarks::add(const Polygon& mark) {
  const std::span<const Px> points = points_of(mark.points);
  if (points.empty() && mark.points.count > 0) return false;
  line_.clear();
  const std::size_t stride = 1 + points.size() / kMostCorners;
  for (std::size_t i = 0; i < points.size(); i += stride) {
    if (!std::isfinite(points[i].x) || !std::isfinite(points[i].y)) return false;
    const Px at{points[i].x * scale_, points[i].y * scale_};
    if (line_.empty() || std::hypot(at.x - line_.back().x, at.y - line_.back().y) > 0.05f)
      line_.push_back(at);
  }
  while (line_.size() > 1 && std::hypot(line_[0].x - line_.back().x, line_[0].y - line_.back().y) <= 0.05f)
    line_.pop_back();
  if (line_.size() < 3 || mark.color.a == 0) return true;

  double area = 0;
  const std::size_t n = line_.size();
  for (std::size_t i = 0; i < n; ++i) {
    const Px a = line_[i], b = line_[(i + 1) % n];
    area += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
  }
  if (area < 0) std::reverse(line_.begin(), line_.end());

  // The body is drawn half a px in, and a rim one px wide fades from it to nothing: a smooth edge without samples.
  std::vector<FlatVertex>& out = batch_.flat();
  const Color body = mark.color, nothing = with_alpha(mark.color, 0);
  std::vector<Px> inner(n), outer(n);
  for (std::size_t i = 0; i < n; ++i) {
    const Px a = line_[(i + n - 1) % n], b = line_[i], c = line_[(i + 1) % n];
    const float la = std::hypot(b.x - a.x, b.y - a.y), lc = std::hypot(c.x - b.x, c.y - b.y);
    const Px in{(b.y - a.y) / la, -(b.x - a.x) / la},
        next{(c.y - b.y) / lc, -(c.x - b.x) / lc};  // outward normals
    Px mean{in.x + next.x, in.y + next.y};
    const float square = mean.x * mean.x + mean.y * mean.y;
    const float reach = square > 0.25f ? 1.f / square : 4.f;  // mitre, held back at needles
    mean = {mean.x * reach, mean.y * reach};
    inner[i] = {b.x - mean.x, b.y - mean.y};
    outer[i] = {b.x + mean.x, b.y + mean.y};
  }
  const auto triangle = [&](Px a, Color ca, Px b, Color cb, Px c, Color cc) {
    out.push_back({a.x, a.y, ca}), out.push_back({b.x, b.y, cb}), out.push_back({c.x, c.y, cc});
  };
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t j = (i + 1) % n;
    triangle(inner[i], body, outer[i], nothing, inner[j], body);
    triangle(inner[j], body, outer[i], nothing, outer[j], nothing);
  }
  ring_.resize(n);
  for (std::uint32_t i = 0; i < n; ++i) ring_[i] = i;
  clip_ears(inner, ring_, [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    triangle(inner[a], body, inner[b], body, inner[c], body);
  });
  return true;
}

}  // namespace vidik
