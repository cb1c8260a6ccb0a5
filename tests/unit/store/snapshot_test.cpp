#include "store/snapshot.h"

#include "sample_rows.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

LayerRef layer_with(const char* category, std::initializer_list<When> whens) {
  EventBatch batch;
  batch.category_ids = {category};
  for (const When& when : whens) {
    add_row(batch, std::to_string(batch.size()), when);
    batch.category.push_back(0);
  }
  return layer_of(batch);
}

TEST(Snapshot, CategoriesOfAllLayersShareOneTable) {
  const SnapshotRef s =
      make_snapshot({layer_with("flood", {instant(1)}), layer_with("election", {instant(1)}),
                     layer_with("flood", {instant(1)}), layer_with("troops", {instant(1)})});
  EXPECT_EQ(s->category({0, 0}), s->category({2, 0}));
  EXPECT_NE(s->category({0, 0}), s->category({1, 0}));
  EXPECT_EQ(s->category({3, 0}), 3);
  // Each was the first of its own layer; together they must not look alike.
  EXPECT_NE(s->categories[s->category({0, 0})].shape, s->categories[s->category({1, 0})].shape);
}

TEST(Snapshot, TheTimeRangeHoldsEveryDatedEvent) {
  const SnapshotRef s =
      make_snapshot({layer_with("a", {instant(500), {kOpenBegin, kOpenBegin, kOpenEnd, kOpenEnd}}),
                     layer_with("a", {from_to(100, 300)})});
  EXPECT_EQ(s->time_range(), (Span{Time{100}, Time{501}}));
  EXPECT_EQ(s->event_count(), 3u);
}

TEST(Snapshot, OpenEndsAreLeftOutOfTheTimeRange) {
  const SnapshotRef s = make_snapshot({layer_with(
      "a", {{Time{700}, Time{700}, kOpenEnd, kOpenEnd}, {kOpenBegin, kOpenBegin, Time{200}, Time{200}}})});
  EXPECT_EQ(s->time_range(), (Span{Time{199}, Time{701}}));
}

TEST(Snapshot, WhatBeganLongAgoAndEndedFirstIsInTheTimeRange) {
  const When until{kOpenBegin, kOpenBegin, Time{200}, Time{200}};
  const Span range = make_snapshot({layer_with("a", {until, from_to(300, 400)})})->time_range();
  EXPECT_LT(range.begin, until.end_latest);  // an end is the first moment after the event
  EXPECT_EQ(range.end, Time{400});
}

TEST(Snapshot, WithoutDatedEventsTheTimeRangeIsEmpty) {
  const Span none =
      make_snapshot({layer_with("a", {{kOpenBegin, kOpenBegin, kOpenEnd, kOpenEnd}})})->time_range();
  EXPECT_EQ(none.begin, none.end);
  const Span nothing = make_snapshot({})->time_range();
  EXPECT_EQ(nothing.begin, nothing.end);
}

TEST(Snapshot, ListsAreInOrderOfBeginThenLayer) {
  const SnapshotRef s =
      make_snapshot({layer_with("a", {instant(5), instant(9)}), layer_with("a", {instant(5), instant(7)})});
  EXPECT_TRUE(comes_before(*s, {0, 0}, {1, 0}));
  EXPECT_FALSE(comes_before(*s, {1, 0}, {0, 0}));
  EXPECT_TRUE(comes_before(*s, {1, 1}, {0, 1}));
}

TEST(Snapshot, EachSnapshotHasAHigherSerialThanTheOneBefore) {
  const std::uint64_t before = make_snapshot({})->serial;
  EXPECT_LT(before, make_snapshot({})->serial);
}

}  // namespace
}  // namespace vidik
