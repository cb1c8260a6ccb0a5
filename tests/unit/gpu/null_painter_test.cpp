#include "gpu/null_painter.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vidik {
namespace {

TEST(NullPainter, CountsMarksByKind) {
  NullPainter painter;
  DrawList list;
  list.top = {Rect{}, Rect{}, Disc{}};
  painter.paint(list, 0);
  EXPECT_EQ(painter.counts()[Mark(Rect{}).index()], 2u);
  EXPECT_EQ(painter.counts()[Mark(Disc{}).index()], 1u);
  EXPECT_EQ(painter.stats().marks, 3u);
  EXPECT_TRUE(painter.problems().empty());
}

TEST(NullPainter, NamesTheMarkThatRefersToNothing) {
  NullPainter painter;
  DrawList list;
  list.base = {Clip{}, MapFill{{MapLayer::sea, 2}, {}}};
  painter.paint(list, 0);
  ASSERT_EQ(painter.problems().size(), 1u);
  EXPECT_EQ(painter.problems()[0], "refers to something the painter does not have (base mark 1)");
  painter.keep_geometry({MapLayer::sea, 2}, {});
  painter.paint(list, 0);
  EXPECT_TRUE(painter.problems().empty());
}

TEST(NullPainter, NamesRangesOutsideTheirPoolAndNumbersThatAreNone) {
  NullPainter painter;
  DrawList list;
  list.top = {Polygon{{0, 3}, {}}, GlyphRun{Face::regular, 13, {}, {}, 0, {1, 1}, ""}, Disc{{NAN, 0}, 1, {}}};
  painter.paint(list, 0);
  EXPECT_EQ(painter.problems().size(), 3u);
  EXPECT_EQ(painter.stats().left_out, 3u);
}

TEST(NullPainter, PointsMustLieInTheirLayer) {
  NullPainter painter;
  const std::vector<Fixed2> places(4);
  const std::vector<std::uint16_t> categories(4);
  painter.keep_points(3, places, categories);
  DrawList list;
  list.colors = {Color{}};
  list.top = {MapPoints{3, 0, 4, {}, {0, 1}}};
  painter.paint(list, 0);
  EXPECT_TRUE(painter.problems().empty());
  list.top = {MapPoints{3, 0, 5, {}, {0, 1}}};
  painter.paint(list, 0);
  EXPECT_EQ(painter.problems().size(), 1u);
  painter.drop_points(3);
  list.top = {MapPoints{3, 0, 1, {}, {0, 1}}};
  painter.paint(list, 0);
  EXPECT_EQ(painter.problems().size(), 1u);
}

TEST(NullPainter, CountsBaseRepaintsAsTheRealOneDoes) {
  NullPainter painter;
  DrawList list;
  list.base_key = 9;
  painter.paint(list, 0);
  painter.paint(list, 0);
  EXPECT_EQ(painter.stats().base_repaints, 1u);
  list.scale = 2;
  painter.paint(list, 0);
  EXPECT_EQ(painter.stats().base_repaints, 2u);
}

}  // namespace
}  // namespace vidik
