// Columns of events across the wire and into the store: everything that an event may have comes through.
#include "guest/event_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace vidik {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

EventBatch full_batch() {
  EventBatch batch;
  for (int i = 0; i < 3; ++i) {
    const Time begin{1'700'000'000'000'000 + i};
    batch.when.push_back({begin, plus(begin, 5), plus(begin, 10), i == 2 ? kOpenEnd : plus(begin, 20),
                          Precision::month, i == 0, i == 1, i != 2});
    if (i == 2) batch.when.back().end_earliest = kOpenEnd;
    batch.lon.push_back(i == 1 ? kNone : 20.5 + i);
    batch.lat.push_back(i == 1 ? kNone : 42.25);
    batch.category.push_back(static_cast<std::uint16_t>(i % 2));
    batch.status.push_back(static_cast<Status>(i));
    batch.unverified.push_back(i == 2 ? 1 : 0);
    batch.source_row.push_back(static_cast<std::uint64_t>(i) + 2);
    batch.texts.begin_record();
    batch.texts.put(Field::id, "e" + std::to_string(i));
    batch.texts.put(Field::title, "Title Ž");
    batch.texts.put(Field::begin_written, "2023-11");
    batch.texts.put(Field::actors, "One; Two");
    batch.texts.put(Field::subtype, "blockade");
    batch.texts.put(Field::says, "A");
    batch.texts.put(Field::denies, "B");
    batch.texts.put(Field::source_name, "First");
    batch.texts.put(Field::source_url, "https://first.example");
    batch.texts.put(Field::source_name, "Second");
    batch.texts.put(Field::area, "XK");
    batch.texts.put(Field::first_extra, i == 1 ? "" : "more");
  }
  batch.category_ids = {"protest", "clash"};
  batch.extra_names = {"strand"};
  batch.magnitudes = {{0, {100, kNone, 250}, "crowd"}, {2, {5, 5, 5}, "deaths"}};
  batch.places = {{0, {PlaceKind::radius, 300}}, {2, {PlaceKind::country, 0}}};
  batch.severities = {{1, 4}};
  return batch;
}

EventBatch across(const EventBatch& batch, Problems& problems, std::vector<std::uint64_t>& kept) {
  const EventColumns columns(batch);
  WireOut out(Message::events);
  EXPECT_EQ(encode_events(columns.events(), 0, batch.size(), out), VIDIK_OK);
  const std::string bytes = out.take();
  WireIn in(std::string_view(bytes).substr(kWireHead));
  DecodedEvents decoded;
  EXPECT_TRUE(decoded.read(in));
  EXPECT_TRUE(in.finished());
  ExtraNames extras;
  return batch_of(decoded.events(), 0, kept, extras, problems);
}

std::vector<std::pair<Field, std::string>> record(const EventBatch& batch, std::uint32_t row) {
  std::vector<std::pair<Field, std::string>> out;
  batch.texts.each(row, [&](Field field, std::string_view text) { out.emplace_back(field, text); });
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return out;
}

TEST(EventWire, ABatchOfTheStoreComesBackTheSame) {
  const EventBatch before = full_batch();
  Problems problems;
  std::vector<std::uint64_t> kept;
  const EventBatch after = across(before, problems, kept);
  ASSERT_EQ(problems.count(), 0u) << problems.list().front().reason;
  EXPECT_THAT(kept, testing::ElementsAre(0, 1, 2));
  EXPECT_EQ(after.when, before.when);
  EXPECT_EQ(after.status, before.status);
  EXPECT_EQ(after.unverified, before.unverified);
  EXPECT_EQ(after.source_row, before.source_row);
  EXPECT_EQ(after.category_ids, before.category_ids);
  EXPECT_EQ(after.category, before.category);
  EXPECT_EQ(after.extra_names, before.extra_names);
  ASSERT_EQ(after.magnitudes.size(), 2u);
  EXPECT_EQ(after.magnitudes[0].unit, "crowd");
  EXPECT_EQ(after.magnitudes[0].magnitude.high, 250);
  EXPECT_TRUE(std::isnan(after.magnitudes[0].magnitude.best));
  ASSERT_EQ(after.places.size(), 2u);
  EXPECT_EQ(after.places[0].precision, (PlacePrecision{PlaceKind::radius, 300}));
  EXPECT_EQ(after.places[1].precision.kind, PlaceKind::country);
  ASSERT_EQ(after.severities.size(), 1u);
  EXPECT_EQ(after.severities[0].severity, 4);
  EXPECT_TRUE(std::isnan(after.lon[1]));
  EXPECT_EQ(after.lon[2], 22.5);
}

TEST(EventWire, EveryTextOfEveryRecordComesBack) {
  const EventBatch before = full_batch();
  Problems problems;
  std::vector<std::uint64_t> kept;
  EventBatch after = across(before, problems, kept);
  for (std::uint32_t row = 0; row < 3; ++row) {
    auto expected = record(before, row);
    const auto has_magnitude = row != 1;
    if (has_magnitude) expected.emplace_back(Field::magnitude_unit, row == 0 ? "crowd" : "deaths");
    std::sort(expected.begin(), expected.end());
    auto got = record(after, row);
    std::sort(got.begin(), got.end());
    EXPECT_EQ(got, expected) << row;
  }
}

TEST(EventWire, RandomBytesNeverBecomeMoreThanTheyAre) {
  std::uint64_t seed = 88172645463325252u;
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (int i = 0; i < round % 300; ++i) {
      seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
      bytes += static_cast<char>(i < 8 && i % 4 != 0 ? 0 : seed);  // small counts, so that some get far
    }
    WireIn in(bytes);
    DecodedEvents decoded;
    const bool read = decoded.read(in);
    EXPECT_TRUE(!read || decoded.events().n * 24 <= bytes.size());
  }
}

