#include "store/redact.h"

#include "store/layer_builder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

namespace vidik {
namespace {

constexpr std::int64_t kHour = kMicrosPerHour;

// Great-circle metres on a sphere of the mean radius.
double metres(double lon1, double lat1, double lon2, double lat2) {
  constexpr double d = std::numbers::pi / 180;
  const double a = std::pow(std::sin((lat2 - lat1) * d / 2), 2) +
                   std::cos(lat1 * d) * std::cos(lat2 * d) * std::pow(std::sin((lon2 - lon1) * d / 2), 2);
  return 2 * 6'371'008.8 * std::asin(std::min(1.0, std::sqrt(a)));
}

class Redacting : public testing::Test {
 protected:
  void add(const std::string& id, double lon, double lat, Time begin = {0}) {
    batch_.when.push_back({begin, begin, begin, begin, Precision::minute, false, false, true});
    batch_.lon.push_back(lon);
    batch_.lat.push_back(lat);
    batch_.category.push_back(0);
    batch_.source_row.push_back(1);
    batch_.texts.begin_record();
    batch_.texts.put(Field::id, id);
  }
  void text(Field field, const std::string& words) { batch_.texts.put(field, words); }
  LayerRef layer() {
    batch_.category_ids = {"protest"};
    if (batch_.extra_names.empty()) batch_.extra_names = {"WKT", "Reporter"};
    LayerBuilder builder("days", "Days");
    builder.attribute("by us");
    Problems problems;
    builder.append(batch_, problems);
    EXPECT_EQ(problems.count(), 0U);
    return builder.build();
  }
  static Row row_of(const Layer& layer, std::string_view id) {
    for (Row row = 0; row < layer.size(); ++row)
      if (layer.text(row, Field::id) == id) return row;
    ADD_FAILURE() << "no " << id;
    return 0;
  }
  EventBatch batch_;
};

TEST(GridCell, CoversEveryPlaceInItAndIsWhatWasAskedFor) {
  std::mt19937 dice(1);
  std::uniform_real_distribution<double> lon(-180, 180), lat(-89, 89);
  for (const double km : {0.1, 1.0, 5.0, 25.0, 500.0}) {
    for (int i = 0; i < 4000; ++i) {
      const double x = lon(dice), y = lat(dice);
      const GridCell cell = grid_cell(x, y, km);
      EXPECT_LE(metres(x, y, cell.lon, cell.lat), cell.reach_m) << x << " " << y << " " << km;
      if (std::abs(y) < 80 && km <= 25) {
        EXPECT_LT(cell.reach_m, km * 1000) << y << " " << km;
      }
      const GridCell again = grid_cell(cell.lon, cell.lat, km);  // the middle lies in its own cell
      EXPECT_NEAR(again.lon, cell.lon, 1e-9);
      EXPECT_NEAR(again.lat, cell.lat, 1e-9);
    }
  }
}

TEST_F(Redacting, PlacesBecomeTheirCellsWithADoubtThatCoversThem) {
  add("a", 20.861234, 42.891234);
  add("b", 20.865, 42.893);
  add("none", std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN());
  add("known to 3 km", 21, 44);
  batch_.places.push_back({3, {PlaceKind::radius, 3000}});
  add("known by country", 21, 44.5);
  batch_.places.push_back({4, {PlaceKind::country, 0}});
  const LayerRef before = layer();
  const LayerRef after = redacted(*before, {5, false, 0, {}, {}}).layer;
  ASSERT_EQ(after->size(), before->size());
  EXPECT_EQ(after->name, "days");
  EXPECT_EQ(after->attributions, before->attributions);
  EXPECT_NE(after->serial, before->serial);
  for (const char* id : {"a", "b", "known to 3 km"}) {
    const Row was = row_of(*before, id), is = row_of(*after, id);
    const PlacePrecision known = after->place_precision(is);
    EXPECT_EQ(known.kind, PlaceKind::radius);
    EXPECT_NE(after->lon(is), before->lon(was));
    EXPECT_LE(metres(before->lon(was), before->lat(was), after->lon(is), after->lat(is)) +
                  static_cast<double>(before->place_precision(was).radius_m),
              known.radius_m);
  }
  EXPECT_EQ(after->lon(row_of(*after, "a")), after->lon(row_of(*after, "b")));
  EXPECT_TRUE(after->columns.facts[row_of(*after, "none")].has(Facts::kNoPlace));
  EXPECT_EQ(after->place_precision(row_of(*after, "known by country")).kind, PlaceKind::country);
}

TEST_F(Redacting, PlacesBecomeTheirMunicipalityAndElsewhereACell) {
  add("in", 20.861234, 42.891234);
  text(Field::place, "the bridge");
  add("out", 2, 48);
  const AreaAt areas = [](double lon, double) -> std::optional<AreaPlace> {
    if (lon < 10) return std::nullopt;
    return AreaPlace{20.5, 42.5, "Zvečan"};
  };
  const LayerRef after = redacted(*layer(), {0, true, 0, {}, {}}, areas).layer;
  const Row in = row_of(*after, "in"), out = row_of(*after, "out");
  EXPECT_EQ(after->lon(in), 20.5);
  EXPECT_EQ(after->place_precision(in).kind, PlaceKind::municipality);
  EXPECT_EQ(after->text(in, Field::place), "Zvečan");
  EXPECT_EQ(after->place_precision(out).kind, PlaceKind::radius);
  EXPECT_GT(after->place_precision(out).radius_m, 12'500);
}

TEST_F(Redacting, LinesAndAreasGoFromCellToCell) {
  add("line", 20.5, 42.5);
  batch_.geometry_points = {{205'000'000, 425'000'000}, {205'000'100, 425'000'100},
                            {215'000'000, 435'000'000}, {205'000'000, 425'000'000},
                            {205'000'100, 425'000'000}, {205'000'000, 425'000'100}};
  batch_.geometry_parts = {{3, GeometryKind::line, {}}, {6, GeometryKind::ring, {}}};
  batch_.geometries = {{0, 2, 6}};
  const LayerRef before = layer();
  const LayerRef after = redacted(*before, {5, false, 0, {}, {}}).layer;
  const auto shape = after->geometry(0);
  ASSERT_TRUE(shape);
  ASSERT_EQ(shape->parts.size(), 2U);
  EXPECT_EQ(shape->part(0).size(), 2U);  // two of its points lay in one cell
  EXPECT_EQ(shape->part(1).size(), 1U);  // an area smaller than a cell
  EXPECT_EQ(shape->parts[1].kind, GeometryKind::places);
  const auto was = before->geometry(0);
  ASSERT_TRUE(was);
  for (const PlaceE7& to : shape->points)
    for (const PlaceE7& from : was->points) EXPECT_FALSE(to == from);
}

TEST_F(Redacting, WhatMayBeYoungIsLeftOutAndCounted) {
  const Time now{1'000'000 * kHour};
  add("old", 20, 43, plus(now, -49 * kHour));
  add("just old enough", 20, 43, plus(now, -48 * kHour));
  add("young", 20, 43, plus(now, -47 * kHour));
  add("to come", 20, 43, plus(now, 47 * kHour));
  add("some time this month", 20, 43, plus(now, -700 * kHour));
  batch_.when.back().begin_latest = plus(now, -kHour);
  batch_.when.back().end_latest = batch_.when.back().end_earliest = now;
  add("no date", 20, 43);
  batch_.when.back() = {kOpenBegin, kOpenEnd, kOpenBegin, kOpenEnd, Precision::day, false, false, true};
  const RedactedLayer made = redacted(*layer(), {0, false, 48, now, {}});
  EXPECT_EQ(made.too_young, 4U);
  ASSERT_EQ(made.layer->size(), 2U);
  EXPECT_EQ(made.layer->text(0, Field::id), "old");
  EXPECT_EQ(made.layer->text(1, Field::id), "just old enough");
}

TEST_F(Redacting, FieldsThatAreDroppedAreEmptyAndATitleSaysSo) {
  add("a", 20, 43);
  text(Field::title, "Secret");
  text(Field::summary, "kept");
  text(Field::actors, "Somebody");
  text(static_cast<Field>(65), "Name of a reporter");
  text(Field::source_name, "Paper");
  text(Field::source_url, "https://x");
  const LayerRef before = layer();
  const LayerRef after = redacted(*before, {0, false, 0, {}, {"title", "actors", "Reporter"}}).layer;
  EXPECT_EQ(after->text(0, Field::title), "Title withheld");
  EXPECT_EQ(after->text(0, Field::actors), "");
  EXPECT_EQ(after->text(0, Field::summary), "kept");
  EXPECT_EQ(after->text(0, static_cast<Field>(65)), "");
  EXPECT_EQ(after->text(0, Field::source_url), "https://x");
  EXPECT_EQ(after->lon(0), 20);  // places were not asked for
  const std::span<const char> bytes = after->texts.bytes();
  EXPECT_EQ(std::string_view(bytes.data(), bytes.size()).find("reporter"), std::string_view::npos);
  EXPECT_EQ(redacted(*before, {0, false, 0, {}, {"sources"}}).layer->text(0, Field::source_name), "");
  const LayerRef plain = redacted(*before, {0, false, 0, {}, {"category", "id", "severity"}}).layer;
  EXPECT_EQ(plain->text(0, Field::id), "withheld");
  EXPECT_EQ(plain->categories[plain->columns.category[0]].id, "other");
}

TEST_F(Redacting, TextsThatGiveThePlaceAwayAreWithheld) {
  add("a", 20.861234, 42.891234);
  text(Field::title, "At 42.8912, 20.8612");
  text(Field::summary, "no place in it, 3.5 million");
  text(Field::place, "The bridge");
  text(Field::source_url, "https://maps.example/@42.89123,20.86123,15z");
  text(static_cast<Field>(64), "POINT (20.861234 42.891234)");
  const RedactedLayer made = redacted(*layer(), {5, false, 0, {}, {}});
  EXPECT_EQ(made.layer->text(0, Field::title), "Title withheld");
  EXPECT_EQ(made.layer->text(0, Field::summary), "no place in it, 3.5 million");
  EXPECT_EQ(made.layer->text(0, Field::place), "");
  EXPECT_EQ(made.layer->text(0, Field::source_url), "");
  EXPECT_EQ(made.layer->text(0, static_cast<Field>(64)), "");
  EXPECT_EQ(made.texts_withheld, 2U);
}

TEST(GivesPlace, KnowsHowPeopleWriteCoordinates) {
  const auto gives = [](const char* text) { return gives_place(text, 20.861234, -42.891234); };
  for (const char* text : {"20.861234", "lon=20.86", "20,8612", "at -42.891N", "S42.89", "42\xC2\xB0 53' S",
                           "5\xC2\xBA", "44.8125 20.4612 is elsewhere but a place", "(44.812, 20.461)"})
    EXPECT_TRUE(gives(text)) << text;
  for (const char* text : {"", "20.8", "21", "2025-03-15", "3.5 million", "version 1.234",
                           "40 \xC2\xB0"
                           "C in the shade",
                           "1,234 people and later 5,678", "20.91", "\xC2\xB0", "12:53:28"})
    EXPECT_FALSE(gives(text)) << text;
}

TEST_F(Redacting, TheSameIsTheSameAndNothingAskedForChangesNothing) {
  for (int i = 0; i < 300; ++i) add(std::to_string(i), 19 + i * 0.01, 42 + i * 0.007, Time{i * kHour});
  const LayerRef before = layer();
  const Redaction how{5, false, 10, Time{280 * kHour}, {"title"}};
  const LayerRef one = redacted(*before, how).layer, two = redacted(*before, how).layer;
  ASSERT_EQ(one->size(), two->size());
  for (Row row = 0; row < one->size(); ++row) {
    EXPECT_EQ(one->columns.lon_e7[row], two->columns.lon_e7[row]);
    EXPECT_EQ(one->text(row, Field::id), two->text(row, Field::id));
  }
  const LayerRef same = redacted(*before, {}).layer;
  ASSERT_EQ(same->size(), before->size());
  for (Row row = 0; row < same->size(); ++row) {
    EXPECT_EQ(same->columns.lon_e7[row], before->columns.lon_e7[row]);
    EXPECT_EQ(same->columns.begin[row], before->columns.begin[row]);
    EXPECT_EQ(same->columns.facts[row].bits, before->columns.facts[row].bits);
  }
}

}  // namespace
}  // namespace vidik
