#include "scene/camera.h"
#include "scene/scene.h"

#include <atomic>

namespace vidik {

namespace {

std::uint64_t next_serial() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

// Stretches of a twentieth of all time that has data, or more, in which nothing begins; a little room stays at their ends.
std::vector<Span> gaps_of(const Indexes& indexes) {
  constexpr std::size_t kSlices = 400, kLeast = kSlices / 20;
  const Span range = indexes.snapshot->time_range();
  const auto at = [&](std::size_t i) {
    const double us = static_cast<double>(range.end.us) - static_cast<double>(range.begin.us);
    return plus(range.begin, static_cast<std::int64_t>(us * static_cast<double>(i) / kSlices));
  };
  std::vector<Span> gaps;
  std::size_t from = 0;  // the first slice of the present run
  for (std::size_t i = 0; i <= kSlices && range.begin < range.end; ++i) {
    bool any = i == kSlices;
    for (const auto& index : indexes.layers) {
      Row first = 0, last = 0;
      index->beginning_in({at(i), at(i + 1)}, first, last);
      any = any || last > first;
    }
    if (!any) continue;
    if (i >= from + kLeast) gaps.push_back({at(from + 1), at(i - 1)});
    from = i + 1;
  }
  return gaps;
}

}  // namespace

TimelineRows make_timeline_rows(const IndexesRef& indexes, const TimelineStyle& style,
                                const MapView& on_map) {
  TimelineRows rows;
  rows.serial = next_serial();
  rows.bars = indexes;
  rows.lanes = std::make_shared<const LaneSet>(make_lanes(*indexes, style.lanes));
  if (style.fold_gaps) rows.gaps = gaps_of(*indexes);
  if (style.in_map) {
    const Snapshot& snapshot = *indexes->snapshot;
    std::atomic<std::uint64_t> nowhere{0};
    rows.bars = narrowed(*indexes, [&](EventRef e) {
      const Layer& layer = *snapshot.layers[e.layer];
      if (layer.columns.facts[e.row].has(Facts::kNoPlace)) {
        nowhere.fetch_add(1, std::memory_order_relaxed);
        return false;
      }
      const Px at = px_of(on_map, LonLat{layer.lon(e.row), layer.lat(e.row)});
      return on_map.box.contains(at.x, at.y);
    });
    rows.without_place = nowhere;
  }
  if (style.bars == BarsOf::active)
    rows.by_category = style.lanes == LaneBy::category && !style.in_map
                           ? rows.lanes
                           : std::make_shared<const LaneSet>(make_lanes(*rows.bars, LaneBy::category));
  return rows;
}

}  // namespace vidik
