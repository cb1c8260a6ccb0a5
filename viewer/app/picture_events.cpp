#include "app/picture_events.h"

#include "base/sha256.h"

#include <algorithm>

namespace vidik {

namespace {

// A source begins with its name; its other parts follow (store/text_pool.h).
std::vector<PictureSource> sources_of(const Layer& layer, Row row) {
  std::vector<PictureSource> out;
  const auto last = [&]() -> PictureSource& { return out.empty() ? out.emplace_back() : out.back(); };
  layer.texts.each(layer.columns.record[row], [&](Field field, std::string_view text) {
    if (field == Field::source_name) out.push_back({std::string(text), {}, {}, {}, 0});
    if (field == Field::source_url) last().url = text;
    if (field == Field::source_archive) last().archive = text;
    if (field == Field::source_date) last().date = text;
  });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void add_line(Sha256& sum, const Snapshot& snapshot, EventRef event) {
  const Layer& layer = *snapshot.layers[event.layer];
  const LayerColumns& c = layer.columns;
  const bool placed = !c.facts[event.row].has(Facts::kNoPlace);
  std::string line = layer.name + '\t' + std::string(layer.text(event.row, Field::id)) + '\t' +
                     snapshot.categories[snapshot.category(event)].id;
  for (const std::int64_t us : {c.begin[event.row], c.end[event.row]}) line += '\t' + std::to_string(us);
  for (const std::int32_t e7 : {c.lon_e7[event.row], c.lat_e7[event.row]})
    line += '\t' + (placed ? std::to_string(e7) : std::string());
  sum.add(line + '\n');
}

}  // namespace

PictureEvents picture_events(const Snapshot& snapshot, const Indexes& indexes, const VisibleSet& visible) {
  PictureEvents out;
  out.count = visible.count;
  out.count_surely = visible.count_surely;
  out.listed = visible.count <= kMostListedEvents;
  const std::vector<EventRef> events = listed(indexes, visible);
  Sha256 sum;
  std::map<PictureSource, std::uint64_t> counts;
  for (const EventRef event : events) {
    ++out.by_category[snapshot.categories[snapshot.category(event)].id];
    add_line(sum, snapshot, event);
    if (out.listed)
      for (const PictureSource& source : sources_of(*snapshot.layers[event.layer], event.row))
        ++counts[source];
  }
  out.digest = sum.hex();
  if (!out.listed) return out;
  for (const auto& [source, count] : counts) {
    out.sources.push_back(source);
    out.sources.back().events = count;
  }
  std::map<PictureSource, std::uint32_t> places;
  for (const auto& [source, count] : counts)
    places.emplace(source, static_cast<std::uint32_t>(places.size()));
  for (const EventRef event : events) {
    const Layer& layer = *snapshot.layers[event.layer];
    std::vector<std::uint32_t>& of_event = out.ids[layer.name][std::string(layer.text(event.row, Field::id))];
    for (const PictureSource& source : sources_of(layer, event.row)) of_event.push_back(places.at(source));
  }
  return out;
}

}  // namespace vidik
