#include "index/cycle.h"

#include "random_layers.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

TimeZone belgrade() { return TimeZone::find("Europe/Belgrade").value(); }

LayerRef layer_of(const std::vector<std::string>& dates) {
  EventBatch batch;
  batch.category_ids = {"protest"};
  for (const std::string& date : dates) {
    batch.when.push_back(parse_when(date, belgrade()).value());
    batch.lon.push_back(20), batch.lat.push_back(43);
    batch.category.push_back(0);
    batch.status.push_back(Status::confirmed);
    batch.unverified.push_back(0);
    batch.texts.begin_record();
    batch.texts.put(Field::id, date);
  }
  Problems problems;
  LayerBuilder builder("a", "a");
  builder.append(batch, problems);
  EXPECT_EQ(problems.count(), 0u);
  return builder.build();
}

std::optional<int> cycle_of_date(const std::string& date, Cycle cycle) {
  return cycle_of(*layer_of({date}), 0, cycle, belgrade());
}

TEST(Cycle, AnEventHasNoMoreThanItsDateSays) {
  EXPECT_EQ(cycle_of_date("2024-11-29T19:10+01:00", Cycle::hour), 19);
  EXPECT_EQ(cycle_of_date("2024-11-29T19:10+01:00", Cycle::weekday), 5) << "a Friday";
  EXPECT_EQ(cycle_of_date("2024-11-29", Cycle::hour), std::nullopt);
  EXPECT_EQ(cycle_of_date("2024-11-29", Cycle::weekday), 5);
  EXPECT_EQ(cycle_of_date("2024-11-29", Cycle::month), 11);
  EXPECT_EQ(cycle_of_date("2024-11", Cycle::weekday), std::nullopt);
  EXPECT_EQ(cycle_of_date("2024-11", Cycle::month), 11);
  EXPECT_EQ(cycle_of_date("2024", Cycle::month), std::nullopt);
  EXPECT_EQ(cycle_of_date("../2024-11-29", Cycle::weekday), std::nullopt) << "its begin is open";
  EXPECT_EQ(cycle_of_date("1969-12-31", Cycle::weekday), 3) << "a Wednesday, before the epoch";
}

TEST(Cycle, TheHourIsTheDisplayZonesAlsoOnDaysWithAnHourTwiceOrNever) {
  // 26 March 2023: 01:59:59+01:00 is followed by 03:00+02:00.
  EXPECT_EQ(cycle_of_date("2023-03-26T00:59:59Z", Cycle::hour), 1);
  EXPECT_EQ(cycle_of_date("2023-03-26T01:00:00Z", Cycle::hour), 3);
  // 29 October 2023: 02:30 comes twice.
  EXPECT_EQ(cycle_of_date("2023-10-29T00:30:00Z", Cycle::hour), 2);
  EXPECT_EQ(cycle_of_date("2023-10-29T01:30:00Z", Cycle::hour), 2);
  EXPECT_EQ(cycle_of_date("2023-10-29T02:30:00Z", Cycle::hour), 3);
}

std::vector<std::string> passing(const std::string& filter, const SnapshotRef& snapshot) {
  std::vector<std::string> out;
  const auto parsed = Filter::parse(filter, belgrade());
  EXPECT_TRUE(parsed.ok()) << filter;
  for (Row row = 0; row < snapshot->layers[0]->size(); ++row)
    if (parsed->passes(*snapshot, {0, row})) out.emplace_back(snapshot->layers[0]->text(row, Field::id));
  return out;
}

TEST(Cycle, IsAKeyOfTheFilter) {
  using List = std::vector<std::string>;
  const SnapshotRef snapshot = make_snapshot(
      {layer_of({"2024-03", "2024-03-01", "2024-11-29T19:10+01:00", "2024-11-30T08:00+01:00"})});
  EXPECT_EQ(passing("hour>=18", snapshot), List{"2024-11-29T19:10+01:00"});
  EXPECT_EQ(passing("weekday=fri", snapshot), (List{"2024-03-01", "2024-11-29T19:10+01:00"}));
  EXPECT_EQ(passing("weekday=5,Saturday", snapshot),
            (List{"2024-03-01", "2024-11-29T19:10+01:00", "2024-11-30T08:00+01:00"}));
  EXPECT_EQ(passing("month=march", snapshot), (List{"2024-03", "2024-03-01"}));
  EXPECT_EQ(passing("hour!=19", snapshot), (List{"2024-03", "2024-03-01", "2024-11-30T08:00+01:00"}));
  for (const char* bad : {"hour=24", "weekday=8", "weekday=fr", "month=0", "month=Mai", "hour=x"})
    EXPECT_FALSE(Filter::parse(bad, belgrade()).ok()) << bad;
}

TEST(NextChange, IsTheNearestBeginOrEndOnEitherSide) {
  Random random(8);
  for (int round = 0; round < 200; ++round) {
    const SnapshotRef snapshot = random_snapshot(random, 40, 300);
    const Filter filter = random_filter(random);
    const IndexesRef indexes = make_indexes(snapshot, filter);
    const std::vector<bool> on{true, round % 3 != 0, true, round % 4 != 0};
    const Time t{pick(random, -5, 310)};
    std::optional<Time> after, before;
    const auto consider = [&](Time change) {
      if (change == kOpenBegin || change == kOpenEnd) return;
      if (change > t && (!after || change < *after)) after = change;
      if (change < t && (!before || change > *before)) before = change;
    };
    for (std::uint32_t l = 0; l < snapshot->layers.size(); ++l)
      for (Row row = 0; row < snapshot->layers[l]->size(); ++row) {
        if (!on[l] || !filter.passes(*snapshot, {l, row})) continue;
        const EventTimes times = snapshot->layers[l]->times(row);
        consider(times.begin_earliest);
        if (times.end_latest > times.begin_earliest) consider(times.end_latest);
      }
    ASSERT_EQ(next_change(*indexes, on, t, true), after) << t.us;
    ASSERT_EQ(next_change(*indexes, on, t, false), before) << t.us;
  }
}

}  // namespace
}  // namespace vidik
