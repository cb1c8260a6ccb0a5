#include "scene/pick.h"

#include "scene/camera.h"
#include "scene_stage.h"

namespace vidik {
namespace {

TEST(Pick, TheTopmostUnderThePointerWins) {
  const std::vector<Hit> hits{{HitKind::event, {10, 10}, 8, {{0, 1}}, 0},
                              {HitKind::event, {16, 10}, 8, {{0, 2}}, 0}};
  EXPECT_EQ(hit_at(hits, {13, 10})->events[0].row, 2u);
  EXPECT_EQ(hit_at(hits, {4, 10})->events[0].row, 1u);
  EXPECT_EQ(hit_at(hits, {60, 10}), nullptr);
}

TEST(Pick, WhatHoldsThePointerComesBeforeWhatIsOnlyNear) {
  const std::vector<Hit> hits{{HitKind::event, {10, 10}, 5, {{0, 1}}, 0},
                              {HitKind::event, {22, 10}, 5, {{0, 2}}, 0}};
  EXPECT_EQ(hit_at(hits, {14.5f, 10}, 4)->events[0].row, 1u);
}

TEST(Pick, ABarIsHitAlongItsLengthOnly) {
  const Hit bar{HitKind::event, {100, 20}, 60, {{0, 3}}, 3};
  EXPECT_TRUE(holds(bar, {45, 21}, 2));
  EXPECT_FALSE(holds(bar, {100, 40}, 2));
}

TEST(Pick, AnEventIsFoundWhereItsSymbolIs) {
  EventRows rows;
  rows.add(20.46, 44.81, at_day(2024, 3, 1)).add(19.26, 42.44, at_day(2024, 4, 1), 4);
  Stage stage(rows);
  const Picture picture = stage.draw();
  const Px at = px_of(picture.list.view, LonLat{19.26, 42.44});
  EXPECT_EQ(pick_event(stage.in(), picture, at), (EventRef{0, 1}));
  EXPECT_EQ(pick_event(stage.in(), picture, {at.x + 60, at.y}), std::nullopt);
}

TEST(Pick, ADotOfManyIsFoundByItsPlace) {
  EventRows rows = scattered(3000);
  rows.add(14.9, 45.9, at_day(2024, 6, 1));
  Stage stage(rows);
  const Picture picture = stage.draw();
  ASSERT_TRUE(picture.as_points);
  EXPECT_TRUE(picture.hits.empty());
  const Px at = px_of(picture.list.view, LonLat{14.9, 45.9});
  const auto found = pick_event(stage.in(), picture, {at.x + 1, at.y - 1});
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(stage.snapshot->layers[0]->text(found->row, Field::id), "e03000");
  EXPECT_EQ(pick_event(stage.in(), picture, {at.x - 30, at.y}), std::nullopt);
}

}  // namespace
}  // namespace vidik
