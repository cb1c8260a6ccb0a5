// Measuring, views to come back to, and the place under the pointer.

#include "panel_stage.h"
#include "scene/camera.h"
#include "ui/place_words.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

struct ToolStage : PanelStage {
  ToolStage() {
    picture.list.view = map_view(view.camera, view.map);
    picture.scale_bar = {1440, 560, 132, 26};
    frame();
  }
  Px px(const LonLat& place) const { return px_of(picture.list.view, place); }
};

KeyPress letter_key(char c, bool ctrl = false) {
  KeyPress k;
  k.key = Key::letter;
  k.character = c;
  k.ctrl = ctrl;
  return k;
}
KeyPress plain(Key key) {
  KeyPress k;
  k.key = key;
  return k;
}

TEST(PlaceWords, TellNoMoreThanAPixelDoes) {
  const MapPlace place{20.870123, 42.890249};
  EXPECT_EQ(decimal_words(place, 0.01), "42.89, 20.87");
  EXPECT_EQ(decimal_words(place, 0.0001), "42.8902, 20.8701");
  EXPECT_EQ(dms_words(place, 0.02), "42°53′ N  20°52′ E");
  EXPECT_EQ(dms_words(place, 0.001), "42°53′25″ N  20°52′12″ E");
  EXPECT_EQ(dms_words(place, 0.00001), "42°53′24.9″ N  20°52′12.4″ E");
}

TEST(PlaceWords, RoundUpThroughMinutesAndKnowSouthAndWest) {
  EXPECT_EQ(dms_words({-0.99999, -59.99999}, 0.001), "60°00′00″ S  1°00′00″ W");
}

TEST(MapTools, CtrlCCopiesThePlaceUnderThePointer) {
  ToolStage stage;
  const Px at = stage.px({20.5, 43.5});
  stage.move(at.x, at.y);
  stage.move(at.x, at.y);
  const auto said = stage.key(letter_key('c', true));
  const CopyText* copy = find_intent<CopyText>(said);
  ASSERT_NE(copy, nullptr);
  EXPECT_EQ(copy->text, decimal_words(stage.memory.pointed, 360 / (256 * 128.0)));
  EXPECT_NEAR(stage.memory.pointed.lon, 20.5, 0.02);
  EXPECT_NEAR(stage.memory.pointed.lat, 43.5, 0.02);
}

TEST(MapTools, AClickOnTheReadoutCopiesTheMiddleItShowsThere) {
  ToolStage stage;
  const auto said = stage.click(1400, 574);
  const CopyText* copy = find_intent<CopyText>(said);
  ASSERT_NE(copy, nullptr);
  EXPECT_EQ(copy->text, "43.00, 20.00");
}

TEST(MapTools, ClicksMeasureAndTheFirstPlaceClosesTheShape) {
  ToolStage stage;
  EXPECT_NE(find_intent<MeasureMap>(stage.key(letter_key('d'))), nullptr);
  stage.desk.measuring = true;
  const Px first = stage.px({19.6, 43.4});
  const auto clicked = stage.click(first.x, first.y);
  const AddMeasured* added = find_intent<AddMeasured>(clicked);
  ASSERT_NE(added, nullptr);
  EXPECT_NEAR(added->lon, 19.6, 0.02);
  EXPECT_NEAR(added->lat, 43.4, 0.02);
  EXPECT_EQ(find_intent<Select>(clicked), nullptr);
  stage.view.measure.points = {{19.6, 43.4}, {20.4, 43.4}};
  EXPECT_EQ(find_intent<CloseMeasured>(stage.click(first.x + 1, first.y)), nullptr)
      << "two places enclose nothing";
  stage.view.measure.points.push_back({20, 43.9});
  EXPECT_NE(find_intent<CloseMeasured>(stage.click(first.x + 2, first.y + 1)), nullptr);
}

TEST(MapTools, MeasuringGoesByKeyboardToo) {
  ToolStage stage;
  EXPECT_EQ(find_intent<AddMeasured>(stage.key(plain(Key::enter))), nullptr);
  stage.desk.measuring = true;
  const auto entered = stage.key(plain(Key::enter));
  const AddMeasured* added = find_intent<AddMeasured>(entered);
  ASSERT_NE(added, nullptr);
  EXPECT_DOUBLE_EQ(added->lon, stage.view.camera.lon);
  EXPECT_NE(find_intent<DropMeasured>(stage.key(plain(Key::backspace))), nullptr);
  const auto ended = stage.key(plain(Key::escape));
  const MeasureMap* off = find_intent<MeasureMap>(ended);
  ASSERT_NE(off, nullptr);
  EXPECT_FALSE(off->on);
}

TEST(MapTools, AnyPressStopsTheCameraOnItsWay) {
  ToolStage stage;
  stage.flying = true;
  EXPECT_NE(find_intent<StopCamera>(stage.key(plain(Key::escape))), nullptr);
  stage.move(700, 250);
  stage.move(700, 250);
  EXPECT_NE(find_intent<StopCamera>(stage.press()), nullptr);
  stage.release();
}

TEST(MapTools, AClickOnTheSmallMapGoesThere) {
  ToolStage stage;
  stage.picture.inset = map_view({19.5, 43, 4.6}, {1440, 380, 132, 152});
  stage.frame();
  const auto said = stage.click(1490, 430);
  const FlyTo* fly = find_intent<FlyTo>(said);
  ASSERT_NE(fly, nullptr);
  const LonLat place = place_at(stage.picture.inset, {1490, 430});
  EXPECT_NEAR(fly->lon, place.lon, 1e-6);
  EXPECT_NEAR(fly->lat, place.lat, 1e-6);
  EXPECT_EQ(fly->zoom, 0);
}

TEST(MapTools, AViewIsKeptGoneToAndDeleted) {
  ToolStage stage;
  EXPECT_NE(find_intent<ShowPart>(stage.key(letter_key('b'))), nullptr);
  stage.desk.bookmarks_open = true;
  stage.desk.bookmarks = {{"The project's", {19, 42, 8}, true}, {"Mine", {21, 43, 9}, false}};
  stage.memory.bookmark_name = "Canal";
  stage.frame();
  bool kept = false, went = false, removed = false;
  for (float y = 100; y < 420; y += 6)
    for (float x = 350; x < 640; x += 14) {
      for (const Intent& intent : stage.click(x, y)) {
        if (const auto* add = std::get_if<AddBookmark>(&intent)) {
          kept |= add->name == "Canal";
          stage.memory.bookmark_name = "Canal";
        }
        if (const auto* go = std::get_if<FlyToView>(&intent)) went |= go->camera == Camera{21, 43, 9};
        if (const auto* remove = std::get_if<RemoveBookmark>(&intent)) {
          EXPECT_EQ(remove->index, 1u) << "the project's own view stays";
          removed = true;
        }
      }
      stage.desk.bookmarks_open = true;
      stage.memory.renamed = -1;
    }
  EXPECT_TRUE(kept);
  EXPECT_TRUE(went);
  EXPECT_TRUE(removed);
}

}  // namespace
}  // namespace vidik
