#include "scene/spread.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vidik {
namespace {

TEST(Spread, TwoAtOnePlaceArePartedAndStayNear) {
  std::vector<SpreadItem> items(2);
  for (SpreadItem& item : items) item.radius = 8;
  push_apart(items);
  const double apart = std::hypot(items[0].dx - items[1].dx, items[0].dy - items[1].dy);
  EXPECT_GE(apart, 15.5);
  for (const SpreadItem& item : items) EXPECT_LE(std::hypot(item.dx, item.dy), 26.001);
}

TEST(Spread, WhatIsFixedStays) {
  std::vector<SpreadItem> items{{0, 0, 10, true, 26, 0, 0}, {4, 0, 6, false, 26, 0, 0}};
  push_apart(items);
  EXPECT_EQ(items[0].dx, 0);
  EXPECT_EQ(items[0].dy, 0);
  EXPECT_GE(items[1].x + items[1].dx, 16);
}

TEST(Spread, NobodyIsPushedFurtherThanAllowed) {
  std::vector<SpreadItem> items(40);
  for (SpreadItem& item : items) item.radius = 14;
  push_apart(items);
  for (const SpreadItem& item : items) EXPECT_LE(std::hypot(item.dx, item.dy), 26.001);
}

TEST(Spread, WhatDoesNotTouchIsLeftAlone) {
  std::vector<SpreadItem> items{{0, 0, 5, false, 26, 0, 0}, {40, 0, 5, false, 26, 0, 0}};
  push_apart(items);
  for (const SpreadItem& item : items) EXPECT_EQ(item.dx, 0);
}

}  // namespace
}  // namespace vidik
