#include "geo/simplify.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace vidik {
namespace {

using Points = std::vector<Fixed2>;

Points ring(const Points& points, std::int32_t grid) {
  Points out;
  simplify_ring(points, grid, out);
  return out;
}

Points line(const Points& points, std::int32_t grid) {
  Points out;
  simplify_line(points, grid, out);
  return out;
}

TEST(Simplify, EachPointGoesToTheNearestCrossingAlsoBelowZero) {
  EXPECT_EQ(snapped(Fixed2{7, 8}, 16), (Fixed2{0, 16}));
  EXPECT_EQ(snapped(Fixed2{-7, -8}, 16), (Fixed2{0, 0}));
  EXPECT_EQ(snapped(Fixed2{-9, -24}, 16), (Fixed2{-16, -16}));
  EXPECT_EQ(snapped(Fixed2{INT32_MAX, INT32_MIN}, 16), (Fixed2{INT32_MAX - 15, INT32_MIN}));
}

TEST(Simplify, AGridOfOneKeepsEveryCorner) {
  const Points square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
  EXPECT_EQ(ring(square, 1), square);
}

TEST(Simplify, PointsOnAStraightEdgeGo) {
  EXPECT_EQ(ring({{0, 0}, {5, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 4}}, 1),
            (Points{{0, 0}, {10, 0}, {10, 10}, {0, 10}}));
}

TEST(Simplify, ASpikeThatSnappingMadeGoes) {
  EXPECT_EQ(ring({{0, 0}, {160, 0}, {160, 80}, {320, 81}, {160, 82}, {160, 160}, {0, 160}}, 16),
            (Points{{0, 0}, {160, 0}, {160, 160}, {0, 160}}));
}

TEST(Simplify, AnAreaSmallerThanTheGridGoes) {
  EXPECT_TRUE(ring({{1, 1}, {5, 1}, {5, 5}, {1, 5}}, 64).empty());
}

TEST(Simplify, TwoAreasThatShareABorderStillShareIt) {
  const Points border{{100, 0}, {113, 37}, {95, 61}, {120, 90}, {104, 200}};
  Points left{{0, 0}}, right{{300, 200}, {300, 0}};
  left.insert(left.end(), border.begin(), border.end());
  left.push_back({0, 200});
  right.insert(right.end(), border.begin(), border.end());
  const Points a = ring(left, 32), b = ring(right, 32);
  for (const Fixed2& p : border) {
    const Fixed2 on = snapped(p, 32);
    EXPECT_EQ(std::count(a.begin(), a.end(), on), std::count(b.begin(), b.end(), on)) << on.x << ',' << on.y;
  }
}

TEST(Simplify, ALineKeepsItsEndsAndItsTurns) {
  EXPECT_EQ(line({{0, 0}, {10, 0}, {20, 0}, {20, 15}, {20, 30}, {0, 0}}, 1),
            (Points{{0, 0}, {20, 0}, {20, 30}, {0, 0}}));
  EXPECT_EQ(line({{0, 0}, {20, 0}, {10, 0}}, 1), (Points{{0, 0}, {20, 0}, {10, 0}}));
}

TEST(Simplify, ALineThatFallsOnOnePlaceGoes) { EXPECT_TRUE(line({{1, 1}, {2, 2}, {3, 1}}, 64).empty()); }

TEST(Simplify, AThinnedLineKeepsItsEndsAndStaysWithinTheTolerance) {
  Points wavy;
  for (int x = 0; x <= 1000; x += 10) wavy.push_back({x, (x / 10) % 2 == 0 ? 0 : 6});
  wavy.push_back({1500, 500});
  Points thin;
  thin_line(wavy, 8, thin);
  ASSERT_EQ(thin.size(), 3U);  // the waves are under the tolerance, the turn is not
  EXPECT_EQ(thin.front(), wavy.front());
  EXPECT_EQ(thin.back(), wavy.back());
  EXPECT_NEAR(thin[1].x, 1000, 10);
  Points same;
  thin_line(wavy, 0, same);
  EXPECT_EQ(same, wavy);
}

TEST(Simplify, AThinnedRingOfALineIsStillALine) {
  const Points island{{0, 0}, {400, 10}, {410, 400}, {5, 390}, {0, 0}};
  Points thin;
  thin_line(island, 50, thin);
  EXPECT_EQ(thin, island);
}

TEST(Simplify, WorldWideDifferencesDoNotOverflow) {
  const Points huge{
      {INT32_MIN, INT32_MIN}, {INT32_MAX, INT32_MIN}, {INT32_MAX, INT32_MAX}, {INT32_MIN, INT32_MAX}};
  EXPECT_EQ(ring(huge, 1), huge);
}

}  // namespace
}  // namespace vidik
