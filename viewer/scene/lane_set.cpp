#include "scene/lane_set.h"

#include "base/text.h"

#include <algorithm>
#include <map>
#include <utility>

namespace vidik {

namespace {

using Parted = std::vector<std::vector<Row>>;  // rows by layer

LaneRows lane_of(const Indexes& indexes, std::string name, Parted rows) {
  LaneRows lane;
  lane.name = std::move(name);
  for (std::uint32_t layer = 0; layer < rows.size(); ++layer) {
    if (rows[layer].empty()) continue;
    auto held = std::make_unique<const std::vector<Row>>(std::move(rows[layer]));
    lane.parts.push_back(
        {layer, std::make_shared<const TimeIndex>(indexes.snapshot->layers[layer], std::move(held))});
  }
  return lane;
}

template <typename Kind>
std::vector<Parted> part_by(const Indexes& indexes, std::size_t kinds, Kind&& kind) {
  std::vector<Parted> out(kinds, Parted(indexes.layers.size()));
  for (std::uint32_t layer = 0; layer < indexes.layers.size(); ++layer) {
    const TimeIndex& index = *indexes.layers[layer];
    for (Row p = 0; p < index.size(); ++p) {
      const Row row = index.row_at(p);
      out[kind(EventRef{layer, row})][layer].push_back(row);
    }
  }
  return out;
}

void lanes_by_overlay(const Indexes& indexes, LaneSet& out) {
  for (std::uint32_t i = 0; i < indexes.layers.size(); ++i) {
    const Layer& layer = indexes.layers[i]->layer();
    if (layer.size() == 0) continue;  // an overlay that only draws has nothing to show in time
    out.lanes.push_back({layer.title.empty() ? layer.name : layer.title, {{i, indexes.layers[i]}}, {}, {}});
  }
}

void lanes_by_category(const Indexes& indexes, LaneSet& out) {
  const Snapshot& snapshot = *indexes.snapshot;
  std::vector<Parted> parted =
      part_by(indexes, snapshot.categories.size(), [&](EventRef e) { return snapshot.category(e); });
  for (std::size_t k = 0; k < parted.size(); ++k) {
    const auto id = static_cast<CategoryId>(k);
    LaneRows lane = lane_of(indexes, snapshot.categories[id].name, std::move(parted[k]));
    lane.category = id;
    if (!lane.parts.empty()) out.lanes.push_back(std::move(lane));
  }
}

void lanes_by_status(const Indexes& indexes, LaneSet& out) {
  constexpr const char* kNames[kStatusCount] = {"Confirmed", "Reported", "Alleged", "Disputed"};
  std::vector<Parted> parted = part_by(indexes, kStatusCount, [&](EventRef e) {
    return static_cast<std::size_t>(indexes.snapshot->layers[e.layer]->columns.facts[e.row].status());
  });
  for (std::size_t k = 0; k < parted.size(); ++k) {
    LaneRows lane = lane_of(indexes, kNames[k], std::move(parted[k]));
    lane.status = static_cast<Status>(k);
    if (!lane.parts.empty()) out.lanes.push_back(std::move(lane));
  }
}

// By the parts of a text; the most frequent first, then by name.
void lanes_by_text(const Indexes& indexes, Field field, std::string_view rest, std::string_view none,
                   LaneSet& out) {
  std::map<std::string, Parted, std::less<>> named;
  Parted unnamed(indexes.layers.size());
  for (std::uint32_t l = 0; l < indexes.layers.size(); ++l) {
    const TimeIndex& index = *indexes.layers[l];
    const Layer& layer = index.layer();
    for (Row p = 0; p < index.size(); ++p) {
      const Row row = index.row_at(p);
      bool any = false;
      for (const std::string_view part : split(layer.text(row, field), ';')) {
        const std::string_view name = trimmed(part);
        if (name.empty()) continue;
        any = true;
        auto at = named.find(name);
        if (at == named.end()) at = named.emplace(std::string(name), Parted(indexes.layers.size())).first;
        std::vector<Row>& rows = at->second[l];
        if (rows.empty() || rows.back() != row) rows.push_back(row);  // "A; A" is one
      }
      if (!any) unnamed[l].push_back(row);
    }
  }
  const auto count = [](const Parted& parted) {
    std::size_t n = 0;
    for (const std::vector<Row>& rows : parted) n += rows.size();
    return n;
  };
  std::vector<std::pair<std::string, Parted>> order(std::make_move_iterator(named.begin()),
                                                    std::make_move_iterator(named.end()));
  std::stable_sort(order.begin(), order.end(),
                   [&](const auto& a, const auto& b) { return count(a.second) > count(b.second); });
  Parted others(indexes.layers.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i < kMostNamedLanes) {
      out.lanes.push_back(lane_of(indexes, std::move(order[i].first), std::move(order[i].second)));
      continue;
    }
    for (std::size_t l = 0; l < others.size(); ++l)
      others[l].insert(others[l].end(), order[i].second[l].begin(), order[i].second[l].end());
  }
  for (std::vector<Row>& rows : others) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  }
  for (auto& [name, parted] : {std::pair{rest, &others}, std::pair{none, &unnamed}}) {
    LaneRows lane = lane_of(indexes, std::string(name), std::move(*parted));
    if (!lane.parts.empty()) out.lanes.push_back(std::move(lane));
  }
}

}  // namespace

std::uint64_t LaneRows::count() const {
  std::uint64_t n = 0;
  for (const LanePart& part : parts) n += part.index->size();
  return n;
}

LaneSet make_lanes(const Indexes& indexes, LaneBy by) {
  LaneSet out;
  out.by = by;
  switch (by) {
    case LaneBy::overlay:
      lanes_by_overlay(indexes, out);
      break;
    case LaneBy::category:
      lanes_by_category(indexes, out);
      break;
    case LaneBy::status:
      lanes_by_status(indexes, out);
      break;
    case LaneBy::country:
      lanes_by_text(indexes, Field::country, "Other countries", "No country named", out);
      break;
    case LaneBy::actor:
      lanes_by_text(indexes, Field::actors, "Other actors", "No actor named", out);
      break;
  }
  return out;
}

}  // namespace vidik
