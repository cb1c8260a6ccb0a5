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

TEST(Lanes, ManyEventsAreFoldedIntoNoMoreMarksThanPx) {
  Stage stage(scattered(6000, 3));
  const Axis axis{{at_day(2024, 1, 1), at_day(2025, 1, 1)}, 0, 900};
  const LaneMarks marks = lane_marks(*stage.indexes->layers[0], axis);
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
  const LaneMarks marks = lane_marks(*stage.indexes->layers[0], axis);
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
  const LaneMarks marks = lane_marks(*stage.indexes->layers[0], axis);
  ASSERT_EQ(marks.bars.size(), 2u);
  EXPECT_NE(marks.bars[0].sub_row, marks.bars[1].sub_row) << "they overlap in time";
  EXPECT_TRUE(marks.bars[1].open_end);
  ASSERT_EQ(marks.ticks.size(), 1u);
}

}  // namespace
}  // namespace vidik
