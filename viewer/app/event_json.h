#pragma once
// Events as CONTRACT §6's JSON, as CSV and as GeoJSON: one row at a time, so that a million need no memory.
//
// Errors: none; text that is not UTF-8 was repaired when it was read.

#include "base/time_zone.h"
#include "index/visible.h"

#include <cstdio>
#include <string>
#include <vector>

namespace vidik {

struct EventListing {
  const Snapshot* snapshot = nullptr;
  std::vector<EventRef> events;     // in list order
  const TimeView* clock = nullptr;  // null: everything as read, strength is null
  std::uint64_t count_surely = 0;
  const TimeZone* zone = nullptr;
  std::string
      redacted;  // how, in words; empty: not. Then each event has its radius_m too, and rows of CSV the words
};

void write_event_json(const EventListing& listing, std::FILE* out);
void write_event_csv(const EventListing& listing, std::FILE* out);
// For people: one line an event, then the count.
void write_event_words(const EventListing& listing, std::FILE* out);
void write_event_geojson(const EventListing& listing, std::FILE* out);

// The date as written: "2024-11-29", "2024-11/2024-12"; begin and end columns are joined by "/".
std::string written_date(const Layer& layer, Row row);

}  // namespace vidik
