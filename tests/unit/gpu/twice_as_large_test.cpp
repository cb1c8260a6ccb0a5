// Every kind of mark at 2x: twice as large, at the same place, to a px of the larger picture.

#include "canvas.h"

namespace vidik {
namespace {

// Middle and size of the ink along one axis: the size of an even bar that is spread as far. Unlike outermost px, which
// the tip of a triangle leaves to chance, both are exact to a small part of a px at any scale.
struct Extent {
  double middle = 0, size = 0;
};

Extent extent(const std::vector<double>& ink) {
  double sum = 0, first = 0, second = 0;
  for (std::size_t i = 0; i < ink.size(); ++i) {
    const double at = static_cast<double>(i) + .5;
    sum += ink[i], first += ink[i] * at, second += ink[i] * at * at;
  }
  const double middle = first / sum;
  return {middle, std::sqrt(12 * std::max(0., second / sum - middle * middle))};
}

struct Ink {
  Extent x, y;
};

Ink ink_of(const Pixels& page) {
  std::vector<double> columns(static_cast<std::size_t>(page.width)),
      rows(static_cast<std::size_t>(page.height));
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x) {
      columns[static_cast<std::size_t>(x)] += page.at(x, y).g;
      rows[static_cast<std::size_t>(y)] += page.at(x, y).g;
    }
  return {extent(columns), extent(rows)};
}

class TwiceAsLarge : public PainterTest {
 protected:
  void expect_twice(const std::string& what) {
    list.scale = 1;
    ++list.base_key;
    const Pixels one = paint();
    list.scale = 2;
    ++list.base_key;
    const Pixels two = paint();
    list.top.clear();
    list.base.clear();
    ASSERT_GT(one.ink(), 0) << what;
    // Of a thin line the spread says nothing about its width; what it covers does.
    EXPECT_NEAR(std::sqrt(two.ink()), 2 * std::sqrt(one.ink()), .05 * std::sqrt(one.ink()) + .25) << what;
    const Ink a = ink_of(one), b = ink_of(two);
    for (const auto& [was, is, axis] : {std::tuple(a.x, b.x, "x"), std::tuple(a.y, b.y, "y")}) {
      EXPECT_NEAR(is.size, 2 * was.size, 1) << what << ": size along " << axis;
      // Base lines stand on whole px (LOOK 3): that alone may come to 1, and measuring adds a little.
      EXPECT_NEAR(is.middle, 2 * was.middle, 1.05) << what << ": place along " << axis;
    }
  }
  void keep_line(const std::vector<Px>& line) {  // px from the middle
    std::vector<Fixed2> points;
    for (const Px p : line) points.push_back(place(list.view, p.x, p.y));
    const std::uint32_t ends[] = {static_cast<std::uint32_t>(points.size())};
    const GeometryChunk chunks[] = {{kEverywhere, 0, static_cast<std::uint32_t>(points.size())}};
    painter->keep_geometry(kLine, {points, ends, chunks});
  }
  static constexpr GeometryId kLine{MapLayer::border_inner, 0};
};

TEST_F(TwiceAsLarge, Symbols) {
  for (int shape = 0; shape <= static_cast<int>(SymbolShape::bar); ++shape)
    for (const SymbolStyle style : {SymbolStyle::confirmed, SymbolStyle::reported, SymbolStyle::alleged})
      for (const float radius : {5.f, 8.5f, 14.f}) {
        list.top = {Symbol{{31.7f, 32.2f},
                           radius,
                           static_cast<SymbolShape>(shape),
                           style,
                           kWhite,
                           kBlack,
                           {0, 0, 0, 0},
                           1,
                           0}};
        expect_twice("shape " + std::to_string(shape) + ", style " + std::to_string(static_cast<int>(style)));
      }
}

TEST_F(TwiceAsLarge, RingsOfSymbols) {
  list.top = {SymbolRing{{32, 32}, 12, SymbolShape::hexagon, kWhite, 2}};
  expect_twice("ring of a symbol");
  list.top = {Arc{{32, 32}, 20, 1.25f, 0, 360, kWhite}};
  expect_twice("ring");
  list.top = {Disc{{30.5f, 33}, 9, kWhite}};
  expect_twice("disc");
}

TEST_F(TwiceAsLarge, LinesOfTheMapOfEachWidth) {
  keep_line({{-20.3f, -17}, {4, 11}, {22, 12.6f}});
  for (const float width : {.8f, .9f, 1.1f, 1.5f, 4.f, 12.f}) {
    list.base = {MapStroke{kLine, kWhite, width}};
    expect_twice("map line of " + std::to_string(width));
  }
}

TEST_F(TwiceAsLarge, StrokesRectsAndAreas) {
  for (const float width : {1.f, 1.25f, 2.6f}) {
    list.top = {Stroke{list.add_points({{10, 20.5f}, {50, 20.5f}, {50, 44.5f}}), kWhite, width}};
    expect_twice("stroke of " + std::to_string(width));
  }
  list.top = {Rect{{12, 14, 30, 22}, 6, kWhite}};
  expect_twice("rect");
  list.top = {Polygon{list.add_points({{12, 12}, {50, 20}, {30, 51}}), kWhite}};
  expect_twice("area");
}

TEST_F(TwiceAsLarge, Labels) {
  for (const float size : {11.f, 12.5f, 13.5f})
    for (const Face face : {Face::regular, Face::semibold, Face::italic}) {
      list.top = {
          text_mark(list, fonts(), "Šid", {21.3f, 37.6f}, {.face = face, .size = size, .color = kWhite})};
      expect_twice("label of " + std::to_string(size));
    }
}

TEST_F(TwiceAsLarge, DotsOfACrowd) {
  const Fixed2 at[] = {place(list.view, -7.3, 4.4)};
  const std::uint16_t category[] = {0};
  painter->keep_points(9, at, category);
  list.colors = {kWhite};
  MapPoints dots;
  dots.layer_serial = 9;
  dots.last = 1;
  dots.colors = {0, 1};
  list.top = {dots};
  expect_twice("dot");
}

}  // namespace
}  // namespace vidik
