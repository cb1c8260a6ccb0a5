#include "frame/symbol_shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vidik {

namespace {

constexpr double kHalfTurn = std::numbers::pi;

// A regular polygon: the axis goes through the middle of an edge.
SymbolOutline regular(int corners, double radius, double axis_deg, double shift_y = 0) {
  const double half = kHalfTurn / corners;
  SymbolOutline o;
  o.p0 = {static_cast<float>(radius * std::cos(half)), 0};
  o.p1 = {o.p0.x, static_cast<float>(radius * std::sin(half))};
  o.parts = static_cast<float>(corners);
  o.axis = static_cast<float>(axis_deg * kHalfTurn / 180);
  o.shift_y = static_cast<float>(shift_y);
  o.whole_0 = 2 * o.p1.y;
  return o;
}

SymbolOutline star(double radius, double inner, double shift_y) {
  SymbolOutline o;
  o.p0 = {static_cast<float>(radius), 0};
  o.p1 = {static_cast<float>(inner * std::cos(kHalfTurn / 5)),
          static_cast<float>(inner * std::sin(kHalfTurn / 5))};
  o.parts = 5;
  o.shift_y = static_cast<float>(shift_y);
  o.whole_0 = std::hypot(o.p0.x - o.p1.x, o.p1.y);
  return o;
}

SymbolOutline plus(float arm, float end) {
  SymbolOutline o;
  o.p0 = {end, 0}, o.p1 = {end, arm}, o.p2 = {arm, arm};
  o.parts = 4;
  o.whole_0 = 2 * arm, o.whole_1 = end - arm;
  o.second = 1;
  return o;
}

SymbolOutline bar(float half_w, float half_h) {
  SymbolOutline o;
  o.p0 = {half_h, 0}, o.p1 = {half_h, half_w}, o.p2 = {0, half_w};
  o.parts = 2;
  o.whole_0 = 2 * half_w, o.whole_1 = 2 * half_h;
  o.second = 1;
  return o;
}

// Factors of LOOK §6; pentagon, plus, star and bar follow its rule of equal visual area.
std::array<SymbolOutline, kSymbolOutlines> make_outlines() {
  std::array<SymbolOutline, kSymbolOutlines> all{};  // circle and letter stay round
  const auto of = [&](SymbolShape shape) -> SymbolOutline& { return all[static_cast<std::size_t>(shape)]; };
  of(SymbolShape::diamond) = regular(4, 1.25, 45);
  of(SymbolShape::square) = regular(4, .89 * std::numbers::sqrt2, 0);
  of(SymbolShape::hexagon) = regular(6, 1.10, 30);
  of(SymbolShape::triangle_down) = regular(3, 1.42, 0, -.22);
  of(SymbolShape::triangle_up) = regular(3, 1.42, 60, .22);
  of(SymbolShape::pentagon) = regular(5, 1.17, 36, .06);
  of(SymbolShape::plus) = plus(.42F, 1.16F);
  of(SymbolShape::star) = star(1.44, .68, .08);
  of(SymbolShape::bar) = bar(1.3F, .6F);
  all[kPlusRing] = plus(.61F, 1.11F);
  all[kStarRing] = star(1.36, .84, .05);
  return all;
}

}  // namespace

const std::array<SymbolOutline, kSymbolOutlines>& symbol_outlines() {
  static const std::array<SymbolOutline, kSymbolOutlines> made = make_outlines();
  return made;
}

bool is_convex(SymbolShape shape) { return shape != SymbolShape::plus && shape != SymbolShape::star; }

std::size_t ring_of(SymbolShape shape) {
  if (shape == SymbolShape::plus) return kPlusRing;
  if (shape == SymbolShape::star) return kStarRing;
  const auto row = static_cast<std::size_t>(shape);
  return row < kSymbolShapes ? row : 0;
}

float reach_of(SymbolShape shape) {
  const auto at = static_cast<std::size_t>(shape);
  if (at >= kSymbolShapes || symbol_outlines()[at].parts == 0) return 1;
  const SymbolOutline& o = symbol_outlines()[at];
  return std::max(std::hypot(o.p0.x, o.p0.y), std::hypot(o.p1.x, o.p1.y)) + std::abs(o.shift_y);
}

}  // namespace vidik
