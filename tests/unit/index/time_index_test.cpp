#include "index/time_index.h"

#include "random_layers.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

std::vector<Time> random_edges(Random& random, std::int64_t most) {
  std::vector<Time> edges;
  const auto count = pick(random, 0, 20);
  for (std::int64_t i = 0; i < count; ++i) edges.push_back(Time{pick(random, -2, most + 2)});
  std::sort(edges.begin(), edges.end());
  return edges;
}

struct Counts {
  std::vector<std::uint32_t> begins, active;
};

Counts by_asking_each(const Indexes& indexes, std::size_t layer, const std::vector<Time>& edges) {
  const Snapshot& snapshot = *indexes.snapshot;
  const std::size_t categories = snapshot.categories.size();
  const std::size_t slices = edges.empty() ? 0 : edges.size() - 1;
  Counts out{std::vector<std::uint32_t>(slices * categories), std::vector<std::uint32_t>(slices)};
  const auto layer_id = static_cast<std::uint32_t>(layer);
  for (Row row = 0; row < snapshot.layers[layer]->size(); ++row) {
    if (!indexes.filter.passes(snapshot, {layer_id, row})) continue;
    const EventTimes times = snapshot.layers[layer]->times(row);
    for (std::size_t i = 0; i < slices; ++i) {
      const bool begins = times.begin_earliest != kOpenBegin && times.begin_earliest >= edges[i] &&
                          times.begin_earliest < edges[i + 1];
      if (begins) ++out.begins[i * categories + snapshot.category({layer_id, row})];
      TimeView view;
      view.window = {edges[i], edges[i + 1]};
      view.mode = Mode::window;
      if (edges[i] < edges[i + 1] && visible(times, view) > 0) ++out.active[i];
    }
  }
  return out;
}

TEST(TimeIndex, CountsAreWhatAskingEveryEventGives) {
  Random random(7);
  for (int round = 0; round < 40; ++round) {
    const std::int64_t most = round % 2 == 0 ? 30 : 5000;
    const SnapshotRef snapshot =
        random_snapshot(random, static_cast<std::size_t>(pick(random, 0, 3000)), most);
    const IndexesRef indexes = make_indexes(snapshot, random_filter(random));
    const std::size_t categories = snapshot->categories.size();
    for (int k = 0; k < 5; ++k) {
      const std::vector<Time> edges = random_edges(random, most);
      for (std::size_t layer = 0; layer < snapshot->layers.size(); ++layer) {
        Counts got{std::vector<std::uint32_t>(edges.empty() ? 0 : (edges.size() - 1) * categories),
                   std::vector<std::uint32_t>(edges.empty() ? 0 : edges.size() - 1)};
        indexes->layers[layer]->count_begins(edges, categories, snapshot->category_of[layer], got.begins);
        indexes->layers[layer]->count_active(edges, got.active);
        const Counts expected = by_asking_each(*indexes, layer, edges);
        ASSERT_EQ(got.begins, expected.begins) << indexes->filter.text();
        ASSERT_EQ(got.active, expected.active) << indexes->filter.text();
      }
    }
  }
}

TEST(TimeIndex, BarsOfTheWholeRangeAddUpToAllDatedEvents) {
  Random random(8);
  const SnapshotRef snapshot = make_snapshot({random_layer(random, "a", 5000, 100'000)});
  const IndexesRef indexes = make_indexes(snapshot, Filter::parse("unverified=any").value());
  std::vector<Time> edges;
  for (std::int64_t i = 0; i <= 200; ++i) edges.push_back(Time{i * 501});
  std::vector<std::uint32_t> counts(200 * snapshot->categories.size());
  indexes->layers[0]->count_begins(edges, snapshot->categories.size(), snapshot->category_of[0], counts);
  std::uint64_t sum = 0;
  for (const std::uint32_t c : counts) sum += c;
  std::uint64_t dated = 0;
  for (const std::int64_t begin : snapshot->layers[0]->columns.begin.span()) {
    dated += begin != kOpenBegin.us ? 1u : 0u;
  }
  EXPECT_EQ(sum, dated);
}

TEST(TimeIndex, WhatIsStillOpenIsFoundBehindManyShortEvents) {
  EventBatch batch;
  const auto add = [&](std::int64_t begin, std::int64_t end) {
    batch.when.push_back({Time{begin}, Time{begin}, Time{end}, Time{end}});
    batch.lon.push_back(20);
    batch.lat.push_back(43);
    batch.texts.begin_record();
    batch.texts.put(Field::id, std::to_string(batch.size()));
  };
  for (int i = 0; i < 70'000; ++i) add(i, i + 1);
  add(5, 1'000'000);
  add(60'000, kOpenEnd.us);
  Problems problems;
  LayerBuilder builder("test", "Test");
  builder.append(batch, problems);
  const TimeIndex index(builder.build(), nullptr);
  std::vector<Row> open;
  index.still_open_at(Time{69'999}, index.size(), open);
  ASSERT_EQ(open.size(), 3u);  // the two long ones, and the last short one
  EXPECT_EQ(index.layer().columns.begin[open[0]], 5);
  EXPECT_EQ(index.layer().columns.begin[open[1]], 60'000);
  open.clear();
  index.still_open_at(Time{50'000}, 10'000, open);
  EXPECT_EQ(open.size(), 1u);
}

TEST(TimeIndex, AnIndexWithoutAFilterTakesOneByteAnEvent) {
  Random random(9);
  const TimeIndex index(random_layer(random, "a", 100'000, 1'000'000), nullptr);
  EXPECT_LE(index.heap_bytes(), 100'000u);
}

TEST(TimeIndex, UnchangedLayersKeepTheirIndex) {
  Random random(10);
  const LayerRef a = random_layer(random, "a", 100, 100);
  const LayerRef b = random_layer(random, "b", 100, 100);
  const Filter filter = Filter::parse("category=troops").value();
  const IndexesRef before = make_indexes(make_snapshot({a}), filter);
  const IndexesRef after = make_indexes(make_snapshot({b, a}), filter, before);
  EXPECT_EQ(after->layers[1], before->layers[0]);
  const IndexesRef other =
      make_indexes(make_snapshot({b, a}), Filter::parse("category=flood").value(), after);
  EXPECT_NE(other->layers[1], after->layers[1]);
}

}  // namespace
}  // namespace vidik
