#include "ingest/batch_wire.h"

#include <gtest/gtest.h>
#include <cmath>
#include <random>

namespace vidik {
namespace {

EventBatch sample_batch() {
  EventBatch batch;
  batch.category_ids = {"protest", "clash"};
  batch.extra_names = {"strand"};
  for (int i = 0; i < 3; ++i) {
    When when{Time{i}, Time{i + 5}, Time{i + 6}, Time{i + 9}, Precision::month, i == 1, i == 2, i == 0};
    if (i == 2) when.end_earliest = when.end_latest = kOpenEnd;
    batch.when.push_back(when);
    batch.lon.push_back(20.5 + i);
    batch.lat.push_back(i == 1 ? std::nan("") : 44.5);
    batch.category.push_back(static_cast<std::uint16_t>(i % 2));
    batch.status.push_back(static_cast<Status>(i + 1));
    batch.unverified.push_back(i == 2 ? 1 : 0);
    batch.source_row.push_back(static_cast<std::uint64_t>(i + 2));
    batch.texts.begin_record();
    batch.texts.put(Field::title, "title " + std::to_string(i));
    batch.texts.put(Field::first_extra, "x");
  }
  batch.magnitudes.push_back({1, {1, 2, 3}, "deaths"});
  batch.places.push_back({0, {PlaceKind::radius, 300}});
  batch.places.push_back({2, {PlaceKind::country, 0}});
  batch.severities.push_back({2, 5});
  batch.geometries = {{0, 2, 5}, {2, 1, 1}};
  batch.geometry_parts = {
      {2, GeometryKind::line, {}}, {5, GeometryKind::ring, {}}, {1, GeometryKind::places, {}}};
  batch.geometry_points = {{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, -900'000'000}, {-1, -2}};
  return batch;
}

Payload payload_of(const std::vector<char>& bytes) {
  Payload out{std::shared_ptr<char[]>(new char[bytes.size() + 1]), bytes.size()};
  std::copy(bytes.begin(), bytes.end(), out.bytes.get());
  return out;
}

std::vector<char> encoded(const EventBatch& batch) {
  WireOut out;
  encode(batch, out);
  return out.bytes();
}

TEST(Wire, ABatchArrivesAsItWasSent) {
  const EventBatch sent = sample_batch();
  EventBatch got;
  ASSERT_TRUE(decode(payload_of(encoded(sent)), got));
  EXPECT_EQ(got.when, sent.when);
  EXPECT_EQ(got.lon, sent.lon);
  EXPECT_TRUE(std::isnan(got.lat[1]));
  EXPECT_EQ(got.category, sent.category);
  EXPECT_EQ(got.status, sent.status);
  EXPECT_EQ(got.unverified, sent.unverified);
  EXPECT_EQ(got.source_row, sent.source_row);
  EXPECT_EQ(got.category_ids, sent.category_ids);
  EXPECT_EQ(got.extra_names, sent.extra_names);
  EXPECT_EQ(got.texts.text(2, Field::title), "title 2");
  EXPECT_EQ(got.magnitudes.at(0).unit, "deaths");
  EXPECT_EQ(got.places.at(1).precision.kind, PlaceKind::country);
  EXPECT_EQ(got.severities.at(0).severity, 5);
  EXPECT_EQ(got.geometries.at(0).parts, 2u);
  EXPECT_EQ(got.geometries.at(1).row, 2u);
  EXPECT_EQ(got.geometry_parts.at(1).kind, GeometryKind::ring);
  EXPECT_EQ(got.geometry_points, sent.geometry_points);
}

TEST(Wire, ABatchCutAnywhereIsRefused) {
  const std::vector<char> whole = encoded(sample_batch());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EventBatch got;
    EXPECT_FALSE(decode(payload_of({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}), got))
        << size;
  }
}

TEST(Wire, BatchesWithDamageAreRefusedOrStillFitTogether) {
  const std::vector<char> whole = encoded(sample_batch());
  std::mt19937 random(7);
  for (int round = 0; round < 4000; ++round) {
    std::vector<char> bytes = whole;
    for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    EventBatch got;
    if (!decode(payload_of(bytes), got)) continue;
    ASSERT_EQ(got.lon.size(), got.size());
    ASSERT_EQ(got.texts.record_count(), got.size());
    for (const std::uint16_t category : got.category) ASSERT_LT(category, got.category_ids.size());
    for (const EventBatch::Side& side : got.magnitudes) ASSERT_LT(side.row, got.size());
    for (std::uint32_t k = 0; k < got.size(); ++k) got.texts.each(k, [](Field, std::string_view) {});
  }
}

TEST(Wire, SideRowsMustAscend) {
  EventBatch batch = sample_batch();
  std::swap(batch.places[0], batch.places[1]);
  EventBatch got;
  EXPECT_FALSE(decode(payload_of(encoded(batch)), got));
}

TEST(Wire, AGeometryMustHaveExactlyItsPoints) {
  const auto refused = [](auto spoil) {
    EventBatch batch = sample_batch();
    spoil(batch);
    EventBatch got;
    return !decode(payload_of(encoded(batch)), got);
  };
  EXPECT_TRUE(refused([](EventBatch& b) { b.geometries[0].points = 4; }));
  EXPECT_TRUE(refused([](EventBatch& b) { b.geometries[1].parts = 2; }));
  EXPECT_TRUE(refused([](EventBatch& b) { b.geometries[1].row = 3; }));
  EXPECT_TRUE(refused([](EventBatch& b) { std::swap(b.geometries[0].row, b.geometries[1].row); }));
  EXPECT_TRUE(refused([](EventBatch& b) { b.geometry_parts[0].end = 0; }));
  EXPECT_TRUE(refused([](EventBatch& b) { b.geometry_parts[1].end = 6; }));
  EXPECT_TRUE(refused([](EventBatch& b) { b.geometry_points.push_back({0, 0}); }));
  EXPECT_TRUE(refused([](EventBatch& b) { b.geometry_points[0].lat = 900'000'001; }));
}

TEST(Wire, JunkIsNoMessageOfAnyKind) {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::vector<char> bytes(random() % 200);
    for (char& byte : bytes) byte = static_cast<char>(random() % 4 == 0 ? random() : 0);
    EventBatch batch;
    decode(payload_of(bytes), batch);
    ImportReport report;
    WireIn a(bytes);
    decode(a, report);
    ReadRequest request;
    WireIn b(bytes);
    decode(b, request);
    const Payload payload = payload_of(bytes);
    MapTable map;
    WireIn c(payload.span());
    append_decoded(c, map);
    TextTable table;
    WireIn d(payload.span());
    append_decoded(d, table);
  }
}

