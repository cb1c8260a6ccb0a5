#include "scene/event_words.h"

#include "base/text.h"
#include "base/time_text.h"

namespace vidik {

namespace {

When when_of(const Layer& layer, Row row) {
  const EventTimes t = layer.times(row);
  const Facts facts = layer.columns.facts[row];
  When when;
  when.begin_earliest = t.begin_earliest;
  when.begin_latest = t.begin_latest;
  when.end_earliest = t.end_earliest;
  when.end_latest = t.end_latest;
  when.precision = facts.precision();
  when.approximate = facts.has(Facts::kApproximate);
  when.uncertain = facts.has(Facts::kUncertain);
  when.zone_stated = !facts.has(Facts::kZoneNotStated);
  return when;
}

std::string tidy(std::string_view text) { return for_ui(trimmed(text)); }

}  // namespace

std::string event_title(const Snapshot& snapshot, EventRef event) {
  const Layer& layer = *snapshot.layers[event.layer];
  std::string out = tidy(layer.text(event.row, Field::title));
  if (out.empty())
    out = snapshot.categories[snapshot.category(event)].name + " " + tidy(layer.text(event.row, Field::id));
  return out;
}

std::string event_when(const Snapshot& snapshot, EventRef event, const TimeZone& zone) {
  return when_words(when_of(*snapshot.layers[event.layer], event.row), zone);
}

std::string event_place(const Snapshot& snapshot, EventRef event) {
  const Layer& layer = *snapshot.layers[event.layer];
  std::string out = tidy(layer.text(event.row, Field::place));
  const std::string country = tidy(layer.text(event.row, Field::country));
  if (!country.empty() && out.find(country) == std::string::npos) out += (out.empty() ? "" : ", ") + country;
  return out;
}

}  // namespace vidik
