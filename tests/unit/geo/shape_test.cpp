#include "geo/shape.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

// A square of 10 with a square hole of 2, and an island square of 1 in the hole.
Shape nested_squares() {
  Shape shape;
  const auto ring = [&](double low, double high) {
    shape.points.insert(shape.points.end(), {{low, low}, {high, low}, {high, high}, {low, high}, {low, low}});
    shape.ring_ends.push_back(static_cast<std::uint32_t>(shape.points.size()));
  };
  ring(0, 10);
  ring(4, 6);
  shape.part_ends.push_back(2);
  ring(4.5, 5.5);
  shape.part_ends.push_back(3);
  return shape;
}

TEST(Shape, HolesCountAgainstTheAreaAndIslandsForIt) {
  EXPECT_DOUBLE_EQ(area(nested_squares()), 100 - 4 + 1);
}

TEST(Shape, SignedAreaTellsWhichWayARingRuns) {
  const LonLat left[] = {{0, 0}, {2, 0}, {2, 3}};
  const LonLat right[] = {{0, 0}, {2, 3}, {2, 0}};
  EXPECT_DOUBLE_EQ(signed_area(left), 3);
  EXPECT_DOUBLE_EQ(signed_area(right), -3);
}

TEST(Shape, AHoleIsOutsideAndTheIslandInItInside) {
  const Shape shape = nested_squares();
  EXPECT_TRUE(contains(shape, {1, 1}));
  EXPECT_FALSE(contains(shape, {4.2, 5}));
  EXPECT_TRUE(contains(shape, {5, 5}));
  EXPECT_FALSE(contains(shape, {11, 5}));
  EXPECT_FALSE(contains(shape, {5, -1}));
}

TEST(Shape, ARingThatIsNotClosedCountsAsClosed) {
  Shape open;
  open.points = {{0, 0}, {10, 0}, {0, 10}};
  open.ring_ends = {3};
  open.part_ends = {1};
  EXPECT_DOUBLE_EQ(area(open), 50);
  EXPECT_TRUE(contains(open, {2, 2}));
  EXPECT_FALSE(contains(open, {8, 8}));
}

TEST(Shape, ARayThroughACornerIsCountedOnce) {
  Shape diamond;
  diamond.points = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}};
  diamond.ring_ends = {4};
  diamond.part_ends = {1};
  EXPECT_TRUE(contains(diamond, {-0.5, 0}));
  EXPECT_FALSE(contains(diamond, {-1.5, 0}));
  EXPECT_FALSE(contains(diamond, {-1, 1}));
}

TEST(Shape, TheBoxHoldsEveryPoint) {
  EXPECT_EQ(nested_squares().box(), (LonLatBox{0, 0, 10, 10}));
  EXPECT_TRUE(Shape{}.box().empty());
}

}  // namespace
}  // namespace vidik
