#include "geo/triangulate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace vidik {
namespace {

double area_of(const std::vector<Fixed2>& points, const std::vector<std::uint32_t>& ends) {
  std::vector<Fixed2> triangles;
  EXPECT_TRUE(triangulate(points, ends, triangles).ok());
  EXPECT_EQ(triangles.size() % 3, 0u);
  return triangles_area(triangles);
}

TEST(Triangulate, ASquareWithAHoleHasItsArea) {
  const std::vector<Fixed2> points{{0, 0},   {100, 0}, {100, 100}, {0, 100},
                                   {40, 40}, {60, 40}, {60, 60},   {40, 60}};
  EXPECT_DOUBLE_EQ(area_of(points, {4, 8}), 10000 - 400);
}

TEST(Triangulate, TheWayARingRunsDoesNotMatter) {
  EXPECT_DOUBLE_EQ(area_of({{0, 0}, {0, 100}, {100, 100}, {100, 0}}, {4}), 10000);
}

TEST(Triangulate, RingsThatTouchInAPointAreTwoAreas) {
  EXPECT_DOUBLE_EQ(area_of({{0, 0}, {10, 0}, {10, 10}, {20, 10}, {20, 20}, {10, 20}, {10, 10}, {0, 10}}, {8}),
                   200);
}

TEST(Triangulate, ACrossedRingFillsBothSidesOfTheCrossing) {
  EXPECT_DOUBLE_EQ(area_of({{0, 0}, {100, 100}, {100, 0}, {0, 100}}, {4}), 5000);
}

TEST(Triangulate, AnOverlapOfTwoRingsIsOutside) {
  EXPECT_DOUBLE_EQ(area_of({{0, 0}, {10, 0}, {10, 10}, {0, 10}, {5, 0}, {15, 0}, {15, 10}, {5, 10}}, {4, 8}),
                   100);
}

TEST(Triangulate, AWavyRingOfTenThousandPointsHasItsArea) {
  std::vector<Fixed2> points;
  double twice = 0;
  for (int i = 0; i < 10000; ++i) {
    const double angle = 2 * std::numbers::pi * i / 10000;
    const double radius = 1e8 * (1 + 0.3 * std::sin(40 * angle));
    points.push_back({static_cast<std::int32_t>(radius * std::cos(angle)),
                      static_cast<std::int32_t>(radius * std::sin(angle))});
  }
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Fixed2 a = points[i], b = points[(i + 1) % points.size()];
    twice += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
  }
  EXPECT_NEAR(area_of(points, {10000}) / (twice / 2), 1, 1e-9);
}

TEST(Triangulate, NothingGivesNothing) { EXPECT_EQ(area_of({}, {}), 0); }

TEST(Triangulate, TheSameRingsGiveTheSameTriangles) {
  const std::vector<Fixed2> points{{0, 0}, {50, 3}, {100, 0}, {97, 50}, {100, 100}, {3, 97}};
  std::vector<Fixed2> a, b;
  ASSERT_TRUE(triangulate(points, std::vector<std::uint32_t>{6}, a).ok());
  ASSERT_TRUE(triangulate(points, std::vector<std::uint32_t>{6}, b).ok());
  EXPECT_EQ(a, b);
}

}  // namespace
}  // namespace vidik
