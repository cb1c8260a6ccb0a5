#include "app/export_view.h"

#include "scene/camera.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

ViewState window() {
  ViewState view;
  view.size = {1600, 900};
  view.scale = 1.5F;
  view.map = {288, 44, 1312, 600};
  view.timeline = {0, 690, 1600, 210};
  view.camera = {20.5, 43.2, 6.4};
  view.covered = {{300, 60, 200, 40}};
  view.card = {1240, 60, 336, 400};
  view.hovered = {"a", "b"};
  view.selected = {"a", "c"};
  view.moving = true;
  return view;
}

TEST(ExportView, TheViewKeepsMapAndCameraAndLosesThePanels) {
  ExportChoice choice;
  choice.ratio = 2;
  const auto view = export_view(window(), choice, "Ours", 4);
  ASSERT_TRUE(view);
  EXPECT_FALSE(view->page.on);
  EXPECT_EQ(view->size.width, 1312);
  EXPECT_EQ(view->timeline, (Box2{0, 600, 1312, static_cast<float>(view->size.height - 600)}));
  EXPECT_EQ(view->map, (Box2{0, 0, 1312, 600}));
  EXPECT_EQ(view->scale, 2);
  EXPECT_EQ(view->camera, window().camera);
  EXPECT_TRUE(view->covered.empty() && view->hovered.empty());
  EXPECT_EQ(view->card.w, 0);
  EXPECT_FALSE(view->moving);
  EXPECT_EQ(view->selected, window().selected);
}

TEST(ExportView, APageShowsWhatIsRoundTheMiddleOfTheWindow) {
  ExportChoice choice;
  choice.page = "square";
  choice.ratio = 1;
  ViewState from = window();
  from.card = {};
  const auto view = export_view(from, choice, "Ours", 4);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->page.device, (Size{1080, 1080}));
  EXPECT_EQ(view->furniture.title, "Ours");
  EXPECT_EQ(view->theme, ThemeName::light);
  const MapView then = map_view(from.camera, from.map), now = map_view(view->camera, view->map);
  for (const float y : {from.map.y + 1, from.map.y + from.map.h - 1}) {
    const LonLat place = place_at(then, {from.map.x + from.map.w / 2, y});
    const Px at = px_of(now, place);
    EXPECT_TRUE(now.box.contains(at.x, at.y)) << at.x << ' ' << at.y;
  }
}

TEST(ExportView, ASizeThatIsNoneIsSaid) {
  ExportChoice choice;
  choice.page = "huge";
  EXPECT_FALSE(export_view(window(), choice, "", 4));
}

TEST(ExportView, APreviewIsThePageInFewerPixels) {
  ExportChoice choice;
  choice.page = "a4";
  const auto view = export_view(window(), choice, "", 4);
  ASSERT_TRUE(view);
  const ViewState small = as_preview(*view, {1000, 640});
  EXPECT_EQ(small.page.device.height, 640);
  EXPECT_NEAR(small.page.device.width, 640.0 * 2480 / 3508, 1);
  EXPECT_NEAR(static_cast<double>(small.scale) / small.page.device.height,
              static_cast<double>(view->scale) / view->page.device.height, 1e-6);
  EXPECT_EQ(small.camera, view->camera);
}

}  // namespace
}  // namespace vidik
