#include "gpu/px_marks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vidik {

namespace {

struct Way {  // a unit vector and the length that was divided out
  float x, y, length;
};

Way way_between(Px a, Px b) {
  const float x = b.x - a.x, y = b.y - a.y, length = std::hypot(x, y);
  return {x / length, y / length, length};
}

// Normal of the plane between two segments that meet, pointing from the first into the second.
Px plane_between(const Way& in, const Way& out) {
  const float x = in.x + out.x, y = in.y + out.y, length = std::hypot(x, y);
  if (length < 1e-3f) return {0, 0};  // straight back: both end square
  return {x / length, y / length};
}

Px in_frame(Px v, const Way& way) { return {v.x * way.x + v.y * way.y, v.y * way.x - v.x * way.y}; }

}  // namespace

bool PxMarks::add(const Stroke& mark) {
  const std::span<const Px> points = points_of(mark.points);
  if (points.empty() && mark.points.count > 0) return false;
  if (!std::isfinite(mark.width) || !std::isfinite(mark.dash) || !std::isfinite(mark.gap)) return false;
  line_.clear();
  for (const Px p : points) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return false;
    const Px at{on_grid(p.x * scale_), on_grid(p.y * scale_)};
    if (line_.empty() || std::hypot(at.x - line_.back().x, at.y - line_.back().y) > 1e-3f)
      line_.push_back(at);
  }
  bool closed = mark.closed && line_.size() > 2;
  if (closed && std::hypot(line_.front().x - line_.back().x, line_.front().y - line_.back().y) <= 1e-3f)
    line_.pop_back(), closed = line_.size() > 2;
  if (line_.size() < 2 || mark.width <= 0) return true;

  const std::size_t count = line_.size(), segments = closed ? count : count - 1;
  const auto way_of = [&](std::size_t i) { return way_between(line_[i % count], line_[(i + 1) % count]); };
  StrokeVertex look{};
  look.half_width = mark.width * scale_ / 2;
  look.round = mark.round_caps ? 1.f : 0.f;
  look.color = mark.color;
  if (mark.dash > 0 && mark.gap > 0) {
    look.dash = mark.dash * scale_, look.gap = mark.gap * scale_;
    if (closed) {  // whole dashes around, so that no seam shows
      float whole = 0;
      for (std::size_t i = 0; i < segments; ++i) whole += way_of(i).length;
      const float fit =
          whole / std::max(1.f, std::round(whole / (look.dash + look.gap))) / (look.dash + look.gap);
      look.dash *= fit, look.gap *= fit;
    }
  }
  std::vector<StrokeVertex>& out = batch_.stroke();
  const float reach = look.half_width + 1;
  Way way = way_of(0);
  Way before = closed ? way_of(segments - 1) : way;
  for (std::size_t i = 0; i < segments; ++i) {
    const Way after = i + 1 < segments || closed ? way_of(i + 1) : way;
    const Px a = line_[i];
    look.from_x = a.x, look.from_y = a.y, look.way_x = way.x, look.way_y = way.y;
    look.length = way.length;
    std::fill(std::begin(look.planes), std::end(look.planes), 0.f);
    if (i > 0 || closed) {
      const Px plane = in_frame(plane_between(before, way), way);
      look.planes[0] = -plane.x, look.planes[1] = -plane.y;
    }
    if (i + 1 < segments || closed) {
      const Px plane = in_frame(plane_between(way, after), way);
      look.planes[2] = plane.x, look.planes[3] = plane.y;
    }
    for (const auto& [far, side] :
         {std::pair(0, -1.f), std::pair(1, -1.f), std::pair(0, 1.f), std::pair(1, 1.f)}) {
      const float along = far == 1 ? way.length + reach : -reach, across = side * reach;
      look.x = a.x + way.x * along - way.y * across;
      look.y = a.y + way.y * along + way.x * across;
      out.push_back(look);
    }
    look.begin += way.length;
    before = way, way = after;
  }
  return true;
}

}  // namespace vidik