TEST(EventWire, EveryPrefixOfAMessageIsRefused) {
  const EventBatch batch = full_batch();
  const EventColumns columns(batch);
  WireOut out(Message::events);
  ASSERT_EQ(encode_events(columns.events(), 0, 3, out), VIDIK_OK);
  const std::string bytes = out.take().substr(kWireHead);
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    WireIn in(std::string_view(bytes).substr(0, n));
    DecodedEvents decoded;
    EXPECT_FALSE(decoded.read(in)) << n;
  }
}

struct OneEvent {
  vidik_text id{VIDIK_LIT("x")}, title{VIDIK_LIT("X")};
  double lon = 20, lat = 43;
  vidik_moment begin{0, 0}, end{10, 10};
  std::uint8_t precision = 0, severity = 0, status = 0;
  float radius = 0;
  vidik_magnitude magnitude{1, 2, 3};
  const char* fault() const {
    vidik_events e{};
    e.size = sizeof e;
    e.n = 1;
    e.id = &id, e.title = &title, e.lon = &lon, e.lat = &lat, e.begin = &begin, e.end = &end;
    e.begin_precision = &precision, e.severity = &severity, e.status = &status, e.radius_m = &radius,
    e.magnitude = &magnitude;
    return event_fault(e, 0);
  }
};

TEST(EventWire, AClaimKeepsWhereItWasRead) {
  const vidik_text id{VIDIK_LIT("x")};
  const double at = 20;
  const std::uint64_t ends = 1;
  const vidik_claim claim{VIDIK_CLAIM_DENIES, 0, {VIDIK_LIT("Serbia")}, {VIDIK_LIT("BBC: news; 2024")}};
  vidik_events e{};
  e.size = sizeof e;
  e.n = 1;
  e.id = e.title = &id;
  e.lon = e.lat = &at;
  e.claim_ends = &ends;
  e.claims = &claim;
  Problems problems;
  ExtraNames extras;
  std::vector<std::uint64_t> kept;
  const EventBatch batch = batch_of(e, 0, kept, extras, problems);
  ASSERT_EQ(batch.size(), 1u);
  EXPECT_EQ(batch.texts.text(0, Field::denies), "Serbia (BBC, news, 2024)");
}

TEST(EventWire, ColumnsKeepTheirNumbersFromBatchToBatch) {
  ExtraNames extras;
  EXPECT_EQ(extras.number_of("a"), 0u);
  EXPECT_EQ(extras.number_of("b"), 1u);
  EXPECT_EQ(extras.number_of("a"), 0u);
  EXPECT_EQ(extras.number_of(std::string(ExtraNames::kMostBytes, 'x')), std::nullopt);
  EXPECT_NE(extras.first_left_out(), "");
}

TEST(EventCheck, AGoodEventHasNoFault) { EXPECT_EQ(OneEvent().fault(), nullptr); }

TEST(EventCheck, NumbersThatCannotBeAreNamed) {
  const double inf = std::numeric_limits<double>::infinity();
  const auto faulty = [](auto change) {
    OneEvent event;
    change(event);
    return std::string(event.fault() == nullptr ? "none" : event.fault());
  };
  EXPECT_EQ(faulty([](OneEvent& e) { e.id.len = 0; }), "an id of 0 or more than 200 bytes");
  EXPECT_EQ(faulty([&](OneEvent& e) { e.lon = inf; }), "place is not finite");
  EXPECT_EQ(faulty([](OneEvent& e) { e.lat = std::nan(""); }), "place is not finite");
  EXPECT_EQ(faulty([](OneEvent& e) { e.lon = e.lat = std::nan(""); }), "none") << "no place is known";
  EXPECT_EQ(faulty([](OneEvent& e) { e.lat = 91; }), "place is out of range");
  EXPECT_EQ(faulty([](OneEvent& e) { e.lon = 1e9; }), "place is out of range");
  EXPECT_EQ(faulty([](OneEvent& e) { e.begin = {11, 12}; }), "begin lies after end");
  EXPECT_EQ(faulty([](OneEvent& e) {
              e.begin = {5, 12};
            }),
            "its possible begins and ends contradict each other");
  EXPECT_EQ(faulty([](OneEvent& e) {
              e.begin = {5, 6}, e.end = {4, 10};
            }),
            "its possible begins and ends contradict each other");
  EXPECT_EQ(faulty([](OneEvent& e) { e.begin = {5, 4}; }), "a begin outside years 1 to 9999");
  EXPECT_EQ(faulty([](OneEvent& e) { e.end = {0, INT64_MAX - 1}; }), "an end outside years 1 to 9999");
  EXPECT_EQ(faulty([](OneEvent& e) { e.end = {INT64_MAX, INT64_MAX}; }), "none") << "still going on";
  EXPECT_EQ(faulty([](OneEvent& e) { e.begin = {INT64_MIN, INT64_MIN}; }), "none");
  EXPECT_EQ(faulty([](OneEvent& e) { e.precision = 7; }), "an unknown precision");
  EXPECT_EQ(faulty([](OneEvent& e) { e.severity = 6; }), "a severity above 5");
  EXPECT_EQ(faulty([](OneEvent& e) { e.status = 4; }), "an unknown status");
  EXPECT_EQ(faulty([](OneEvent& e) { e.radius = -1; }), "radius is out of range");
  EXPECT_EQ(faulty([](OneEvent& e) { e.radius = std::nanf(""); }), "radius is out of range");
  EXPECT_EQ(faulty([&](OneEvent& e) { e.magnitude.high = inf; }), "a magnitude that is not finite");
}

}  // namespace
}  // namespace vidik
