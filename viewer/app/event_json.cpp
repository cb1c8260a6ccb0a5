#include "app/event_json.h"

#include "base/number.h"
#include "base/text.h"
#include "base/time_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& value, int indent = -1) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json text(std::string_view view) { return std::string(view); }

Json moment(Time t, const TimeZone& zone) {
  if (t == kOpenBegin || t == kOpenEnd) return nullptr;
  return iso_with_offset(t, zone);
}

constexpr std::string_view kStatusWords[] = {"confirmed", "reported", "alleged", "disputed"};

struct EventFields {  // one event, ready to be written in any form
  Json id, layer, title, category, begin, end, edtf, precision, lon, lat, status, unverified, severity,
      strength;
};

EventFields facts_of(const EventListing& listing, EventRef event) {
  const Layer& layer = *listing.snapshot->layers[event.layer];
  const EventTimes times = layer.times(event.row);
  const Facts facts = layer.columns.facts[event.row];
  EventFields f;
  f.id = text(layer.text(event.row, Field::id));
  f.layer = layer.name;
  f.title = text(layer.text(event.row, Field::title));
  f.category = listing.snapshot->categories[listing.snapshot->category(event)].id;
  f.begin = moment(times.begin_earliest, *listing.zone);
  f.end = moment(times.end_latest, *listing.zone);
  f.edtf = written_date(layer, event.row);
  f.precision = text(word_of(facts.precision()));
  if (!facts.has(Facts::kNoPlace)) {
    f.lon = layer.lon(event.row);
    f.lat = layer.lat(event.row);
  }
  f.status = text(kStatusWords[static_cast<int>(facts.status())]);
  f.unverified = facts.has(Facts::kUnverified);
  f.severity = facts.severity();
  if (listing.clock) f.strength = std::round(visible(times, *listing.clock) * 1e4) / 1e4;
  return f;
}

Json object_of(const EventFields& f) {
  return Json{{"id", f.id},
              {"layer", f.layer},
              {"title", f.title},
              {"category", f.category},
              {"begin", f.begin},
              {"end", f.end},
              {"edtf", f.edtf},
              {"precision", f.precision},
              {"lon", f.lon},
              {"lat", f.lat},
              {"status", f.status},
              {"unverified", f.unverified},
              {"severity", f.severity},
              {"strength", f.strength}};
}

// How well the place is known, which redaction makes worse. Null: exactly, or an area.
Json radius_of(const EventListing& listing, EventRef event) {
  const PlacePrecision place = listing.snapshot->layers[event.layer]->place_precision(event.row);
  if (place.kind != PlaceKind::radius) return nullptr;
  return std::ceil(static_cast<double>(place.radius_m));
}

struct Totals {
  std::vector<std::uint64_t> by_category;
  std::uint64_t unverified = 0;
  double west = 1e9, south = 1e9, east = -1e9, north = -1e9;
  Time begin = kOpenEnd, end = kOpenBegin;
};

Totals totals_of(const EventListing& listing) {
  Totals t;
  t.by_category.assign(listing.snapshot->categories.size(), 0);
  for (const EventRef event : listing.events) {
    const Layer& layer = *listing.snapshot->layers[event.layer];
    const Facts facts = layer.columns.facts[event.row];
    ++t.by_category[listing.snapshot->category(event)];
    if (facts.has(Facts::kUnverified)) ++t.unverified;
    if (!facts.has(Facts::kNoPlace)) {
      t.west = std::min(t.west, layer.lon(event.row));
      t.east = std::max(t.east, layer.lon(event.row));
      t.south = std::min(t.south, layer.lat(event.row));
      t.north = std::max(t.north, layer.lat(event.row));
    }
    const Time begin{layer.columns.begin[event.row]}, end{layer.columns.end[event.row]};
    if (begin != kOpenBegin) t.begin = std::min(t.begin, begin);
    if (end != kOpenEnd) t.end = std::max(t.end, end);
  }
  return t;
}

