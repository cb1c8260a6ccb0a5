#include "index/visible.h"

#include "random_layers.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

// What one layer's rows must be, by asking every row.
struct Expected {
  std::vector<EventRef> events;
  std::uint64_t surely = 0, timeless = 0;
};

Expected by_asking_each(const Snapshot& snapshot, const Filter& filter, TimeView view,
                        const std::vector<bool>& on) {
  Expected out;
  for (std::uint32_t layer = 0; layer < snapshot.layers.size(); ++layer) {
    if (!on[layer]) continue;
    for (Row row = 0; row < snapshot.layers[layer]->size(); ++row) {
      const EventTimes times = snapshot.layers[layer]->times(row);
      if (!filter.passes(snapshot, {layer, row}) || visible(times, view) <= 0) continue;
      out.events.push_back({layer, row});
      TimeView surely = view;
      surely.sureness = Sureness::surely;
      if (visible(times, surely) > 0) ++out.surely;
      if (times.begin_latest == kOpenBegin && times.end_earliest == kOpenEnd) ++out.timeless;
    }
  }
  std::sort(out.events.begin(), out.events.end(),
            [&](EventRef a, EventRef b) { return comes_before(snapshot, a, b); });
  return out;
}

TEST(VisibleSet, IsWhatAskingEveryEventGives) {
  Random random(3);
  for (int round = 0; round < 60; ++round) {
    const std::int64_t most = round % 3 == 0 ? 12 : 3000;
    const SnapshotRef snapshot =
        random_snapshot(random, static_cast<std::size_t>(pick(random, 0, 900)), most);
    const Filter filter = random_filter(random);
    const IndexesRef indexes = make_indexes(snapshot, filter);
    for (int k = 0; k < 60; ++k) {
      const TimeView view = random_view(random, most);
      const std::vector<bool> on{true, k % 4 != 0, true, k % 5 != 0};
      const VisibleSet set = visible_set(*indexes, view, on);
      const Expected expected = by_asking_each(*snapshot, filter, view, on);
      ASSERT_EQ(listed(*indexes, set), expected.events)
          << filter.text() << " mode " << word_of(view.mode) << " test " << static_cast<int>(view.test)
          << " sureness " << static_cast<int>(view.sureness) << " window " << view.window.begin.us << ".."
          << view.window.end.us;
      ASSERT_EQ(set.count, expected.events.size());
      ASSERT_EQ(set.count_surely, expected.surely);
      if (on[1] && on[3]) {
        ASSERT_EQ(set.timeless, expected.timeless);
      }
    }
  }
}

TEST(VisibleSet, PositionsAscendAndNoneIsTwice) {
  Random random(4);
  const SnapshotRef snapshot = random_snapshot(random, 2000, 500);
  const IndexesRef indexes = make_indexes(snapshot, Filter::parse("category=troops").value());
  for (int k = 0; k < 200; ++k) {
    const VisibleSet set = visible_set(*indexes, random_view(random, 500), {true, true, true, true});
    for (const VisibleRows& rows : set.layers) {
      EXPECT_LE(rows.first, rows.last);
      for (std::size_t i = 0; i < rows.extra.size(); ++i) {
        EXPECT_TRUE(rows.extra[i] < rows.first || rows.extra[i] >= rows.last);
        EXPECT_TRUE(i == 0 || rows.extra[i - 1] < rows.extra[i]);
      }
    }
  }
}

TEST(VisibleSet, ALayerThatIsOffHasNone) {
  Random random(5);
  const IndexesRef indexes = make_indexes(random_snapshot(random, 100, 50), Filter());
  TimeView view;
  view.mode = Mode::all;
  const VisibleSet set = visible_set(*indexes, view, {false, true, false, false});
  EXPECT_EQ(set.layers[0].count(), 0u);
  EXPECT_EQ(set.count, set.layers[1].count());
  EXPECT_EQ(set.count, indexes->layers[1]->size());
}

TEST(VisibleSet, WhatTheFilterHidesIsCounted) {
  Random random(6);
  const SnapshotRef snapshot = random_snapshot(random, 500, 50);
  std::uint64_t unverified = 0;
  for (const LayerRef& layer : snapshot->layers) unverified += layer->unverified_count();
  ASSERT_GT(unverified, 0u);
  EXPECT_EQ(make_indexes(snapshot, Filter())->hidden_by_filter, unverified);
  EXPECT_EQ(make_indexes(snapshot, Filter::parse("unverified=any").value())->hidden_by_filter, 0u);
}

}  // namespace
}  // namespace vidik
