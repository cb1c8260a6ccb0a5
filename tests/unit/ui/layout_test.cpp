#include "ui/layout.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

Layout at(int w, int h, bool left = true) {
  LayoutIn in;
  in.size = {w, h};
  in.left_open = left;
  in.lanes = 4;
  return lay_out_window(in);
}

TEST(Layout, AWideWindowHasThePanelBesideTheMap) {
  const Layout l = at(1600, 900);
  EXPECT_EQ(l.breadth, Breadth::wide);
  EXPECT_FLOAT_EQ(l.left.w, 288);
  EXPECT_FLOAT_EQ(l.map.x, 288);
  EXPECT_FLOAT_EQ(l.plot_x, 288) << "the plot starts where the map starts";
  EXPECT_FLOAT_EQ(l.card_width, 336);
  EXPECT_FALSE(l.zoom_in_menu);
}

TEST(Layout, TheBreakpointsAreThoseOfTheDesign) {
  EXPECT_EQ(at(1360, 900).breadth, Breadth::wide);
  EXPECT_EQ(at(1359, 900).breadth, Breadth::narrow);
  EXPECT_EQ(at(1100, 900).breadth, Breadth::narrow);
  EXPECT_EQ(at(1099, 900).breadth, Breadth::rail);
  EXPECT_TRUE(at(1359, 900).zoom_in_menu);
  EXPECT_FALSE(at(1359, 900).step_in_menu);
  EXPECT_TRUE(at(1099, 900).step_in_menu);
  EXPECT_FLOAT_EQ(at(1200, 900).left.w, 248);
  EXPECT_FLOAT_EQ(at(1200, 900).card_width, 304);
}

TEST(Layout, InANarrowWindowThePanelOpensOverTheMap) {
  const Layout l = at(1000, 700);
  EXPECT_FLOAT_EQ(l.rail.w, 44);
  EXPECT_FLOAT_EQ(l.map.x, 44);
  EXPECT_GT(l.left.x + l.left.w, l.map.x);
  EXPECT_FLOAT_EQ(l.plot_x, 44);
}

TEST(Layout, LowWindowsLoseTheLanesThenTheOverview) {
  EXPECT_TRUE(at(1600, 760).lanes_shown);
  EXPECT_FALSE(at(1600, 759).lanes_shown);
  EXPECT_TRUE(at(1600, 640).overview_shown);
  EXPECT_FALSE(at(1600, 639).overview_shown);
  EXPECT_LT(at(1600, 639).timeline.h, at(1600, 759).timeline.h);
}

TEST(Layout, TheMapIsNeverSmallerThanItsLeastSize) {
  for (int w = 900; w <= 2000; w += 20) {
    for (int h = 600; h <= 1200; h += 20) {
      const Layout l = at(w, h);
      ASSERT_GE(l.map.w, 320) << w << "x" << h;
      ASSERT_GE(l.map.h, 260) << w << "x" << h;
      ASSERT_FLOAT_EQ(l.timeline.y + l.timeline.h, static_cast<float>(h)) << w << "x" << h;
      ASSERT_FLOAT_EQ(l.map.y + l.map.h, l.transport.y) << w << "x" << h;
    }
  }
}

TEST(Layout, WithoutThePanelTheMapTakesItsPlaceAndThePlotStays) {
  const Layout l = at(1600, 900, false);
  EXPECT_FLOAT_EQ(l.map.x, 0);
  EXPECT_FLOAT_EQ(l.left.w, 0);
  EXPECT_FLOAT_EQ(l.plot_x, 288);
}

}  // namespace
}  // namespace vidik
