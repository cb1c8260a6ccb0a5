#include "gpu/symbol_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace vidik {

namespace {

constexpr std::size_t kShapes = 11;

struct Shapes {
  std::array<Px, kSymbolCorners> corners{};
  std::array<ShapeCorners, kShapes> of{};
  std::uint8_t used = 0;

  void begin(SymbolShape shape, bool convex = true) {
    of[static_cast<std::size_t>(shape)] = {used, 0, convex, 0};
    open = static_cast<std::size_t>(shape);
  }
  void corner(double x, double y) {
    corners[used++] = {static_cast<float>(x), static_cast<float>(y)};
    ++of[open].count;
    of[open].reach = std::max(of[open].reach, static_cast<float>(std::hypot(x, y)));
  }
  // `count` corners evenly around (0, shift_y), the first straight up (or down); every second one at `inner`.
  void regular(SymbolShape shape, int count, double radius, double shift_y = 0, bool down = false,
               double inner = 0) {
    begin(shape, inner <= 0);
    const double start = down ? std::numbers::pi : 0;
    const int all = inner > 0 ? count * 2 : count;
    for (int i = 0; i < all; ++i) {
      const double angle = start + 2 * std::numbers::pi * i / all;
      const double r = inner > 0 && i % 2 == 1 ? inner : radius;
      corner(r * std::sin(angle), -r * std::cos(angle) + shift_y);
    }
  }
  void rectangle(SymbolShape shape, double half_w, double half_h) {
    begin(shape);
    corner(-half_w, -half_h), corner(half_w, -half_h), corner(half_w, half_h), corner(-half_w, half_h);
  }
  std::size_t open = 0;
};

// Factors of LOOK §6; pentagon, plus, star and bar follow its rule of equal visual area.
Shapes make_shapes() {
  Shapes s;
  s.regular(SymbolShape::diamond, 4, 1.25);
  s.rectangle(SymbolShape::square, .89, .89);
  s.regular(SymbolShape::hexagon, 6, 1.10);
  s.regular(SymbolShape::triangle_down, 3, 1.42, -.22, true);
  s.regular(SymbolShape::triangle_up, 3, 1.42, .22);
  s.regular(SymbolShape::pentagon, 5, 1.17, .06);
  s.begin(SymbolShape::plus, false);
  constexpr double kArm = .42, kEnd = 1.16;
  for (int quarter = 0; quarter < 4; ++quarter) {
    const double turn = quarter * std::numbers::pi / 2, c = std::cos(turn), d = std::sin(turn);
    for (const auto& [x, y] : {std::pair(-kArm, -kEnd), std::pair(kArm, -kEnd), std::pair(kArm, -kArm)})
      s.corner(x * c - y * d, x * d + y * c);
  }
  s.regular(SymbolShape::star, 5, 1.44, .08, false, .68);
  s.rectangle(SymbolShape::bar, 1.3, .6);
  return s;
}

const Shapes& shapes() {
  static const Shapes made = make_shapes();
  return made;
}

}  // namespace

std::span<const Px> symbol_corners() { return shapes().corners; }

ShapeCorners corners_of(SymbolShape shape) {
  const auto at = static_cast<std::size_t>(shape);
  return at < kShapes ? shapes().of[at] : ShapeCorners{};
}

}  // namespace vidik
