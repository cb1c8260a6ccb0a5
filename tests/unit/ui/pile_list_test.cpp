// The list beside an opened pile.

#include "panel_stage.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

// `count` events opened round one place.
struct PileStage : PanelStage {
  explicit PileStage(int count) : PanelStage({1600, 900}, count) {
    picture.hits.clear();
    for (int i = 0; i < count; ++i) {
      const auto row = static_cast<Row>(i);
      const float turn = 0.7f * static_cast<float>(i), far = 40 + 2 * static_cast<float>(i);
      picture.hits.push_back(
          {HitKind::event, {900 + far * std::cos(turn), 300 + far * std::sin(turn)}, 8, {{0, row}}});
      view.spidered.push_back(key_of({0, row}));
    }
    frame();
    frame();
  }
};

TEST(PileList, StandsBesideASpiralAndCoversNoneOfIt) {
  PileStage stage(20);
  const Box2 box = stage.memory.pile;
  ASSERT_GT(box.w, 0);
  for (const Hit& hit : stage.picture.hits) {
    const bool right = hit.at.x - hit.radius > box.x + box.w, left = hit.at.x + hit.radius < box.x;
    EXPECT_TRUE(right || left);
  }
  EXPECT_LE(box.x + box.w, stage.layout.map.x + stage.layout.map.w);
}

TEST(PileList, IsNotThereForARing) {
  EXPECT_EQ(PileStage(12).memory.pile.w, 0);
  EXPECT_GT(PileStage(13).memory.pile.w, 0);
}

TEST(PileList, ARowLightsItsSymbolAndAClickChoosesIt) {
  PileStage stage(20);
  const Box2 box = stage.memory.pile;
  const float x = box.x + 100, third = box.y + 40 + 2.5f * 40;
  stage.move(x, third);
  const auto moved = stage.move(x, third);
  const auto said = stage.click(x, third);
  const Select* select = find_intent<Select>(said);
  ASSERT_NE(select, nullptr);
  EXPECT_EQ(select->event, stage.key_of({0, 2})) << "rows stand by date";
  EXPECT_EQ(stage.memory.hovered, stage.key_of({0, 2}));
  stage.move(900, 600);
  stage.move(900, 600);
  EXPECT_TRUE(stage.memory.hovered.empty());
}

TEST(PileList, StaysWhereItIsWhenTheCardOpens) {
  PileStage stage(20);
  const Box2 before = stage.memory.pile;
  stage.view.selected = stage.key_of({0, 4});
  stage.frame();
  stage.frame();
  EXPECT_EQ(stage.memory.pile, before);
  ASSERT_GT(stage.memory.card.w, 0);
  EXPECT_LE(before.x + before.w, stage.memory.card.x);
}

TEST(PileList, GoesWithAPileThatIsPannedAway) {
  PileStage stage(20);
  stage.picture.hits.clear();
  stage.frame();
  EXPECT_EQ(stage.memory.pile.w, 0);
}

}  // namespace
}  // namespace vidik
