#include "geo/triangulate.h"
#include "gpu/px_marks.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

using Ring = std::vector<Px>;
constexpr float kNear = 0.05f;                 // px; closer corners are one
constexpr float kFar = 1e6f;                   // px; farther ones are brought here, which nobody sees
constexpr float kPerPx = 256;                  // of the tessellator's whole numbers
constexpr std::size_t kMostCorners = 1 << 16;  // more corners than px are thinned out

// In device px, without repeated corners; empty when fewer than three are left.
Ring ring_of(std::span<const Px> points, float scale) {
  Ring ring;
  const std::size_t stride = 1 + points.size() / kMostCorners;
  for (std::size_t i = 0; i < points.size(); i += stride) {
    const Px at{on_grid(std::clamp(points[i].x * scale, -kFar, kFar)),
                on_grid(std::clamp(points[i].y * scale, -kFar, kFar))};
    if (ring.empty() || std::hypot(at.x - ring.back().x, at.y - ring.back().y) > kNear) ring.push_back(at);
  }
  while (ring.size() > 1 && std::hypot(ring[0].x - ring.back().x, ring[0].y - ring.back().y) <= kNear)
    ring.pop_back();
  if (ring.size() < 3) ring.clear();
  return ring;
}

bool turns_right(const Ring& ring) {  // on the screen, where y grows downwards
  double area = 0;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
    area += static_cast<double>(ring[j].x) * ring[i].y - static_cast<double>(ring[i].x) * ring[j].y;
  return area > 0;
}

bool is_inside(const Ring& ring, Px p) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const Px a = ring[i], b = ring[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

// Outlines turn right and holes left, so that what is filled is on the same side of each.
void orient(std::vector<Ring>& rings) {
  for (std::size_t i = 0; i < rings.size(); ++i) {
    bool hole = false;
    for (std::size_t k = 0; k < rings.size(); ++k)
      if (k != i && is_inside(rings[k], rings[i][0])) hole = !hole;
    if (turns_right(rings[i]) == hole) std::reverse(rings[i].begin(), rings[i].end());
  }
}

// The corner half a px inwards and outwards, as far as the mitre goes.
std::pair<Px, Px> rim_at(const Ring& ring, std::size_t i) {
  const std::size_t n = ring.size();
  const Px a = ring[(i + n - 1) % n], b = ring[i], c = ring[(i + 1) % n];
  const float la = std::hypot(b.x - a.x, b.y - a.y), lc = std::hypot(c.x - b.x, c.y - b.y);
  const Px in{(b.y - a.y) / la, -(b.x - a.x) / la},
      next{(c.y - b.y) / lc, -(c.x - b.x) / lc};  // outward normals
  Px mean{in.x + next.x, in.y + next.y};
  const float square = mean.x * mean.x + mean.y * mean.y;
  const float reach = square > 0.25f ? 1.f / square : 4.f;  // held back at needles
  mean = {on_grid(mean.x * reach), on_grid(mean.y * reach)};
  return {{b.x - mean.x, b.y - mean.y}, {b.x + mean.x, b.y + mean.y}};
}

// Every corner turns the same way, and it goes round once.
bool is_convex(const Ring& ring) {
  const std::size_t n = ring.size();
  int turns = 0, flips = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const Px a = ring[i], b = ring[(i + 1) % n], c = ring[(i + 2) % n];
    const float cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
    if (cross != 0 && turns != 0 && (cross > 0) != (turns > 0)) return false;
    if (cross != 0) turns = cross > 0 ? 1 : -1;
    flips += (b.x < a.x) != (c.x < b.x);
  }
  return turns != 0 && flips <= 2;
}

Fixed2 whole(Px p) {
  return {static_cast<std::int32_t>(std::lround(p.x * kPerPx)),
          static_cast<std::int32_t>(std::lround(p.y * kPerPx))};
}

}  // namespace

bool PxMarks::add(const Polygon& mark) {
  const std::span<const Px> points = points_of(mark.points);
  if (points.empty() && mark.points.count > 0) return false;
  if (!std::all_of(points.begin(), points.end(),
                   [](Px p) { return std::isfinite(p.x) && std::isfinite(p.y); }))
    return false;
  std::vector<Ring> rings;
  const auto add_ring = [&](std::size_t first, std::size_t end) {
    if (Ring ring = ring_of(points.subspan(first, end - first), scale_); !ring.empty())
      rings.push_back(std::move(ring));
  };
  if (mark.ring_ends.count == 0) add_ring(0, points.size());
  std::size_t first = 0;
  for (std::uint32_t r = 0; r < mark.ring_ends.count; ++r) {
    const std::size_t at = std::size_t{mark.ring_ends.first} + r;
    if (at >= list_->rows.size() || list_->rows[at] < first || list_->rows[at] > points.size()) return false;
    add_ring(first, list_->rows[at]);
    first = list_->rows[at];
  }
  if (rings.empty() || mark.color.a == 0) return true;
  orient(rings);

  // The body is drawn half a px in, and a rim one px wide fades from it to nothing: a smooth edge without samples.
  std::vector<FlatVertex>& out = batch_.flat();
  const Color body = mark.color, nothing = with_alpha(mark.color, 0);
  std::vector<Fixed2> inner;
  std::vector<std::uint32_t> ends;
  for (const Ring& ring : rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const auto [in, outside] = rim_at(ring, i);
      const auto [next_in, next_out] = rim_at(ring, (i + 1) % ring.size());
      const Px a = ring[i], b = ring[(i + 1) % ring.size()];
      const float length = std::hypot(b.x - a.x, b.y - a.y), right = (b.y - a.y) / length,
                  down = -(b.x - a.x) / length;
      const float from_x = a.x - on_grid(right / 2), from_y = a.y - on_grid(down / 2);
      for (const Px p : {in, outside, next_in, next_in, outside, next_out})
        out.push_back({p.x, p.y, {from_x, from_y, right, down}, body, nothing});
      inner.push_back(whole(in));
    }
    ends.push_back(static_cast<std::uint32_t>(inner.size()));
  }
  if (rings.size() == 1 && is_convex(rings[0])) {  // hexagons by the thousand need no tessellator
    const auto corner = [&](std::size_t i) {
      const Px in = rim_at(rings[0], i).first;
      return FlatVertex{in.x, in.y, {}, body, body};
    };
    const FlatVertex first_corner = corner(0);
    FlatVertex before = corner(1);
    for (std::size_t i = 2; i < rings[0].size(); ++i) {
      const FlatVertex at = corner(i);
      out.insert(out.end(), {first_corner, before, at});
      before = at;
    }
    return true;
  }
  std::vector<Fixed2> triangles;
  if (!triangulate(inner, ends, triangles)) return false;
  for (const Fixed2 p : triangles)
    out.push_back({static_cast<float>(p.x) / kPerPx, static_cast<float>(p.y) / kPerPx, {}, body, body});
  return true;
}

}  // namespace vidik
