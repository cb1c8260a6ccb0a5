#include "scene/lanes.h"

#include "scene_stage.h"

namespace vidik {
namespace {

TEST(Lanes, FoldingByBinarySearchEqualsFoldingOneByOne) {
  Stage stage(scattered(600, 11));
  const TimeIndex& index = *stage.indexes->layers[0];
  const auto& begin = index.layer().columns.begin;
  for (const int days : {5, 60, 366, 4000}) {
    const Axis axis{{at_day(2024, 3, 1), plus(at_day(2024, 3, 1), days * kMicrosPerDay)}, 0, 500};
    const auto step = static_cast<std::int64_t>(axis.us_per_px() * kFoldPx);
    std::vector<FoldedMark> expected;
    for (Row p = 0; p < index.size(); ++p) {
      const Time t{begin[p]};
      if (axis.x_of(t) < -12 || t >= axis.span.end) continue;
      if (!expected.empty() && t.us < expected.back().at.us + step)
        ++expected.back().count;
      else
        expected.push_back({t, p, 1});
    }
    const auto folded = fold_begins(index, axis);
    ASSERT_EQ(folded.size(), expected.size()) << days;
    for (std::size_t i = 0; i < folded.size(); ++i) {
      EXPECT_EQ(folded[i].at, expected[i].at);
      EXPECT_EQ(folded[i].first, expected[i].first);
      EXPECT_EQ(folded[i].count, expected[i].count);
    }
  }
}

LaneMarks marks_of(const Stage& stage, const Axis& axis) {
  const LanePart part{0, stage.indexes->layers[0]};
  return lane_marks(std::span(&part, 1), {}, axis);
}

TEST(Lanes, ManyEventsAreFoldedIntoNoMoreMarksThanPx) {
  Stage stage(scattered(6000, 3));
  const Axis axis{{at_day(2024, 1, 1), at_day(2025, 1, 1)}, 0, 900};
  const LaneMarks marks = marks_of(stage, axis);
  EXPECT_TRUE(marks.folded);
  EXPECT_LE(marks.ticks.size(), 310u);
  std::uint64_t all = 0;
  for (const LaneTick& tick : marks.ticks) all += tick.count;
  Row first = 0, last = 0;
  stage.indexes->layers[0]->beginning_in(axis.span, first, last);
  EXPECT_EQ(all, last - first);
}

TEST(Lanes, EveryInstantInViewIsCountedOnce) {
  Stage stage(scattered(400, 5));
  const Axis axis{{at_day(2024, 1, 1), at_day(2025, 2, 1)}, 0, 700};
  const LaneMarks marks = marks_of(stage, axis);
  std::uint64_t all = marks.bars.size();
  for (const LaneTick& tick : marks.ticks) all += tick.count;
  EXPECT_EQ(all, 400u);
  for (std::size_t i = 0; i + 1 < marks.ticks.size(); ++i)
    EXPECT_GE(marks.ticks[i + 1].x - marks.ticks[i].x, kFoldPx - 1e-3);
}

TEST(Lanes, WhatLastsIsABarAlsoWhenItBeganBeforeTheView) {
  EventRows rows;
  rows.add(20, 43, at_day(2023, 1, 1), at_day(2024, 3, 1));
  rows.add(20, 43, at_day(2024, 2, 1), kOpenEnd);
  rows.add(20, 43, at_day(2024, 2, 10));
  Stage stage(rows);
  const Axis axis{{at_day(2024, 1, 1), at_day(2024, 7, 1)}, 100, 700};
  const LaneMarks marks = marks_of(stage, axis);
  ASSERT_EQ(marks.bars.size(), 2u);
  EXPECT_NE(marks.bars[0].sub_row, marks.bars[1].sub_row) << "they overlap in time";
  EXPECT_TRUE(marks.bars[1].open_end);
  ASSERT_EQ(marks.ticks.size(), 1u);
}

TEST(Lanes, WhereADateMayLieTheBarIsSoftAndWhereItSurelyLastsItIsNot) {
  EventRows rows;
  rows.add(20, 43, at_day(2024, 2, 1), at_day(2024, 5, 1));
  When& when = rows.batch.when.back();
  when.begin_latest = at_day(2024, 3, 1);
  when.end_earliest = at_day(2024, 4, 1);
  Stage stage(rows);
  const Axis axis{{at_day(2024, 1, 1), at_day(2024, 7, 1)}, 0, 1000};
  const LaneMarks marks = marks_of(stage, axis);
  ASSERT_EQ(marks.bars.size(), 1u);
  EXPECT_FLOAT_EQ(marks.bars[0].x0, axis.x_of(at_day(2024, 2, 1)));
  EXPECT_FLOAT_EQ(marks.bars[0].sure_x0, axis.x_of(at_day(2024, 3, 1)));
  EXPECT_FLOAT_EQ(marks.bars[0].sure_x1, axis.x_of(at_day(2024, 4, 1)));
  EXPECT_FLOAT_EQ(marks.bars[0].x1, axis.x_of(at_day(2024, 5, 1)));
}

TEST(LaneSet, EveryWayOfPartingHoldsEveryEvent) {
  EventRows rows = scattered(500, 9);
  EventRows named;
  for (int i = 0; i < 60; ++i) {
    named.add(20, 43, at_day(2024, 1, 1 + i % 28));
    // More actors than lanes have names, two in every third event, none in some.
    std::string actors = i % 10 == 0 ? "" : "Actor " + std::to_string(i % 31);
    if (i % 3 == 0 && !actors.empty()) actors += "; Actor " + std::to_string((i + 7) % 31);
    named.batch.texts.put(Field::actors, actors);
    named.batch.texts.put(Field::country, i % 4 == 0 ? "Kosovo; Serbia" : "Albania");
  }
  Stage stage(std::vector<LayerRef>{layer_named("a", rows), layer_named("b", named)});
  for (const LaneBy by :
       {LaneBy::overlay, LaneBy::category, LaneBy::status, LaneBy::country, LaneBy::actor}) {
    const LaneSet set = make_lanes(*stage.indexes, by);
    std::vector<EventRef> seen;
    std::uint64_t all = 0;
    for (const LaneRows& lane : set.lanes) {
      all += lane.count();
      EXPECT_GT(lane.count(), 0u) << lane.name;
      for (const LanePart& part : lane.parts)
        for (Row p = 0; p < part.index->size(); ++p) seen.push_back({part.layer, part.index->row_at(p)});
    }
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    EXPECT_EQ(seen.size(), 560u) << word_of(by);
    const bool once = by != LaneBy::country && by != LaneBy::actor;
    EXPECT_EQ(all == 560u, once) << word_of(by);
  }
  const LaneSet actors = make_lanes(*stage.indexes, LaneBy::actor);
  ASSERT_EQ(actors.lanes.size(), kMostNamedLanes + 2);
  EXPECT_EQ(actors.lanes[kMostNamedLanes].name, "Other actors");
  EXPECT_EQ(actors.lanes.back().name, "No actor named");
  EXPECT_GE(actors.lanes[0].count(), actors.lanes[1].count()) << "the most frequent first";
}

}  // namespace
}  // namespace vidik
