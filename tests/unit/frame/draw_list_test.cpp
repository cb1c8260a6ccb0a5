#include "frame/draw_list.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

TEST(MapView, TheCameraStandsInTheMiddleOfItsBox) {
  const MapView view = map_view({20.5, 42.9, 7}, {100, 50, 800, 600});
  const Px middle = view.to_px(view.centre_x, view.centre_y);
  EXPECT_FLOAT_EQ(middle.x, 500);
  EXPECT_FLOAT_EQ(middle.y, 350);
}

TEST(MapView, TheWorldIs256PxWideAtZoomNoughtAndDoublesWithEachStep) {
  EXPECT_DOUBLE_EQ(map_view({0, 0, 0}, {}).px_per_world, 256);
  EXPECT_DOUBLE_EQ(map_view({0, 0, 5}, {}).px_per_world, 256 * 32);
}

TEST(MapView, NorthIsUpAndEastIsRight) {
  const MapView view = map_view({20, 43, 6}, {0, 0, 100, 100});
  EXPECT_LT(map_view({20, 44, 6}, {}).centre_y, view.centre_y);
  EXPECT_GT(map_view({21, 43, 6}, {}).centre_x, view.centre_x);
}

TEST(MapView, KnownPlacesAreWhereWebMercatorPutsThem) {
  const MapView belgrade = map_view({20.4633, 44.8176, 0}, {});
  EXPECT_NEAR(belgrade.centre_x, 0.5568425, 1e-7);
  EXPECT_NEAR(belgrade.centre_y, 0.3604404, 1e-7);
}

TEST(MapView, ThePolesEndWhereTheWorldIsSquare) {
  EXPECT_NEAR(map_view({0, 90, 0}, {}).centre_y, 0, 1e-9);
  EXPECT_NEAR(map_view({0, -90, 0}, {}).centre_y, 1, 1e-9);
}

TEST(DrawList, AddedPointsAreFoundUnderTheirRange) {
  DrawList list;
  list.add_points({{1, 2}});
  const Range range = list.add_points({{3, 4}, {5, 6}});
  EXPECT_EQ(range.first, 1u);
  EXPECT_EQ(range.count, 2u);
  EXPECT_EQ(list.points[range.first + 1], (Px{5, 6}));
}

TEST(DrawList, ClearingEmptiesThePoolsAndForgetsTheBase) {
  DrawList list;
  list.base_key = 4;
  list.add_points({{1, 2}});
  list.glyphs.push_back({});
  list.rows.push_back(1);
  list.colors.push_back({});
  list.top.push_back(Clip{});
  list.base.push_back(Clip{});
  list.clear();
  EXPECT_TRUE(list.points.empty() && list.glyphs.empty() && list.rows.empty() && list.colors.empty());
  EXPECT_TRUE(list.top.empty() && list.base.empty());
  EXPECT_EQ(list.base_key, 0u);
}

TEST(Lod, DetailGrowsWithZoom) {
  EXPECT_EQ(lod_for_zoom(-3), 0);
  EXPECT_EQ(lod_for_zoom(2.99), 0);
  EXPECT_EQ(lod_for_zoom(4.99), 2);
  EXPECT_EQ(lod_for_zoom(5), 3);
  EXPECT_EQ(lod_for_zoom(6.4), 4);
  EXPECT_EQ(lod_for_zoom(8.99), 6);
  EXPECT_EQ(lod_for_zoom(9), kMapLods - 1);
  EXPECT_EQ(lod_for_zoom(20), kMapLods - 1);
}

}  // namespace
}  // namespace vidik