std::string csv_cell(const Json& value) {
  if (value.is_null()) return "";
  const std::string plain = value.is_string() ? value.get<std::string>() : dumped(value);
  if (plain.find_first_of(",\"\r\n") == std::string::npos) return plain;
  std::string quoted = "\"";
  for (const char c : plain) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

std::string written_date(const Layer& layer, Row row) {
  const std::string begin(layer.text(row, Field::begin_written)), end(layer.text(row, Field::end_written));
  if (end.empty() || end == begin) {
    const bool open =
        Time{layer.columns.end[row]} == kOpenEnd && Time{layer.columns.begin[row]} != kOpenBegin;
    return open && begin.find('/') == std::string::npos ? begin + "/.." : begin;
  }
  return begin + "/" + end;
}

void write_event_json(const EventListing& listing, std::FILE* out) {
  const Totals t = totals_of(listing);
  Json head{
      {"count", listing.events.size()}, {"count_surely", listing.count_surely}, {"unverified", t.unverified}};
  if (!listing.redacted.empty()) head["redacted"] = listing.redacted;
  Json categories = Json::object();
  for (std::size_t c = 0; c < t.by_category.size(); ++c) {
    if (t.by_category[c] > 0)
      categories[listing.snapshot->categories[static_cast<CategoryId>(c)].id] = t.by_category[c];
  }
  head["by_category"] = categories;
  head["bbox"] = t.west <= t.east ? Json{t.west, t.south, t.east, t.north} : Json(nullptr);
  head["begin"] = moment(t.begin, *listing.zone);
  head["end"] = moment(t.end, *listing.zone);
  head["clock"] = nullptr;
  if (listing.clock) {
    const TimeView& clock = *listing.clock;
    head["clock"] = {{"mode", word_of(clock.mode)},
                     {"test", clock.test == TimeTest::overlap ? "overlap" : "starts-in"},
                     {"surely", clock.sureness == Sureness::surely},
                     {"from", moment(clock.window.begin, *listing.zone)},
                     {"to", moment(clock.window.end, *listing.zone)},
                     {"at", moment(clock.cursor, *listing.zone)},
                     {"zone", listing.zone->name()}};
  }
  std::string start = dumped(head, 2);
  start.erase(start.rfind("\n}"));
  std::fputs(start.c_str(), out);
  std::fputs(",\n  \"events\": [", out);
  bool first = true;
  for (const EventRef event : listing.events) {
    std::fputs(first ? "\n    " : ",\n    ", out);
    Json object = object_of(facts_of(listing, event));
    if (!listing.redacted.empty()) object["radius_m"] = radius_of(listing, event);
    std::fputs(dumped(object).c_str(), out);
    first = false;
  }
  std::fputs(first ? "]\n}\n" : "\n  ]\n}\n", out);
}

void write_event_csv(const EventListing& listing, std::FILE* out) {
  std::fputs(
      "id,layer,title,category,begin,end,edtf,precision,lon,lat,status,unverified,severity,strength,place,"
      "country,"
      "source_name,source_url",
      out);
  std::fputs(listing.redacted.empty() ? "\n" : ",radius_m,redacted\n", out);
  for (const EventRef event : listing.events) {
    const Layer& layer = *listing.snapshot->layers[event.layer];
    std::string line;
    const Json fields = object_of(facts_of(listing, event));  // named: items() must not outlive it
    for (const auto& [key, value] : fields.items()) line += csv_cell(value) + ",";
    for (const Field field : {Field::place, Field::country, Field::source_name, Field::source_url}) {
      line += csv_cell(text(layer.text(event.row, field))) + (field == Field::source_url ? "" : ",");
    }
    if (!listing.redacted.empty())
      line += "," + csv_cell(radius_of(listing, event)) + "," + csv_cell(listing.redacted);
    line += "\n";
    std::fputs(line.c_str(), out);
  }
}

void write_event_words(const EventListing& listing, std::FILE* out) {
  for (const EventRef event : listing.events) {
    const Layer& layer = *listing.snapshot->layers[event.layer];
    const std::string line = written_date(layer, event.row) + "  " +
                             listing.snapshot->categories[listing.snapshot->category(event)].id + "  " +
                             std::string(layer.text(event.row, Field::title));
    std::fprintf(out, "%s\n", for_terminal(line).c_str());
  }
  const Totals t = totals_of(listing);
  std::fprintf(out, "%s events", thousands(static_cast<long long>(listing.events.size())).c_str());
  if (listing.clock && listing.count_surely != listing.events.size()) {
    std::fprintf(out, " (%s of them on every reading of their dates)",
                 thousands(static_cast<long long>(listing.count_surely)).c_str());
  }
  if (t.unverified > 0)
    std::fprintf(out, ", %s unverified", thousands(static_cast<long long>(t.unverified)).c_str());
  std::fputs("\n", out);
  if (!listing.redacted.empty()) std::fprintf(out, "%s\n", for_terminal(listing.redacted).c_str());
}

void write_event_geojson(const EventListing& listing, std::FILE* out) {
  const std::string head =
      listing.redacted.empty() ? "" : ", \"redacted\": " + dumped(Json(listing.redacted));
  std::fprintf(out, "{\"type\": \"FeatureCollection\"%s, \"features\": [", head.c_str());
  bool first = true;
  for (const EventRef event : listing.events) {
    const EventFields f = facts_of(listing, event);
    Json properties = object_of(f);
    properties.erase("lon");
    properties.erase("lat");
    const Layer& layer = *listing.snapshot->layers[event.layer];
    Json sources = Json::array();
    layer.texts.each(layer.columns.record[event.row], [&](Field field, std::string_view value) {
      if (field == Field::source_name) sources.push_back(Json{{"name", text(value)}});
      if (field == Field::source_url) {
        if (sources.empty()) sources.push_back(Json::object());
        sources.back()["url"] = text(value);
      }
    });
    properties["sources"] = sources;
    if (!listing.redacted.empty()) properties["radius_m"] = radius_of(listing, event);
    Json feature{{"type", "Feature"}, {"id", f.id}};
    feature["geometry"] =
        f.lon.is_null() ? Json(nullptr) : Json{{"type", "Point"}, {"coordinates", {f.lon, f.lat}}};
    feature["properties"] = properties;
    std::fputs(first ? "\n" : ",\n", out);
    std::fputs(dumped(feature).c_str(), out);
    first = false;
  }
  std::fputs("\n]}\n", out);
}

}  // namespace vidik
