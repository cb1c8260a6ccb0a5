#include "app/timeline_load.h"

#include "scene/camera.h"

namespace vidik {

void TimelineLoad::follow(const IndexesRef& indexes, const ViewState& view) {
  const TimelineStyle& style = view.timeline_style;
  Wish wish{indexes->serial, indexes->snapshot->serial, style.lanes, style.bars == BarsOf::active,
            style.in_map,    style.fold_gaps,           {},          {}};
  if (style.in_map) {
    const bool keep = view.moving && asked_.in_map;
    wish.camera = keep ? asked_.camera : view.camera;
    wish.map = keep ? asked_.map : view.map;
  }
  if (wish == asked_) return;
  asked_ = wish;
  const MapView map = map_view(wish.camera, wish.map);
  const bool plain = style.lanes == LaneBy::overlay && !wish.active && !wish.in_map && !wish.fold_gaps;
  const bool at_once = plain || indexes->snapshot->event_count() < kAtOnce;
  if (at_once || shown_snapshot_ != wish.snapshot) {
    // Rows of other layers would be nonsense, even for a frame: until the real ones are there, the plain ones stand.
    rows_ = make_timeline_rows(indexes, at_once ? style : TimelineStyle{}, map);
    shown_snapshot_ = wish.snapshot;
  }
  // What is under way is of an older wish: it must be overtaken, or it would come after these.
  if (at_once && !busy()) return;
  making_.start([indexes, style, map] { return make_timeline_rows(indexes, style, map); });
}

bool TimelineLoad::poll() {
  std::optional<TimelineRows> made = making_.take();
  if (!made || made->bars->snapshot->serial != asked_.snapshot) return false;
  rows_ = std::move(*made);
  shown_snapshot_ = asked_.snapshot;
  return true;
}

}  // namespace vidik
