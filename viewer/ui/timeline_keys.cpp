#include "ui/timeline_keys.h"

#include "ui/timeline_drags.h"

#include <imgui.h>

#include <algorithm>

namespace vidik {

namespace {

struct Arrows {
  int along = 0, across = 0;  // right and down are positive; Shift: ten times
  bool any() const { return along != 0 || across != 0; }
};

Arrows arrows_of(const PanelIn& in) {
  Arrows out;
  for (const KeyPress& k : in.keys) {
    if (k.ctrl || ImGui::GetIO().WantTextInput) continue;
    const int by = k.shift ? 10 : 1;
    if (k.key == Key::left) out.along -= by;
    if (k.key == Key::right) out.along += by;
    if (k.key == Key::up) out.across -= by;
    if (k.key == Key::down) out.across += by;
  }
  return out;
}

Time stepped_from(const PanelIn& in, Time from, int steps) {
  return stepped(from, in.view.time.step_us, steps, in.zone);
}

bool part(const char* id, const Box2& box) {
  return box.w > 0 && offer_focus(ImGui::GetID(id), box, true).focused;
}

void window_keys(const PanelIn& in, Intents& out, const TimelinePlaces& p, const Arrows& arrows) {
  const TimeView& time = in.view.time;
  const auto move = [&](bool begin, bool end) {
    if (arrows.along == 0) return;
    Span window = time.window;
    if (begin) window.begin = stepped_from(in, window.begin, arrows.along);
    if (end) window.end = stepped_from(in, window.end, arrows.along);
    if (begin && !end) window.begin = std::min(window.begin, plus(window.end, -kShortestWindow));
    if (end && !begin) window.end = std::max(window.end, plus(window.begin, kShortestWindow));
    const Time cursor = begin && end ? stepped_from(in, time.cursor, arrows.along) : time.cursor;
    out.add(SetWindow{window, std::clamp(cursor, window.begin, window.end)});
  };
  if (part("handle-begin", p.handle_begin)) move(true, false);
  if (part("window", p.window_body)) move(true, true);
  if (part("handle-end", p.handle_end)) move(false, true);
  if (part("playhead", p.flag) && arrows.along != 0) out.add(StepCursor{arrows.along});
}

// The event after (or before) the chosen one in this lane; from the playhead when none of it is chosen.
std::optional<EventRef> next_in_lane(const PanelIn& in, const LaneRows& lane, bool forward) {
  std::optional<EventRef> best;
  const auto better = [&](EventRef a) {
    return !best || (forward ? comes_before(in.snapshot, a, *best) : comes_before(in.snapshot, *best, a));
  };
  const bool chosen =
      in.selected && std::any_of(lane.parts.begin(), lane.parts.end(), [&](const LanePart& part) {
        return part.layer == in.selected->layer && part.index->has(in.selected->row);
      });
  const Time from = chosen ? in.snapshot.layers[in.selected->layer]->times(in.selected->row).begin_earliest
                           : in.view.time.cursor;
  for (const LanePart& part : lane.parts) {
    if (part.layer < in.view.layer_on.size() && !in.view.layer_on[part.layer]) continue;
    const TimeIndex& index = *part.index;
    Row first = 0, after = 0;
    index.beginning_in({from, plus(from, 1)}, first, after);  // those of the same moment
    // From there outwards to the first that is visible and stands on the right side of the chosen one.
    const auto take = [&](Row position) {
      const EventRef e{part.layer, index.row_at(position)};
      if (visible(index.layer().times(e.row), in.view.time) <= 0) return false;
      if (chosen && (forward ? !comes_before(in.snapshot, *in.selected, e)
                             : !comes_before(in.snapshot, e, *in.selected)))
        return false;
      if (better(e)) best = e;
      return true;
    };
    constexpr Row kFarthest = 100'000;  // rows looked at that are out of sight
    if (forward)
      for (Row p = first; p < index.size() && p - first < kFarthest && !take(p); ++p) {
      }
    else
      for (Row p = after; p > 0 && after - p < kFarthest && !take(p - 1); --p) {
      }
  }
  return best;
}

void lane_keys(const PanelIn& in, Intents& out, const TimelinePlaces& p, const Arrows& arrows) {
  Focus& focus = in.memory.focus;
  const auto lane_id = [](std::size_t lane) { return ImGui::GetID(("lane" + std::to_string(lane)).c_str()); };
  for (const TimelinePlaces::Lane& row : p.rows) {
    const unsigned id = lane_id(row.lane);
    const bool focused = offer_focus(id,
                                     {in.view.timeline.x + 6, row.box.y,
                                      row.box.x + row.box.w - in.view.timeline.x - 6, row.box.h},
                                     true)
                             .focused;
    if (!focused || !arrows.any()) continue;
    if (arrows.across != 0) {
      const auto last = static_cast<std::ptrdiff_t>(p.all_lanes) - 1;
      const auto to =
          std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(row.lane) + arrows.across, 0, last);
      focus.id = lane_id(static_cast<std::size_t>(to));
      const auto first = static_cast<std::ptrdiff_t>(p.rows.front().lane);
      const auto shown = static_cast<std::ptrdiff_t>(p.rows.size());
      if (to < first || to >= first + shown)
        scroll_lanes(in, out, static_cast<int>(to < first ? to - first : to - first - shown + 1));
    } else if (row.lane < in.rows.lanes->lanes.size()) {
      if (const auto next = next_in_lane(in, in.rows.lanes->lanes[row.lane], arrows.along > 0))
        out.add(Select{in.key_of(*next)});
    }
    return;  // one lane a key
  }
}

}  // namespace

void scroll_lanes(const PanelIn& in, Intents& out, int by) {
  const TimelinePlaces& p = in.picture.timeline;
  const auto most = static_cast<std::ptrdiff_t>(p.all_lanes - std::min(p.all_lanes, p.rows.size()));
  const auto first = static_cast<std::ptrdiff_t>(std::min<std::size_t>(in.view.first_lane, p.all_lanes));
  out.add(ScrollLanes{static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(first + by, 0, most))});
}

void read_timeline_keys(const PanelIn& in, Intents& out) {
  const TimelinePlaces& p = in.picture.timeline;
  if (p.plot.w <= 0) return;
  const Arrows arrows = arrows_of(in);
  window_keys(in, out, p, arrows);
  lane_keys(in, out, p, arrows);
  if (p.overview.w > 0 && part("overview", p.overview)) {
    const Span span = in.view.timeline_span;
    const Time middle = plus(span.begin, (span.end.us - span.begin.us) / 2);
    if (arrows.along != 0) out.add(SetTimelineSpan{shifted(span, 0.1 * arrows.along)});
    if (arrows.across != 0)
      out.add(SetTimelineSpan{zoomed_span(span, middle, arrows.across < 0 ? 0.8 : 1.25)});
  }
}

}  // namespace vidik
