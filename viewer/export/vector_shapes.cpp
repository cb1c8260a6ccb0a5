#include "export/vector_shapes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace vidik {

namespace {

constexpr double kPi = std::numbers::pi;

Px px(PagePoint p) { return {static_cast<float>(p.x), static_cast<float>(p.y)}; }

PagePoint at_angle(PagePoint centre, double radius, double angle) {
  return {centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)};
}

// Appends an arc from where the path is; radians.
void append_arc(PagePoint centre, double radius, double begin, double end, VectorPath& path) {
  const int parts = std::max(1, static_cast<int>(std::ceil(std::abs(end - begin) / (kPi / 2) - 1e-9)));
  const double turn = (end - begin) / parts, reach = 4.0 / 3 * std::tan(turn / 4) * radius;
  for (int i = 0; i < parts; ++i) {
    const double a = begin + i * turn, b = a + turn;
    const PagePoint from = at_angle(centre, radius, a), to = at_angle(centre, radius, b);
    path.push_back({PathStep::Kind::curve, px(to),
                    px({from.x + reach * std::cos(a), from.y + reach * std::sin(a)}),
                    px({to.x - reach * std::cos(b), to.y - reach * std::sin(b)})});
  }
}

void append_open_arc(PagePoint centre, double radius, double begin, double end, VectorPath& path) {
  path.push_back({PathStep::Kind::move, px(at_angle(centre, radius, begin))});
  append_arc(centre, radius, begin, end, path);
}

struct Fitted {
  double dash, period;
};
Fitted fitted(double whole, double dash, double gap) {
  const double period = whole / std::max(1.0, std::round(whole / (dash + gap)));
  return {period * dash / (dash + gap), period};
}

}  // namespace

VectorPath circle_path(PagePoint centre, double radius) {
  VectorPath path;
  append_open_arc(centre, radius, 0, 2 * kPi, path);
  path.push_back({PathStep::Kind::close, path.front().to});
  return path;
}

VectorPath arc_path(PagePoint centre, double radius, double begin_deg, double end_deg) {
  if (end_deg - begin_deg >= 360) return circle_path(centre, radius);
  VectorPath path;
  append_open_arc(centre, radius, begin_deg * kPi / 180, end_deg * kPi / 180, path);
  return path;
}

VectorPath box_path(const PageBox& box, double radius) {
  VectorPath path;
  const double r = std::min({radius, (box.east - box.west) / 2, (box.south - box.north) / 2});
  if (!(r > 0)) {
    append_line(
        PageLine{{box.west, box.north}, {box.east, box.north}, {box.east, box.south}, {box.west, box.south}},
        true, path);
    return path;
  }
  path.push_back({PathStep::Kind::move, px({box.west, box.north + r})});
  const PagePoint centres[4] = {{box.west + r, box.north + r},
                                {box.east - r, box.north + r},
                                {box.east - r, box.south - r},
                                {box.west + r, box.south - r}};
  double angle = -kPi / 2;
  for (const PagePoint centre : centres) {
    const Px from = px(at_angle(centre, r, angle));
    if (!(path.back().to == from)) path.push_back({PathStep::Kind::line, from});
    append_arc(centre, r, angle, angle + kPi / 2, path);
    angle += kPi / 2;
  }
  path.push_back({PathStep::Kind::close, path.front().to});
  return path;
}

PageLine symbol_corners(std::size_t row, PagePoint centre, double radius) {
  const SymbolOutline& o = symbol_outlines()[std::min(row, kSymbolOutlines - 1)];
  PageLine out;
  const PagePoint middle{centre.x, centre.y + radius * static_cast<double>(o.shift_y)};
  const auto parts = static_cast<int>(std::lround(o.parts));
  for (int part = 0; part < parts; ++part) {
    const double axis = static_cast<double>(o.axis) + part * 2 * kPi / parts;
    const auto add = [&](Px p, double side) {
      const double along = p.x, across = side * static_cast<double>(p.y);
      const PagePoint at =
          at_angle(middle, radius * std::hypot(along, across), axis + std::atan2(across, along));
      const auto near = [&](PagePoint q) { return std::hypot(at.x - q.x, at.y - q.y) < 1e-4 * radius; };
      if (out.empty() || (!near(out.back()) && !near(out.front()))) out.push_back(at);
    };
    if (o.second > 0) add(o.p2, -1);
    add(o.p1, -1);
    if (o.p0.x != o.p1.x) add(o.p0, 1);  // a tip
    add(o.p1, 1);
    if (o.second > 0) add(o.p2, 1);
  }
  // The middle of a straight edge, where two wedges meet, is no corner.
  PageLine corners;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const PagePoint a = out[(i + out.size() - 1) % out.size()], b = out[i], c = out[(i + 1) % out.size()];
    const double turn = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
    if (std::abs(turn) > 1e-5 * radius * radius) corners.push_back(b);
  }
  return corners;
}

VectorPath symbol_path(std::size_t row, PagePoint centre, double radius) {
  const PageLine corners = symbol_corners(row, centre, radius);
  if (corners.empty()) return circle_path(centre, radius);
  VectorPath path;
  append_line(corners, true, path);
  return path;
}

VectorPath symbol_half(std::size_t row, PagePoint centre, double radius, bool left) {
  const PageLine corners = symbol_corners(row, centre, radius);
  VectorPath path;
  if (corners.empty()) {
    append_open_arc(centre, radius, left ? kPi : 0, left ? 2 * kPi : kPi, path);
    path.push_back({PathStep::Kind::close, path.front().to});
    return path;
  }
  constexpr double kFar = 1e9;
  const PageBox half = left ? PageBox{-kFar, -kFar, centre.x, kFar} : PageBox{centre.x, -kFar, kFar, kFar};
  append_line(cut_ring(corners, half), true, path);
  return path;
}

VectorPath symbol_dashes(std::size_t row, PagePoint centre, double radius, double dash, double gap) {
  const PageLine corners = symbol_corners(row, centre, radius);
  VectorPath path;
  if (corners.empty()) {  // one at the bottom
    const Fitted fit = fitted(2 * kPi * radius, dash, gap);
    const int count = static_cast<int>(std::lround(2 * kPi * radius / fit.period));
    for (int i = 0; i < count; ++i) {
      const double middle = kPi + i * fit.period / radius;
      append_open_arc(centre, radius, middle - fit.dash / 2 / radius, middle + fit.dash / 2 / radius, path);
    }
    return path;
  }
  const std::size_t n = corners.size();
  const auto edge = [&](std::size_t i) {
    const PagePoint a = corners[i % n], b = corners[(i + 1) % n];
    return std::hypot(b.x - a.x, b.y - a.y);
  };
  const auto along = [&](std::size_t i, double way) {
    const PagePoint a = corners[i % n], b = corners[(i + 1) % n];
    const double t = way / edge(i);
    return PagePoint{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
  };
  for (std::size_t i = 0; i < n; ++i) {
    const Fitted before = fitted(edge(i + n - 1), dash, gap), here = fitted(edge(i), dash, gap);
    append_line(
        PageLine{along(i + n - 1, edge(i + n - 1) - before.dash / 2), corners[i], along(i, here.dash / 2)},
        false, path);
    const int count = static_cast<int>(std::lround(edge(i) / here.period));
    for (int k = 1; k < count; ++k)
      append_line(
          PageLine{along(i, k * here.period - here.dash / 2), along(i, k * here.period + here.dash / 2)},
          false, path);
  }
  return path;
}

}  // namespace vidik
