#include "app/timeline_load.h"

#include "store/layer_builder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace vidik {
namespace {

IndexesRef events(std::size_t count, std::size_t layers) {
  std::vector<LayerRef> all;
  for (std::size_t l = 0; l < layers; ++l) {
    EventBatch batch;
    batch.category_ids = {"protest"};
    for (std::size_t i = 0; i < count; ++i) {
      When when;
      when.begin_earliest = when.begin_latest = when.end_earliest = when.end_latest =
          Time{static_cast<std::int64_t>(i) * kMicrosPerHour};
      batch.when.push_back(when);
      batch.lon.push_back(20), batch.lat.push_back(43);
      batch.category.push_back(0);
      batch.status.push_back(Status::confirmed);
      batch.unverified.push_back(0);
      batch.texts.begin_record();
      batch.texts.put(Field::id, std::to_string(i));
      batch.texts.put(Field::actors, "Actor " + std::to_string(i % 7));
    }
    Problems problems;
    LayerBuilder builder("layer " + std::to_string(l), "");
    builder.append(batch, problems);
    all.push_back(builder.build());
  }
  return make_indexes(make_snapshot(std::move(all)), Filter());
}

void wait(TimelineLoad& load) {
  while (load.busy()) {
    load.poll();
    std::this_thread::yield();
  }
}

TEST(TimelineLoad, FewEventsAreThereAtOnceAndManyLaterWithPlainRowsMeanwhile) {
  ViewState view;
  view.timeline_style.lanes = LaneBy::actor;
  TimelineLoad few;
  few.follow(events(100, 1), view);
  EXPECT_FALSE(few.busy());
  EXPECT_EQ(few.rows().lanes->lanes.size(), 7u);
  TimelineLoad many;
  many.follow(events(kAtOnce, 2), view);
  EXPECT_TRUE(many.busy());
  EXPECT_EQ(many.rows().lanes->by, LaneBy::overlay);
  wait(many);
  EXPECT_EQ(many.rows().lanes->by, LaneBy::actor);
}

// Layers are numbered by their snapshot: rows of an older one would point at layers that are not there.
TEST(TimelineLoad, RowsAreNeverOfAnotherSnapshotThanTheOneFollowed) {
  ViewState view;
  view.timeline_style.lanes = LaneBy::actor;
  const IndexesRef large = events(kAtOnce, 3), small = events(10, 1);
  TimelineLoad load;
  for (int round = 0; round < 20; ++round) {
    for (const IndexesRef& next : {large, small}) {
      load.follow(next, view);
      EXPECT_EQ(load.rows().bars->snapshot, next->snapshot) << "while older rows are under way";
      if (round % 3 == 0) wait(load);
      load.poll();
      EXPECT_EQ(load.rows().bars->snapshot, next->snapshot);
    }
    view.timeline_style.lanes = round % 2 == 0 ? LaneBy::overlay : LaneBy::actor;
  }
  wait(load);
  EXPECT_EQ(load.rows().bars->snapshot, small->snapshot);
}

}  // namespace
}  // namespace vidik
