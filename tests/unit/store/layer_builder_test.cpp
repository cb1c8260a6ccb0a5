#include "store/layer_builder.h"

#include "sample_rows.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace vidik {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

TEST(LayerBuilder, RowsStandInOrderOfBeginThenId) {
  EventBatch batch;
  add_row(batch, "late", instant(300));
  add_row(batch, "b", instant(100));
  add_row(batch, "a", instant(100));
  add_row(batch, "open", {kOpenBegin, kOpenBegin, Time{50}, Time{50}});
  add_row(batch, "timeless", {kOpenBegin, kOpenBegin, kOpenEnd, kOpenEnd});
  add_row(batch, "old", instant(-5'000'000'000'000'000));
  const LayerRef layer = layer_of(batch);
  EXPECT_EQ(ids_of(*layer), "open timeless old a b late");
  EXPECT_EQ(layer->times(1).end_latest, kOpenEnd);
}

TEST(LayerBuilder, TheOrderDoesNotDependOnArrival) {
  std::mt19937 random(11);
  std::vector<int> order(20'000);
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  std::string first;
  for (int round = 0; round < 3; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    EventBatch batch;
    for (const int i : order) {
      add_row(batch, "e" + std::to_string(i), from_to(i % 977 * 1'000'000'000LL, INT64_MAX - i));
    }
    const LayerRef layer = layer_of(batch);
    std::string now = ids_of(*layer);
    for (const std::int64_t end : layer->columns.ends_sorted.span()) now += std::to_string(end) + ",";
    if (round == 0) first = now;
    EXPECT_TRUE(now == first) << "round " << round;
  }
}

TEST(LayerBuilder, AGeometryStaysWithItsRow) {
  EventBatch batch;
  add_row(batch, "late line", instant(300));
  add_geometry(batch, GeometryKind::line, {{{1, 2}, {3, 4}}, {{5, -6}, {7, 8}, {9, 10}}});
  add_row(batch, "refused", from_to(10, 5));
  add_geometry(batch, GeometryKind::line, {{{0, 0}, {1, 1}}});
  add_row(batch, "point", instant(200));
  add_row(batch, "early area", instant(100));
  add_geometry(batch, GeometryKind::ring, {{{0, 0}, {10, 0}, {0, 10}}});
  const LayerRef layer = layer_of(batch);
  ASSERT_EQ(ids_of(*layer), "early area point late line");
  EXPECT_FALSE(layer->geometry(1).has_value());
  const auto area = layer->geometry(0), lines = layer->geometry(2);
  ASSERT_TRUE(area.has_value() && lines.has_value());
  EXPECT_EQ(area->parts[0].kind, GeometryKind::ring);
  EXPECT_EQ(area->part(0).size(), 3u);
  ASSERT_EQ(lines->parts.size(), 2u);
  EXPECT_EQ(lines->part(0)[1], (PlaceE7{3, 4}));
  EXPECT_EQ(lines->part(1)[0], (PlaceE7{5, -6}));
  EXPECT_EQ(lines->part(1).size(), 3u);
  EXPECT_EQ(lines->box.west, 1);
  EXPECT_EQ(lines->box.south, -6);
  EXPECT_EQ(lines->box.east, 9);
  EXPECT_EQ(lines->box.north, 10);
}

TEST(LayerBuilder, BadRowsAreRefusedWithTheirLineAndReason) {
  EventBatch batch;
  add_row(batch, "good", instant(1));
  add_row(batch, "backwards", from_to(10, 5));
  add_row(batch, "infinite", instant(1), kInf, 43);
  add_row(batch, "half", instant(1), NAN, 43);
  add_row(batch, "north", instant(1), 20, 90.0001);
  add_row(batch, "metres", instant(1), 4'500'000, 43);
  add_row(batch, "torn", {Time{5}, Time{9}, Time{4}, Time{9}});
  Problems problems;
  const LayerRef layer = layer_of(batch, &problems);
  EXPECT_EQ(ids_of(*layer), "good");
  std::string told;
  for (const Problem& p : problems.list()) told += std::to_string(p.row) + ": " + p.reason + "\n";
  EXPECT_EQ(told,
            "3: the end lies before the begin\n"
            "4: the place is not a pair of numbers\n"
            "5: the place is not a pair of numbers\n"
            "6: the latitude is not between -90 and 90\n"
            "7: the longitude is not between -180 and 180\n"
            "8: the possible begins and ends contradict each other\n");
}

TEST(LayerBuilder, LongitudesAreWrappedAndPlacesKeptToACentimetre) {
  EventBatch batch;
  add_row(batch, "a", instant(1), 200.5, -90);
  add_row(batch, "b", instant(2), -180, 90);
  add_row(batch, "c", instant(3), 180, 42.1234567);
  add_row(batch, "d", instant(4), -340, 0);
  add_row(batch, "e", instant(5), NAN, NAN);
  const LayerRef layer = layer_of(batch);
  ASSERT_EQ(layer->size(), 5u);
  EXPECT_DOUBLE_EQ(layer->lon(0), -159.5);
  EXPECT_DOUBLE_EQ(layer->lon(1), -180);
  EXPECT_DOUBLE_EQ(layer->lon(2), 180);
  EXPECT_DOUBLE_EQ(layer->lat(2), 42.1234567);
  EXPECT_DOUBLE_EQ(layer->lon(3), 20);
  EXPECT_TRUE(layer->columns.facts[4].has(Facts::kNoPlace));
  EXPECT_FALSE(layer->columns.facts[3].has(Facts::kNoPlace));
}

TEST(LayerBuilder, AnIdThatOccursAgainIsNumberedAndNothingIsLost) {
  EventBatch batch;
  add_row(batch, "x", instant(5));
  add_row(batch, "x#2", instant(4));
  add_row(batch, "x", instant(3));
  batch.texts.put(Field::title, "third");
  add_row(batch, "x", instant(2));
  add_row(batch, "y", instant(1));
  Problems problems;
  Problems notes;
  LayerBuilder builder("test", "Test");
  builder.append(batch, problems);
  const LayerRef layer = builder.build(&notes);
  EXPECT_EQ(ids_of(*layer), "y x#4 x#3 x#2 x");
  EXPECT_EQ(layer->text(2, Field::title), "third");
  EXPECT_EQ(problems.count(), 0u);
  ASSERT_EQ(notes.count(), 2u);
  EXPECT_EQ(notes.list()[0].reason, "the id x occurs again; this row is called x#3");
}

TEST(LayerBuilder, ManyRowsOfOneIdAreNumberedInOneGo) {
  EventBatch batch;
  constexpr int kRows = 100'000;  // tried from 2 for each, that would be five thousand million names
  for (int i = 0; i < kRows; ++i) add_row(batch, "x", instant(i));
  const LayerRef layer = layer_of(batch);
  EXPECT_EQ(layer->text(0, Field::id), "x");
  EXPECT_EQ(layer->text(kRows - 1, Field::id), "x#100000");
}

TEST(LayerBuilder, ARowWithoutIdIsCalledByItsLine) {
  EventBatch batch;
  add_row(batch, "", instant(1));
  add_row(batch, "", instant(2));
  EXPECT_EQ(ids_of(*layer_of(batch)), "2 3");
}

TEST(LayerBuilder, ExtraColumnsOfLaterBatchesFindTheirNames) {
  EventBatch one;
  one.extra_names = {"colour", "size"};
  add_row(one, "a", instant(1));
  one.texts.put(static_cast<Field>(64), "red");
  EventBatch two;
  two.extra_names = {"weight", "colour"};
  add_row(two, "b", instant(2));
  two.texts.put(static_cast<Field>(64), "9 kg");
  two.texts.put(static_cast<Field>(65), "blue");
  Problems problems;
  LayerBuilder builder("test", "Test");
  builder.append(one, problems);
  builder.append(two, problems);
  const LayerRef layer = builder.build();
  EXPECT_EQ(layer->extra_names, (std::vector<std::string>{"colour", "size", "weight"}));
  EXPECT_EQ(layer->text(1, static_cast<Field>(64)), "blue");
  EXPECT_EQ(layer->text(1, static_cast<Field>(66)), "9 kg");
}

TEST(LayerBuilder, SideColumnsFollowTheirRows) {
  EventBatch batch;
  for (int i = 0; i < 100; ++i) {
    add_row(batch, std::to_string(i), instant(1000 - i));
    const auto row = static_cast<std::uint32_t>(i);
    if (i % 10 == 3) batch.magnitudes.push_back({row, {i + 0.0, NAN, NAN}, "deaths"});
    if (i % 10 == 4) batch.places.push_back({row, {PlaceKind::radius, static_cast<float>(i)}});
    if (i % 10 == 5) batch.severities.push_back({row, 5});
    if (i % 10 == 6) batch.when.back() = {Time{i}, Time{i + 1}, Time{i}, Time{i + 2}, Precision::month};
  }
  const LayerRef layer = layer_of(batch);
  ASSERT_EQ(layer->size(), 100u);
  for (Row row = 0; row < 100; ++row) {
    const int i = std::stoi(std::string(layer->text(row, Field::id)));
    const Magnitude* magnitude = layer->magnitude(row);
    EXPECT_EQ(magnitude != nullptr, i % 10 == 3);
    if (magnitude != nullptr) {
      EXPECT_EQ(magnitude->low, i);
    }
    EXPECT_EQ(layer->place_precision(row),
              i % 10 == 4 ? (PlacePrecision{PlaceKind::radius, static_cast<float>(i)}) : PlacePrecision{});
    const int severity = layer->columns.facts[row].severity();
    EXPECT_EQ(severity, i % 10 == 5 ? 5 : i % 10 == 3 ? (i < 10 ? 4 : 5) : 2) << i;
    if (i % 10 == 6) {
      EXPECT_EQ(layer->times(row).begin_latest, Time{i + 1});
      EXPECT_EQ(layer->times(row).end_earliest, Time{i});
      EXPECT_EQ(layer->columns.facts[row].precision(), Precision::month);
    }
  }
}

TEST(LayerBuilder, ALayerSoFarIsThereWhileMoreIsRead) {
  Problems problems;
  LayerBuilder builder("test", "Test");
  EventBatch one;
  add_row(one, "b", instant(2));
  builder.append(one, problems);
  const LayerRef early = builder.build_so_far();
  EventBatch two;
  add_row(two, "a", instant(1));
  builder.append(two, problems);
  const LayerRef whole = builder.build();
  EXPECT_EQ(ids_of(*early), "b");
  EXPECT_EQ(ids_of(*whole), "a b");
  EXPECT_NE(early->serial, whole->serial);
  EXPECT_EQ(builder.kept(), 0u);
}

TEST(LayerBuilder, StatusCategoryAndVerificationAreKept) {
  EventBatch batch;
  batch.category_ids = {"flood", "troops"};
  for (int i = 0; i < 4; ++i) {
    add_row(batch, std::to_string(i), instant(i));
    batch.category.push_back(static_cast<std::uint16_t>(i % 3));
    batch.status.push_back(static_cast<Status>(i));
    batch.unverified.push_back(i == 3 ? 1 : 0);
  }
  Problems problems;
  const LayerRef layer = layer_of(batch, &problems);
  EXPECT_EQ(ids_of(*layer), "0 1 3");
  ASSERT_EQ(problems.count(), 1u);
  EXPECT_EQ(problems.list()[0].reason, "the category is not in the table");
  EXPECT_EQ(layer->categories[layer->columns.category[0]].id, "flood");
  EXPECT_EQ(layer->categories[layer->columns.category[1]].id, "troops");
  EXPECT_EQ(layer->columns.facts[2].status(), Status::disputed);
  EXPECT_EQ(layer->unverified_count(), 1u);
}

TEST(LayerBuilder, AnEventOfTheBenchFileTakes40BytesWithoutText) {
  EventBatch batch;
  for (int i = 0; i < 10'000; ++i) add_row(batch, std::to_string(i), from_to(i, i + i % 3));
  const LayerRef layer = layer_of(batch);
  EXPECT_EQ(layer->heap_bytes_without_text() / 10'000, 40u);
}

}  // namespace
}  // namespace vidik
