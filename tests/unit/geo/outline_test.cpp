#include "geo/outline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace vidik {
namespace {

double area_of(const Outline& outline) {  // of all rings, each whichever way it runs
  double sum = 0;
  std::size_t begin = 0;
  for (const std::uint32_t end : outline.ring_ends) {
    double ring = 0;
    for (std::size_t i = begin, j = end - 1; i < end; j = i++)
      ring += static_cast<double>(outline.points[j].x) * outline.points[i].y -
              static_cast<double>(outline.points[i].x) * outline.points[j].y;
    sum += std::abs(ring) / 2;
    begin = end;
  }
  return sum;
}

TEST(Outline, TwoTrianglesOfASquareAreOneRingOfFourCorners) {
  const std::vector<Fixed2> square{{0, 0}, {10, 0}, {10, 10}, {10, 10}, {0, 10}, {0, 0}};
  const Outline outline = outline_of(square);
  ASSERT_EQ(outline.ring_ends, (std::vector<std::uint32_t>{4}));
  EXPECT_EQ(area_of(outline), 100);
}

TEST(Outline, WhichWayATriangleRunsDoesNotMatter) {
  const std::vector<Fixed2> square{{0, 0}, {10, 0}, {10, 10}, {0, 0}, {0, 10}, {10, 10}};
  EXPECT_EQ(outline_of(square).points.size(), 4u);
}

TEST(Outline, AHoleIsARingOfItsOwn) {
  std::vector<Fixed2> frame;  // 0…30 around 10…20
  const auto quad = [&](int x0, int y0, int x1, int y1) {
    frame.insert(frame.end(), {{x0, y0}, {x1, y0}, {x1, y1}, {x1, y1}, {x0, y1}, {x0, y0}});
  };
  for (int x : {0, 10, 20})
    for (int y : {0, 10, 20})
      if (x != 10 || y != 10) quad(x, y, x + 10, y + 10);
  const Outline outline = outline_of(frame);
  ASSERT_EQ(outline.ring_ends.size(), 2u);
  EXPECT_EQ(area_of(outline), 900 + 100);
}

TEST(Outline, TheOrderOfTheTrianglesDoesNotChangeIt) {
  const std::vector<Fixed2> one{{0, 0}, {10, 0}, {10, 10}, {10, 10}, {0, 10}, {0, 0}},
      other{{10, 10}, {0, 10}, {0, 0}, {0, 0}, {10, 0}, {10, 10}};
  EXPECT_EQ(outline_of(one).points, outline_of(other).points);
}

TEST(Outline, NothingAndHalfATriangleAreNothing) {
  EXPECT_TRUE(outline_of({}).points.empty());
  const std::vector<Fixed2> two{{0, 0}, {1, 1}};
  EXPECT_TRUE(outline_of(two).points.empty());
}

}  // namespace
}  // namespace vidik
