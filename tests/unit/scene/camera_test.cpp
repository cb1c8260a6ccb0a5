#include "scene/camera.h"

#include "scene_stage.h"

namespace vidik {
namespace {

TEST(Camera, FitPutsTheBoxIntoTheFreePartOfTheMap) {
  const Box2 map{288, 44, 1312, 592}, free{600, 60, 640, 560};
  const Camera camera = fit_camera({15.7, 39.6, 23.1, 46.2}, map, free);
  const MapView view = map_view(camera, map);
  const Px nw = px_of(view, LonLat{15.7, 46.2}), se = px_of(view, LonLat{23.1, 39.6});
  EXPECT_GE(nw.x, free.x - 0.5f);
  EXPECT_GE(nw.y, free.y - 0.5f);
  EXPECT_LE(se.x, free.x + free.w + 0.5f);
  EXPECT_LE(se.y, free.y + free.h + 0.5f);
  EXPECT_TRUE(se.x - nw.x > free.w - 1 || se.y - nw.y > free.h - 1) << "as large as it can be";
}

TEST(Camera, FitRegionKeepsTheSixFromUnderLegendAndCard) {
  ViewState view;
  view.size = {1600, 900};
  view.map = {288, 44, 1312, 592};
  view.card = {1248, 60, 336, 444};
  const MapView map = map_view(fit_region(view), view.map);
  EXPECT_GT(px_of(map, LonLat{15.75, 44.8}).x, 288 + 286);
  EXPECT_LT(px_of(map, LonLat{23.0, 44.0}).x, 1248);
}

TEST(Camera, PxAndPlacesAreEachOthersInverse) {
  const MapView view = map_view({20, 43, 7}, {100, 50, 900, 600});
  const LonLat place = place_at(view, {321, 456});
  const Px back = px_of(view, place);
  EXPECT_NEAR(back.x, 321, 0.01);
  EXPECT_NEAR(back.y, 456, 0.01);
  EXPECT_NEAR(zoom_of(view), 7, 1e-9);
}

TEST(Camera, APageHasItsTimelineBelowTheMap) {
  ViewState view;
  view.size = {1920, 1080};
  lay_out_page(view);
  EXPECT_EQ(view.map.w, 1920);
  EXPECT_EQ(view.map.h + view.timeline.h, 1080);
  EXPECT_GT(view.plot_x, 100);
  view.furniture.timeline = false;
  lay_out_page(view);
  EXPECT_EQ(view.map.h, 1080);
}

}  // namespace
}  // namespace vidik
