#include "scene/timeline.h"
#include "frame/draw_list_text.h"

#include "scene_stage.h"

namespace vidik {
namespace {

TEST(Timeline, PxAndTimesAreEachOthersInverse) {
  Stage stage(scattered(50));
  const TimelinePlaces places = stage.draw().timeline;
  for (float x = places.plot.x; x < places.plot.x + places.plot.w; x += 37)
    EXPECT_NEAR(places.x_of(places.time_at(x)), x, 0.01);
  EXPECT_EQ(places.x_of(kOpenEnd), 1e6f);
  EXPECT_EQ(places.x_of(kOpenBegin), -1e6f);
}

TEST(Timeline, EveryLayerHasItsLaneAndPartsDoNotOverlap) {
  Stage stage(std::vector<LayerRef>{layer_named("a", scattered(20, 1)), layer_named("b", scattered(20, 2)),
                                    layer_named("c", scattered(20, 3))});
  const TimelinePlaces p = stage.draw().timeline;
  ASSERT_EQ(p.rows.size(), 3u);
  EXPECT_LE(p.axis.y + p.axis.h, p.histogram.y + 0.01f);
  EXPECT_LE(p.histogram.y + p.histogram.h, p.rows[0].box.y + 0.01f);
  EXPECT_LE(p.rows[2].box.y + p.rows[2].box.h, p.overview.y + 0.01f);
  EXPECT_LE(p.overview.y + p.overview.h, stage.view.timeline.y + stage.view.timeline.h + 0.01f);
  EXPECT_GE(p.rows[0].box.h, 12);
}

TEST(Timeline, ALowPageKeepsTheHistogramAndDropsLanesThenOverview) {
  Stage stage(scattered(50));
  stage.view.size = {1000, 700};
  lay_out_page(stage.view);
  TimelinePlaces p = stage.draw().timeline;
  EXPECT_TRUE(p.rows.empty());
  EXPECT_GT(p.overview.h, 0);
  stage.view.size = {1000, 600};
  lay_out_page(stage.view);
  p = stage.draw().timeline;
  EXPECT_EQ(p.overview.h, 0);
  EXPECT_EQ(p.histogram.h, 44);
}

TEST(Timeline, BarsOfThePictureHoldEveryEventOfTheView) {
  Stage stage(scattered(500));
  std::uint64_t all = 0;
  for (const TimelinePlaces::Bar& bar : stage.draw().timeline.bars)
    for (const std::uint32_t n : bar.counts) all += n;
  EXPECT_EQ(all, 500u);
}

TEST(Timeline, ScrubbingKeepsTheStillPart) {
  Stage stage(scattered(300));
  Picture picture;
  draw_scene(stage.in(), *stage.memory, picture);
  const auto kept = picture.list.kept.list;
  ASSERT_TRUE(kept);
  EXPECT_GT(kept->top.size(), picture.list.top.size() / 2);
  const std::size_t bars = picture.timeline.bars.size(), marks = picture.timeline.marks.size();
  stage.view.time.window = {at_day(2024, 2, 1), at_day(2024, 7, 1)};
  stage.view.time.cursor = at_day(2024, 6, 1);
  draw_scene(stage.in(), *stage.memory, picture);
  EXPECT_EQ(picture.list.kept.list, kept);
  EXPECT_EQ(picture.timeline.bars.size(), bars);
  EXPECT_EQ(picture.timeline.marks.size(), marks);
  // Used again or made afresh, it is the same picture.
  EXPECT_EQ(to_text(picture.list), to_text(stage.draw().list));
}

TEST(Timeline, WhatTheStillPartShowsMakesItAnew) {
  Stage stage(
      std::vector<LayerRef>{layer_named("a", scattered(100, 1)), layer_named("b", scattered(100, 2))});
  Picture picture;
  const auto is_made_anew = [&] {
    const auto before = picture.list.kept.list;
    draw_scene(stage.in(), *stage.memory, picture);
    const bool anew = picture.list.kept.list != before;
    draw_scene(stage.in(), *stage.memory, picture);
    EXPECT_EQ(to_text(picture.list), to_text(stage.draw().list));
    return anew;
  };
  EXPECT_TRUE(is_made_anew());
  EXPECT_FALSE(is_made_anew());
  stage.view.timeline_span.end = at_day(2024, 9, 1);
  EXPECT_TRUE(is_made_anew()) << "span";
  stage.view.layer_on[1] = false;
  EXPECT_TRUE(is_made_anew()) << "layer";
  stage.view.theme = ThemeName::light;
  EXPECT_TRUE(is_made_anew()) << "theme";
  stage.view.zone = "Asia/Kolkata";
  EXPECT_TRUE(is_made_anew()) << "zone";
  stage.indexes = make_indexes(stage.snapshot, *Filter::parse("category=protest"));
  EXPECT_TRUE(is_made_anew()) << "filter";
  stage.view.plot_x += 40;
  EXPECT_TRUE(is_made_anew()) << "place";
  stage.view.furniture.timeline = false;
  draw_scene(stage.in(), *stage.memory, picture);
  EXPECT_FALSE(picture.list.kept.list);
  EXPECT_TRUE(picture.timeline.bars.empty());
}

TEST(Timeline, TonesFollowTheMode) {
  const Axis axis{{at_day(2024, 1, 1), at_day(2024, 12, 31)}, 0, 365};
  TimeView time;
  time.window = {at_day(2024, 3, 1), at_day(2024, 9, 1)};
  time.cursor = at_day(2024, 6, 1);
  const float before = 20, early = 100, late = 200, after = 300;
  time.mode = Mode::window;
  EXPECT_FLOAT_EQ(alpha_at(tones_of(time, axis), late), 1);
  EXPECT_FLOAT_EQ(alpha_at(tones_of(time, axis), after), 0.36f);
  time.mode = Mode::cumulative;
  EXPECT_FLOAT_EQ(alpha_at(tones_of(time, axis), early), 1);
  EXPECT_FLOAT_EQ(alpha_at(tones_of(time, axis), late), 0.5f);
  time.mode = Mode::trail;
  EXPECT_NEAR(alpha_at(tones_of(time, axis), 61), 0.3, 0.03);
  EXPECT_NEAR(alpha_at(tones_of(time, axis), 151), 1, 0.03);
  time.mode = Mode::instant;
  EXPECT_FLOAT_EQ(alpha_at(tones_of(time, axis), early), 0.5f);
  EXPECT_FLOAT_EQ(alpha_at(tones_of(time, axis), before), 0.36f);
  time.mode = Mode::all;
  EXPECT_FLOAT_EQ(alpha_at(tones_of(time, axis), before), 1);
}

TEST(Timeline, TheFlagNamesTheDayThatEndsAtMidnight) {
  ViewState view;
  view.timeline_span = {at_day(2024, 9, 1), at_day(2025, 4, 1)};
  view.time.cursor = at_day(2025, 3, 16);
  EXPECT_EQ(flag_words(view, TimeZone::utc()), "Sat 15 Mar 2025");
  view.timeline_span = {at_day(2025, 3, 15), at_day(2025, 3, 16)};
  view.time.cursor = at_day(2025, 3, 15, 19);
  EXPECT_EQ(flag_words(view, TimeZone::utc()), "Sat 15 Mar 2025, 19:00");
}

TEST(Timeline, TheScaleHoldsStillDuringADrag) {
  Stage stage(scattered(900));
  const auto top = [&](const Picture& p) {
    for (const Mark& mark : p.list.kept.list->top)
      if (const auto* run = std::get_if<GlyphRun>(&mark);
          run != nullptr && run->text.starts_with("Events per"))
        return run->text;
    return std::string();
  };
  const Picture before = stage.draw();
  EXPECT_TRUE(top(before).starts_with("Events per"));
  stage.view.timeline_drag = true;
  stage.view.timeline_span = {at_day(2024, 5, 1), at_day(2024, 5, 20)};
  const Picture during = stage.draw();
  stage.view.timeline_drag = false;
  const Picture after = stage.draw();
  const auto highest = [](const Picture& p) {
    float least = 1e9f;
    for (const Mark& mark : p.list.kept.list->top)
      if (const auto* rect = std::get_if<Rect>(&mark);
          rect != nullptr && rect->box.y >= p.timeline.histogram.y &&
          rect->box.y + rect->box.h <= p.timeline.histogram.y + 44.01f)
        least = std::min(least, rect->box.y);
    return least;
  };
  EXPECT_GT(highest(during), highest(after)) << "small bars stay small until the drag ends";
}

}  // namespace
}  // namespace vidik
