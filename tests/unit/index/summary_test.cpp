#include "index/summary.h"

#include "random_layers.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

TEST(Summary, CountsAreThoseOfTheListedEvents) {
  Random random(12);
  const SnapshotRef snapshot = random_snapshot(random, 700, 300);
  const IndexesRef indexes = make_indexes(snapshot, Filter());
  for (int k = 0; k < 100; ++k) {
    const VisibleSet set = visible_set(*indexes, random_view(random, 300), {true, false, true, true});
    const Summary summary = summarise(*indexes, set);
    Summary expected;
    expected.by_category.resize(snapshot->categories.size());
    expected.layers.resize(4);
    for (std::size_t i = 0; i < 4; ++i) expected.layers[i].all = snapshot->layers[i]->size();
    for (const EventRef event : listed(*indexes, set)) {
      const Facts facts = snapshot->layers[event.layer]->columns.facts[event.row];
      ++expected.by_category[snapshot->category(event)];
      ++expected.by_status[static_cast<std::size_t>(facts.status())];
      ++expected.layers[event.layer].shown;
      if (facts.has(Facts::kNoPlace)) ++expected.without_place;
    }
    EXPECT_EQ(summary.by_category, expected.by_category);
    EXPECT_EQ(summary.by_status, expected.by_status);
    EXPECT_EQ(summary.layers, expected.layers);
    EXPECT_EQ(summary.without_place, expected.without_place);
  }
}

}  // namespace
}  // namespace vidik
