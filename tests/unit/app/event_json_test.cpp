#include "app/event_json.h"

#include "store/layer_builder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>

namespace vidik {
namespace {

const TimeZone kZone = TimeZone::display_default();

SnapshotRef three_events() {
  EventBatch batch;
  batch.category_ids = {"protest", "sabotage"};
  const auto add = [&](const char* id, const char* begin, const char* end, std::uint16_t category,
                       double lon) {
    batch.when.push_back(*parse_when_columns(begin, end, "", false, kZone));
    batch.lon.push_back(lon);
    batch.lat.push_back(std::isnan(lon) ? lon : 44.8);
    batch.category.push_back(category);
    batch.status.push_back(Status::reported);
    batch.unverified.push_back(0);
    batch.source_row.push_back(batch.when.size() + 1);
    batch.texts.begin_record();
    batch.texts.put(Field::id, id);
    batch.texts.put(Field::title, std::string("Title, \"") + id + "\"");
    batch.texts.put(Field::begin_written, begin);
    batch.texts.put(Field::end_written, end);
  };
  add("b", "2024-11-29", "", 1, 20.5);
  add("a", "2024-11-01", "2024-11-03", 0, 19.8);
  add("c", "2024-12", "", 0, std::nan(""));
  LayerBuilder builder("test", "Test");
  Problems problems;
  builder.append(batch, problems);
  return make_snapshot({builder.build()});
}

EventListing all_of(const Snapshot& snapshot) {
  EventListing listing;
  listing.snapshot = &snapshot;
  for (Row row = 0; row < snapshot.layers[0]->size(); ++row) listing.events.push_back({0, row});
  listing.zone = &kZone;
  return listing;
}

std::string written(void (*write)(const EventListing&, std::FILE*), const EventListing& listing) {
  char* text = nullptr;
  std::size_t size = 0;
  std::FILE* out = open_memstream(&text, &size);
  write(listing, out);
  std::fclose(out);
  std::string result(text, size);
  std::free(text);
  return result;
}

TEST(EventJson, HasEveryPromisedKeyAndCountsByCategory) {
  const SnapshotRef snapshot = three_events();
  const auto document = nlohmann::json::parse(written(&write_event_json, all_of(*snapshot)));
  EXPECT_EQ(document["count"], 3);
  EXPECT_EQ(document["by_category"]["protest"], 2);
  EXPECT_EQ(document["by_category"]["sabotage"], 1);
  EXPECT_EQ(document["bbox"], (nlohmann::json{19.8, 44.8, 20.5, 44.8}));
  EXPECT_EQ(document["begin"], "2024-11-01T00:00:00+01:00");
  EXPECT_EQ(document["end"], "2025-01-01T00:00:00+01:00");
  for (const char* key : {"id", "layer", "title", "category", "begin", "end", "edtf", "precision", "lon",
                          "lat", "status", "unverified", "severity", "strength"}) {
    EXPECT_TRUE(document["events"][0].contains(key)) << key;
  }
}

TEST(EventJson, TheEndOfADayIsTheNextMidnightAndTheDateStandsAsWritten) {
  const SnapshotRef snapshot = three_events();
  const auto events = nlohmann::json::parse(written(&write_event_json, all_of(*snapshot)))["events"];
  EXPECT_EQ(events[0]["id"], "a");
  EXPECT_EQ(events[0]["edtf"], "2024-11-01/2024-11-03");
  EXPECT_EQ(events[0]["end"], "2024-11-04T00:00:00+01:00");
  EXPECT_EQ(events[1]["edtf"], "2024-11-29");
  EXPECT_EQ(events[1]["end"], "2024-11-30T00:00:00+01:00");
  EXPECT_EQ(events[2]["precision"], "month");
  EXPECT_TRUE(events[2]["lon"].is_null());
  EXPECT_TRUE(events[2]["strength"].is_null());
}

TEST(EventCsv, QuotesWhatNeedsQuotes) {
  const SnapshotRef snapshot = three_events();
  const std::string csv = written(&write_event_csv, all_of(*snapshot));
  EXPECT_NE(csv.find("a,test,\"Title, \"\"a\"\"\",protest,"), std::string::npos) << csv;
}

TEST(EventGeojson, AnEventWithoutPlaceHasANullGeometry) {
  const SnapshotRef snapshot = three_events();
  const auto document = nlohmann::json::parse(written(&write_event_geojson, all_of(*snapshot)));
  EXPECT_EQ(document["features"][0]["geometry"]["coordinates"], (nlohmann::json{19.8, 44.8}));
  EXPECT_TRUE(document["features"][2]["geometry"].is_null());
}

}  // namespace
}  // namespace vidik
