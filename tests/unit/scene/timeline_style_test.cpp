#include "scene/ticks.h"
#include "scene/timeline.h"

#include "scene_stage.h"

namespace vidik {
namespace {

TEST(TimelineStyle, ScalesKeepTheOrderAndTheEnds) {
  for (const BarScale scale : {BarScale::linear, BarScale::root, BarScale::log}) {
    EXPECT_FLOAT_EQ(height_share(0, 500, scale), 0);
    EXPECT_FLOAT_EQ(height_share(500, 500, scale), 1);
    for (int n = 1; n < 500; ++n) EXPECT_GT(height_share(n, 500, scale), height_share(n - 1, 500, scale));
  }
  EXPECT_FLOAT_EQ(height_share(5, 500, BarScale::root), 0.1f);
  EXPECT_GT(height_share(5, 500, BarScale::log), height_share(5, 500, BarScale::root));
}

TimelineStyle with_ranges(std::vector<NamedRange> ranges) {
  TimelineStyle style;
  style.ranges = std::move(ranges);
  return style;
}

TEST(TimelineStyle, NamesOfRangesTakeAsManyRowsAsLieOverOneAnother) {
  const auto d = [](int n) { return at_day(2024, 1, n); };
  EXPECT_EQ(range_row_count(with_ranges({})), 0);
  EXPECT_EQ(range_row_count(with_ranges({{"a", {d(1), d(5)}}, {"b", {d(6), d(9)}}})), 1);
  EXPECT_EQ(range_row_count(with_ranges({{"a", {d(1), d(5)}}, {"b", {d(3), d(9)}}})), 2);
  EXPECT_EQ(range_row_count(with_ranges(
                {{"a", {d(1), d(9)}}, {"b", {d(2), d(9)}}, {"c", {d(3), d(9)}}, {"d", {d(4), d(9)}}})),
            3)
      << "three rows at most";
  EXPECT_EQ(range_row_count(with_ranges({{"note", {d(3), d(3)}}, {"note", {d(3), d(3)}}})), 2);
  TimelineStyle hidden = with_ranges({{"a", {d(1), d(5)}}});
  hidden.ranges_shown = false;
  EXPECT_EQ(range_row_count(hidden), 0);
}

TEST(TimelineStyle, ARangeIsDrawnWhereItIsAndSaysItsName) {
  Stage stage(scattered(50));
  stage.view.size = {1200, 800};
  stage.view.timeline_style = with_ranges({{"blockades", {at_day(2024, 3, 1), at_day(2024, 6, 1)}},
                                           {"long ago", {at_day(1999, 3, 1), at_day(1999, 6, 1)}},
                                           {"canopy", {at_day(2024, 11, 1), at_day(2024, 11, 1)}}});
  lay_out_page(stage.view);
  const Picture picture = stage.draw();
  ASSERT_EQ(picture.timeline.ranges.size(), 2u);
  const Box2& box = picture.timeline.ranges[0].box;
  EXPECT_NEAR(box.x, picture.timeline.x_of(at_day(2024, 3, 1)), 0.01);
  EXPECT_NEAR(box.x + box.w, picture.timeline.x_of(at_day(2024, 6, 1)), 0.01);
  EXPECT_TRUE(says(picture, "blockades"));
  EXPECT_TRUE(says(picture, "canopy"));
  EXPECT_FALSE(says(picture, "long ago"));
}

TEST(TimelineStyle, LanesThatFindNoRoomAreCountedAndCanBeScrolledTo) {
  EventRows rows;
  for (int i = 0; i < 20; ++i) {
    rows.add(20, 43, at_day(2024, 1, 1 + i));
    rows.batch.texts.put(Field::country, "Country " + std::to_string(i));
  }
  Stage stage(rows);
  stage.view.size = {1200, 800};
  stage.view.timeline_style.lanes = LaneBy::country;
  lay_out_page(stage.view, 20);
  Picture picture = stage.draw();
  const std::size_t shown = picture.timeline.rows.size();
  EXPECT_EQ(picture.timeline.all_lanes, 20u);
  EXPECT_GE(shown, 8u);
  EXPECT_TRUE(says(picture, std::to_string(20 - shown) + " more lanes"));
  EXPECT_EQ(picture.timeline.rows.front().lane, 0u);
  stage.view.first_lane = 500;  // as far as there is something
  picture = stage.draw();
  EXPECT_EQ(picture.timeline.rows.back().lane, 19u);
  EXPECT_EQ(picture.timeline.rows.size(), shown);
}

TEST(TimelineStyle, TheGutterSaysWhatIsCountedAndHow) {
  TimelineStyle style;
  EXPECT_EQ(bar_title(style, {CalendarUnit::half_week, 1}), "Events per half-week");
  EXPECT_EQ(bar_notes(style, 0), "");
  style.bars = BarsOf::active;
  style.scale = BarScale::log;
  style.in_map = style.year_before = true;
  EXPECT_EQ(bar_title(style, {CalendarUnit::day, 1}), "Active per day");
  EXPECT_EQ(bar_notes(style, 12), "log scale · on the map · 12 without a place · line: a year before");
  style.share = true;
  EXPECT_EQ(bar_title(style, {CalendarUnit::day, 1}), "Shares per day");
  EXPECT_EQ(bar_notes(style, 0), "on the map") << "shares have neither a scale nor a line";
}

TEST(TimelineStyle, OnlyWhatLiesOnTheMapIsCounted) {
  EventRows rows;
  rows.add(20, 43, at_day(2024, 2, 1));
  rows.add(16, 45, at_day(2024, 2, 2));
  rows.add(NAN, NAN, at_day(2024, 2, 3));
  Stage stage(rows);
  stage.view.camera = {20, 43, 11, Projection::web_mercator};
  TimelineStyle& style = stage.view.timeline_style;
  style.in_map = true;
  const TimelineRows made =
      make_timeline_rows(stage.indexes, style, map_view(stage.view.camera, stage.view.map));
  EXPECT_EQ(made.bars->layers[0]->size(), 1u);
  EXPECT_EQ(made.without_place, 1u);
  EXPECT_EQ(made.lanes->lanes[0].count(), 3u) << "lanes show all that passes";
}

TEST(TimelineStyle, AFoldedAxisKeepsOrderAndInverse) {
  const auto y = [](int year) { return at_day(year, 1, 1); };
  const std::vector<Span> gaps{{y(1990), y(2000)}, {y(2003), y(2004)}, {y(2005), y(2020)}};
  const Axis axis{{y(1985), y(2025)}, 100, 1100, gaps};
  EXPECT_NEAR(axis.x_of(axis.span.begin), 100, 0.01);
  EXPECT_NEAR(axis.x_of(axis.span.end), 1100, 0.01);
  float last = 0;
  for (Time t = axis.span.begin; t < axis.span.end; t = plus(t, 11 * kMicrosPerDay)) {
    const float x = axis.x_of(t);
    EXPECT_GE(x, last);
    last = x;
    if (axis.in_gap(t)) continue;
    EXPECT_NEAR(axis.x_of(axis.time_at(x)), x, 0.01);
    EXPECT_NEAR(static_cast<double>(axis.time_at(x).us), static_cast<double>(t.us),
                2e9);  // float px: half an hour
  }
  EXPECT_NEAR(axis.x_of(y(2000)) - axis.x_of(y(1990)), kGapPx, 0.01);
  EXPECT_GT(axis.x_of(y(2004)) - axis.x_of(y(2003)), kGapPx) << "a gap that would save nothing stays";
  EXPECT_TRUE(axis.in_gap(y(2010)));
  EXPECT_FALSE(axis.in_gap(y(2003) < y(2004) ? at_day(2003, 6, 1) : y(2003)));
  const Axis inside{{y(2006), y(2012)}, 0, 1000, gaps};  // nothing else is in view: nothing is folded
  EXPECT_FALSE(inside.in_gap(y(2010)));
  EXPECT_NEAR(inside.x_of(y(2009)), 500, 1);
}

TEST(TimelineStyle, GapsAreFoldedOnlyWhenAskedAndLoseNoEvent) {
  EventRows rows;
  for (int i = 0; i < 30; ++i)
    rows.add(20, 43, at_day(2000, 1, 1 + i % 28)).add(20, 43, at_day(2024, 1, 1 + i % 28));
  Stage stage(rows);
  stage.view.timeline_span = {at_day(1999, 1, 1), at_day(2025, 1, 1)};
  TimelineStyle& style = stage.view.timeline_style;
  const auto drawn = [&](const Picture& picture) {
    std::uint64_t n = 0;
    for (const TimelinePlaces::Bar& bar : picture.timeline.bars)
      for (const std::uint32_t count : bar.counts) n += count;
    return n;
  };
  const Picture plain = stage.draw();
  EXPECT_TRUE(plain.timeline.gaps.empty());
  EXPECT_EQ(drawn(plain), 60u);
  style.fold_gaps = true;
  const Picture folded = stage.draw();
  ASSERT_EQ(folded.timeline.gaps.size(), 1u);
  EXPECT_EQ(drawn(folded), 60u);
  const auto width = [](const Picture& p) {
    return p.timeline.x_of(at_day(2024, 3, 1)) - p.timeline.x_of(at_day(2024, 1, 1));
  };
  EXPECT_GT(width(folded), 4 * width(plain)) << "what is left has the room";
  EXPECT_GT(folded.timeline.overview_axis().x_of(at_day(2024, 1, 1)), 0);
}

// Labels on both sides of the changes of the clocks, whatever the machine's own zone is (the process' TZ is another).
TEST(TimelineStyle, TheAxisCountsHoursAsTheClocksDo) {
  const TimeZone zone = TimeZone::find("Europe/Belgrade").value();
  const auto labels = [&](CivilDate day) {
    const Axis axis{{zone.start_of_day(day), zone.start_of_day({day.year, day.month, day.day + 1})}, 0, 1600};
    std::string out;
    for (const Tick& tick : time_ticks(
             axis, zone, [](std::string_view text, bool) { return 7.0f * static_cast<float>(text.size()); }))
      if (!tick.major && tick.label_width > 0 && tick.x < 400) out += tick.label + " ";
    return out;
  };
  EXPECT_EQ(labels({2023, 3, 26}), "01:00 03:00 04:00 05:00 06:00 ") << "no 02:00";
  EXPECT_EQ(labels({2023, 10, 29}), "01:00 02:00 02:00 03:00 04:00 05:00 ") << "02:00 twice";
}

}  // namespace
}  // namespace vidik
