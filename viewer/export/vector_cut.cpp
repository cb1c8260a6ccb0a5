#include "export/vector_cut.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vidik {

namespace {

PagePoint between(PagePoint a, PagePoint b, double t) {
  return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

// The part of a-b inside the box as shares of its length; false: none.
bool inside(PagePoint a, PagePoint b, const PageBox& box, double& from, double& to) {
  from = 0, to = 1;
  const auto half = [&](double begin, double way) {  // begin + t * way >= 0
    if (way == 0) return begin >= 0;
    const double t = -begin / way;
    if (way > 0)
      from = std::max(from, t);
    else
      to = std::min(to, t);
    return true;
  };
  const double dx = b.x - a.x, dy = b.y - a.y;
  return std::isfinite(dx) && std::isfinite(dy) && half(a.x - box.west, dx) && half(box.east - a.x, -dx) &&
         half(a.y - box.north, dy) && half(box.south - a.y, -dy) && from <= to;
}

// One side of Sutherland and Hodgman's way: keeps what `depth` says is inside (>= 0).
template <typename Depth>
PageLine cut_side(const PageLine& ring, Depth&& depth) {
  PageLine out;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const PagePoint a = ring[i], b = ring[(i + 1) % ring.size()];
    const double da = depth(a), db = depth(b);
    if (da >= 0) out.push_back(a);
    if ((da >= 0) != (db >= 0)) out.push_back(between(a, b, da / (da - db)));
  }
  return out;
}

constexpr double kOff = 0.02;  // px

void flatten(PagePoint a, PagePoint b, PagePoint c, PagePoint d, PageLine& out) {
  // How far a cubic is from its chord: by its second differences.
  const double off = std::max(std::hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y),
                              std::hypot(b.x - 2 * c.x + d.x, b.y - 2 * c.y + d.y));
  const int parts = std::clamp(static_cast<int>(std::ceil(std::sqrt(0.75 * off / kOff))), 1, 256);
  for (int i = 1; i <= parts; ++i) {
    const double t = static_cast<double>(i) / parts, s = 1 - t;
    const double p = s * s * s, q = 3 * s * s * t, r = 3 * s * t * t, u = t * t * t;
    out.push_back({p * a.x + q * b.x + r * c.x + u * d.x, p * a.y + q * b.y + r * c.y + u * d.y});
  }
}

PagePoint place(Px p) { return {static_cast<double>(p.x), static_cast<double>(p.y)}; }

void add(PageBox& box, PagePoint p) {
  box = {std::min(box.west, p.x), std::min(box.north, p.y), std::max(box.east, p.x),
         std::max(box.south, p.y)};
}
constexpr double kFar = std::numeric_limits<double>::infinity();
constexpr PageBox kNothing{kFar, kFar, -kFar, -kFar};

}  // namespace

PageBox page_box(const Box2& box) {
  const double x = box.x, y = box.y;
  return {x, y, x + static_cast<double>(box.w), y + static_cast<double>(box.h)};
}

PageBox intersection(const PageBox& a, const PageBox& b) {
  return {std::max(a.west, b.west), std::max(a.north, b.north), std::min(a.east, b.east),
          std::min(a.south, b.south)};
}

PageBox bounds_of(std::span<const PagePoint> points) {
  PageBox box = kNothing;
  for (const PagePoint p : points) add(box, p);
  return box;
}

PageBox bounds_of(const VectorPath& path) {
  PageBox box = kNothing;
  for (const PathStep& step : path) {
    if (step.kind == PathStep::Kind::close) continue;
    add(box, place(step.to));
    if (step.kind == PathStep::Kind::curve) add(box, place(step.a)), add(box, place(step.b));
  }
  return box;
}

void cut_line(std::span<const PagePoint> line, const PageBox& box, std::vector<CutLine>& out) {
  bool open = false;
  double along = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const PagePoint a = line[i - 1], b = line[i];
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    double from = 0, to = 0;
    if (inside(a, b, box, from, to)) {
      if (!open || from > 0) out.push_back({{between(a, b, from)}, along + from * length});
      out.back().points.push_back(between(a, b, to));
      open = to >= 1;
    } else {
      open = false;
    }
    along += length;
  }
}

PageLine cut_ring(std::span<const PagePoint> ring, const PageBox& box) {
  PageLine out(ring.begin(), ring.end());
  const PageBox all = bounds_of(out);
  if (box.holds(all)) return out;
  if (!box.meets(all)) return {};
  out = cut_side(out, [&](PagePoint p) { return p.x - box.west; });
  out = cut_side(out, [&](PagePoint p) { return box.east - p.x; });
  out = cut_side(out, [&](PagePoint p) { return p.y - box.north; });
  out = cut_side(out, [&](PagePoint p) { return box.south - p.y; });
  if (out.size() < 3) out.clear();
  return out;
}

std::vector<FlatPiece> flattened(const VectorPath& path) {
  std::vector<FlatPiece> out;
  PagePoint at;
  for (const PathStep& step : path) {
    if (step.kind == PathStep::Kind::close) {
      if (!out.empty()) out.back().closed = true, at = out.back().points.front();
      continue;
    }
    const PagePoint to = place(step.to);
    if (step.kind == PathStep::Kind::move)
      out.push_back({{to}, false});
    else if (out.empty() || out.back().closed)
      out.push_back({{at}, false});
    if (step.kind == PathStep::Kind::line) out.back().points.push_back(to);
    if (step.kind == PathStep::Kind::curve) flatten(at, place(step.a), place(step.b), to, out.back().points);
    at = to;
  }
  return out;
}

void append_line(std::span<const PagePoint> line, bool closed, VectorPath& path) {
  const auto px = [](PagePoint p) { return Px{static_cast<float>(p.x), static_cast<float>(p.y)}; };
  for (std::size_t i = 0; i < line.size(); ++i)
    path.push_back({i == 0 ? PathStep::Kind::move : PathStep::Kind::line, px(line[i])});
  if (closed && !line.empty()) path.push_back({PathStep::Kind::close, px(line.front())});
}

}  // namespace vidik