TEST(Wire, ARequestAndAnErrorArriveAsTheyWereSent) {
  ReadRequest request;
  request.path = "/a b/č.csv";
  request.purpose = ReadFor::map;
  request.answers = {{"date_order", "dmy"}};
  request.roles = {{"begin", "x"}};
  request.layer = "sea";
  request.limits.rows = 7;
  WireOut out;
  encode(request, out);
  WireIn in(out.bytes());
  ReadRequest got;
  ASSERT_TRUE(decode(in, got));
  EXPECT_EQ(got.path, request.path);
  EXPECT_EQ(got.purpose, request.purpose);
  EXPECT_EQ(got.answers, request.answers);
  EXPECT_EQ(got.roles, request.roles);
  EXPECT_EQ(got.layer, request.layer);
  EXPECT_EQ(got.limits.rows, 7u);

  WireOut words;
  encode(fail(Code::refused, "no", "there"), words);
  WireIn back(words.bytes());
  Error error;
  ASSERT_TRUE(decode(back, error));
  EXPECT_EQ(error.message(), "no: there");
  EXPECT_EQ(error.code, Code::refused);
}

TEST(Wire, PiecesOfAMapAreJoined) {
  MapTable piece;
  piece.attributes.columns = {"name"};
  piece.attributes.source_row = {1};
  piece.attributes.add_cell("Drina");
  piece.features.push_back({ShapeKind::lines, 0, 1});
  piece.parts.push_back({0, 2, 0, false});
  piece.xy = {19, 44, 19.5, 44.5};
  WireOut out;
  encode(piece, out);
  MapTable whole;
  for (int i = 0; i < 2; ++i) {
    WireIn in(out.bytes());
    ASSERT_TRUE(append_decoded(in, whole));
  }
  ASSERT_EQ(whole.features.size(), 2u);
  EXPECT_EQ(whole.attributes.cell(1, 0), "Drina");
  EXPECT_EQ(whole.features[1].first_part, 1u);
  EXPECT_EQ(whole.points_of(whole.parts_of(1)[0])[3], 44.5);

  piece.xy[1] = std::nan("");
  WireOut bad;
  encode(piece, bad);
  WireIn in(bad.bytes());
  EXPECT_FALSE(append_decoded(in, whole));
}

TEST(Wire, AReportWhoseCountsDoNotAddUpIsRefused) {
  ImportReport report;
  report.layers.push_back(
      {"x", 3, 2, 1, {{4, "no date"}}, {"a"}, {{"begin", "a"}}, {{"axes", "?", {"y"}}}, {"n"}});
  WireOut good;
  encode(report, good);
  WireIn in(good.bytes());
  ImportReport got;
  ASSERT_TRUE(decode(in, got));
  EXPECT_EQ(got.layers.at(0).drops.at(0).reason, "no date");
  EXPECT_EQ(got.layers.at(0).questions, report.layers[0].questions);
  report.layers[0].dropped = 2;
  WireOut wrong;
  encode(report, wrong);
  WireIn again(wrong.bytes());
  EXPECT_FALSE(decode(again, got));
}

}  // namespace
}  // namespace vidik
