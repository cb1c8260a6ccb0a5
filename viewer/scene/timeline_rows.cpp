#include "scene/camera.h"
#include "scene/scene.h"

#include <atomic>

namespace vidik {

namespace {

std::uint64_t next_serial() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

}  // namespace

TimelineRows make_timeline_rows(const IndexesRef& indexes, const TimelineStyle& style,
                                const MapView& on_map) {
  TimelineRows rows;
  rows.serial = next_serial();
  rows.bars = indexes;
  rows.lanes = std::make_shared<const LaneSet>(make_lanes(*indexes, style.lanes));
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
