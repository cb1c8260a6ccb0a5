#include "mapset/map_set.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

// A square of 100 with a square hole of 20 in its middle.
const std::vector<Fixed2> kPoints{{0, 0},   {100, 0}, {100, 100}, {0, 100},
                                  {40, 40}, {60, 40}, {60, 60},   {40, 60}};
const std::vector<std::uint32_t> kEnds{4, 8};
const MapShape kShape{{0, 0, 100, 100}, kPoints, kEnds};

TEST(MapShape, InsideIsOddEven) {
  EXPECT_TRUE(contains(kShape, {10, 10}));
  EXPECT_TRUE(contains(kShape, {70, 50}));
  EXPECT_FALSE(contains(kShape, {50, 50}));
  EXPECT_FALSE(contains(kShape, {101, 50}));
}

TEST(MapShape, AnEmptyShapeHoldsNothing) { EXPECT_FALSE(contains(MapShape{}, {0, 0})); }

TEST(MapNames, TheLocalNameStandsInWhenThereIsNoEnglishOne) {
  MapNames names;
  names.by[1] = "Дрина";
  EXPECT_EQ(names.in(NameIn::en), "Дрина");
}

}  // namespace
}  // namespace vidik
