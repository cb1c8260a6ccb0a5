#include "scene/pick.h"
#include "ui/count_words.h"
#include "ui/gestures.h"
#include "ui/panels.h"
#include "ui/picking.h"
#include "ui/theme_style.h"
#include "ui/timeline_drags.h"
#include "ui/timeline_keys.h"
#include "ui/widgets.h"

#include "base/text.h"
#include "base/time_text.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

Px pointer() { return {ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y}; }

const TimelinePlaces::Bar* bar_at(const TimelinePlaces& p, Px at) {
  if (!p.histogram.contains(at.x, at.y)) return nullptr;
  for (const TimelinePlaces::Bar& bar : p.bars) {
    if (at.x < bar.x0 || at.x >= bar.x1) continue;
    const bool any = std::any_of(bar.counts.begin(), bar.counts.end(), [](std::uint32_t n) { return n > 0; });
    return any ? &bar : nullptr;
  }
  return nullptr;
}

// "2 protest, 1 sabotage": counts before nouns, in the order of the categories.
std::string counts_words(const PanelIn& in, const TimelinePlaces::Bar& bar) {
  std::string out;
  for (std::size_t c = 0; c < bar.counts.size() && c < in.snapshot.categories.size(); ++c) {
    if (bar.counts[c] == 0) continue;
    out += (out.empty() ? "" : ", ") + thousands(bar.counts[c]) + " " +
           lower_ascii(in.snapshot.categories[static_cast<CategoryId>(c)].name);
  }
  return out;
}

std::string bar_words(const PanelIn& in, Span span) {
  if (span.end.us - span.begin.us < 20 * kMicrosPerHour) return date_time_words(span.begin, in.zone);
  if (span.end.us - span.begin.us < 26 * kMicrosPerHour) return weekday_date_words(span.begin, in.zone);
  return span_words(span, in.zone);
}

void cursor_shape(Drag drag) {
  switch (drag) {
    case Drag::handle_begin:
    case Drag::handle_end:
    case Drag::overview_begin:
    case Drag::overview_end:
      ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
      break;
    case Drag::window_body:
    case Drag::playhead:
      ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      break;
    default:
      break;
  }
}

void begin_drag(const PanelIn& in, Intents& out, Px at) {
  UiMemory& m = in.memory;
  const TimelinePlaces& p = in.picture.timeline;
  m.drag = grab_at(p, at);
  const bool in_plot = p.plot.contains(at.x, at.y);
  if (ImGui::GetIO().KeyCtrl && in_plot) m.drag = Drag::pick_box;
  if (!ImGui::IsMouseDown(0)) m.drag = in_plot ? Drag::plot_pan : Drag::none;
  m.drag_x = at.x;
  m.drag_y = at.y;
  m.drag_moved = false;
  m.cancelled = false;
  m.start_window = in.view.time.window;
  m.start_cursor = in.view.time.cursor;
  m.start_span = in.view.timeline_span;
  if (m.drag == Drag::none) return;
  out.add(TimelineDrag{true});
  const bool looks_only =
      m.drag == Drag::overview_pan || m.drag == Drag::plot_pan || m.drag == Drag::pick_box;
  if (in.desk.playing && !looks_only) out.add(Play{false});
  const float a = overview_x(p, p.span.begin), b = overview_x(p, p.span.end);
  if (m.drag == Drag::overview_pan && (at.x < a || at.x > b)) {  // outside: the view goes there
    const double parts = static_cast<double>(at.x - (a + b) / 2) / std::max(1.0, static_cast<double>(b - a));
    m.start_span = shifted(m.start_span, parts);
    out.add(SetTimelineSpan{m.start_span});
  }
  const bool on_something = hit_at(p.marks, at, kPickSlack) != nullptr || bar_at(p, at) != nullptr ||
                            (at.y >= p.range_rows.y && at.y < p.range_rows.y + p.range_rows.h);
  if (m.drag == Drag::scrub && !on_something) out.add(SetCursor{p.time_at(at.x)});
}

void go_on(const PanelIn& in, Intents& out, Px at) {
  UiMemory& m = in.memory;
  if (!m.drag_moved && std::abs(at.x - m.drag_x) <= 2) return;
  m.drag_moved = true;
  const Dragged start{m.start_window, m.start_span, m.start_cursor};
  const Dragged now =
      drag_timeline(m.drag, in.picture.timeline, start, {at, at.x - m.drag_x, ImGui::GetIO().KeyAlt});
  if (now.span != in.view.timeline_span) out.add(SetTimelineSpan{now.span});
  if (m.drag == Drag::scrub || m.drag == Drag::playhead) {
    // A press outside the window has moved it; the drag goes on inside where it is now.
    Dragged here = start;
    here.window = in.view.time.window;
    const Time to =
        drag_timeline(m.drag, in.picture.timeline, here, {at, at.x - m.drag_x, ImGui::GetIO().KeyAlt}).cursor;
    if (to != in.view.time.cursor) out.add(SetCursor{to});
  } else if (now.window != in.view.time.window || now.cursor != in.view.time.cursor) {
    out.add(SetWindow{now.window, now.cursor});
  }
}

// A press and release in one place: an event, a bar, or the plot.
void clicked(const PanelIn& in, Intents& out, Px at, bool twice) {
  const TimelinePlaces& p = in.picture.timeline;
  if (const Hit* mark = hit_at(p.marks, at, kPickSlack)) {
    const EventRef event = mark->events.front();
    out.add(Select{in.key_of(event)});
    const Span round = span_round(in.snapshot.layers[event.layer]->times(event.row));
    if (twice && round.begin < round.end) out.add(SetTimelineSpan{round});
    return;
  }
  for (const TimelinePlaces::Range& range : p.ranges) {
    if (at.y < range.box.y || at.y >= range.box.y + range.box.h) continue;
    if (at.x < range.box.x - 5 || at.x > range.box.x + std::max(range.box.w, 5.0f)) continue;
    const Span span = in.view.timeline_style.ranges[range.index].span;
    if (span.begin == span.end)
      out.add(SetCursor{span.begin});
    else
      out.add(SetWindow{span, span.end});
    return;
  }
  const TimelinePlaces::Bar* bar = bar_at(p, at);
  if (bar == nullptr) return;
  if (twice) {
    out.add(SetTimelineSpan{zoomed_span(bar->span, bar->span.begin, 1.0)});
    return;
  }
  const std::int64_t half = (bar->span.end.us - bar->span.begin.us) / 2;
  out.add(SetCursor{in.view.time.mode == Mode::instant ? plus(bar->span.begin, half) : bar->span.end});
}

void drag_tip(const PanelIn& in) {
  const UiMemory& m = in.memory;
  const Span now = in.view.time.window;
  const ImVec2 at{pointer().x - 60, in.layout.timeline.y - 34};
  if (m.drag == Drag::handle_begin || m.drag == Drag::handle_end) {
    const bool end = m.drag == Drag::handle_end;
    const Time edge = end ? plus(now.end, -1) : now.begin;
    tip_box(in, at, (end ? "Window ends " : "Window begins ") + weekday_date_words(edge, in.zone),
            change_words(m.start_window, now));
  }
  if (m.drag == Drag::window_body) {
    const std::int64_t by = now.begin.us - m.start_window.begin.us;
    const std::string change =
        by == 0 ? "not moved"
                : length_words({Time{0}, Time{std::abs(by)}}) + (by < 0 ? " earlier" : " later");
    tip_box(in, at, span_words(now, in.zone), change);
  }
}

void ghost(const PanelIn& in, ImDrawList& list) {
  const UiMemory& m = in.memory;
  const TimelinePlaces& p = in.picture.timeline;
  const auto dashed = [&](Time t) {
    const float x = std::floor(p.x_of(t)) + 0.5f;
    if (x < p.plot.x || x > p.plot.x + p.plot.w) return;
    for (float y = p.histogram.y; y < p.lanes.y + p.lanes.h; y += 6) {
      list.AddLine({x, y}, {x, y + 3}, im(with_alpha(in.theme.select, 0.5)));
    }
  };
  if (m.drag == Drag::handle_begin || m.drag == Drag::window_body) dashed(m.start_window.begin);
  if (m.drag == Drag::handle_end || m.drag == Drag::window_body) dashed(m.start_window.end);
  if (m.drag == Drag::playhead || m.drag == Drag::scrub) dashed(m.start_cursor);
}

void hover(const PanelIn& in, Intents& out, Px at) {
  const TimelinePlaces& p = in.picture.timeline;
  const Drag under = grab_at(p, at);
  const Hit* mark = under == Drag::scrub ? hit_at(p.marks, at, kPickSlack) : nullptr;
  tell_hover(in, out,
             mark != nullptr && mark->events.size() == 1 ? in.key_of(mark->events.front()) : EventKey{},
             HoverPlace::timeline);
  if (mark != nullptr) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return;
  }
  cursor_shape(under);
  const TimelinePlaces::Bar* bar = under == Drag::scrub ? bar_at(p, at) : nullptr;
  if (bar == nullptr) return;
  ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImGui::GetWindowDrawList()->AddRect({bar->x0 - 0.5f, p.histogram.y},
                                      {bar->x1 + 0.5f, p.histogram.y + p.histogram.h},
                                      im(with_alpha(in.theme.select, 0.6)), 2);
  std::string before;
  if (bar->year_before) before = "A year before: " + thousands(static_cast<long long>(*bar->year_before));
  tip_box(in, {bar->x0 - 40, p.histogram.y - (before.empty() ? 58.0f : 76.0f)}, bar_words(in, bar->span),
          counts_words(in, *bar), before);
}

void wheel(const PanelIn& in, Intents& out, Px at) {
  const ImGuiIO& io = ImGui::GetIO();
  const double notches = static_cast<double>(io.MouseWheel), aside = static_cast<double>(io.MouseWheelH);
  if (notches == 0 && aside == 0) return;
  const Span span = in.view.timeline_span;
  // Over the lanes' names the wheel moves through lanes that found no room.
  const TimelinePlaces& p = in.picture.timeline;
  if (at.x < p.plot.x && p.rows.size() < p.all_lanes && at.y >= p.lanes.y && at.y < p.lanes.y + p.lanes.h) {
    scroll_lanes(in, out, notches > 0 ? -1 : 1);
    return;
  }
  if (io.KeyShift || aside != 0) {
    out.add(SetTimelineSpan{shifted(span, -0.1 * (notches + aside))});
  } else {
    out.add(SetTimelineSpan{zoomed_span(span, in.picture.timeline.time_at(at.x), std::pow(0.8, notches))});
  }
}

}  // namespace

void draw_timeline_input(const PanelIn& in, Intents& out) {
  const Box2& box = in.layout.timeline;
  const TimelinePlaces& p = in.picture.timeline;
  PanelFrame frame("##timeline", box, with_alpha(in.theme.app, 0),
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus);
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::InvisibleButton("##strip", {std::max(box.w, 1.0f), std::max(box.h, 1.0f)},
                         ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle |
                             ImGuiButtonFlags_MouseButtonRight);
  UiMemory& m = in.memory;
  const Px at = pointer();
  const bool over = ImGui::IsItemHovered();
  if (p.plot.w <= 0) return;
  if (ImGui::IsItemActivated()) begin_drag(in, out, at);
  if (ImGui::IsItemActive() && m.drag != Drag::none && !m.cancelled) {
    if (m.drag == Drag::pick_box) {
      m.drag_moved = m.drag_moved || std::abs(at.x - m.drag_x) > 2;
      frame.list().AddRectFilled({m.drag_x, m.drag_y}, {at.x, at.y}, im(with_alpha(in.theme.select, 0.08)));
      frame.list().AddRect({m.drag_x, m.drag_y}, {at.x, at.y}, im(in.theme.select));
    } else {
      go_on(in, out, at);
    }
    cursor_shape(m.drag);
    ghost(in, frame.list());
    drag_tip(in);
  }
  if (ImGui::IsItemDeactivated()) {
    if (m.drag == Drag::pick_box && !m.cancelled)
      pick_on_timeline(in, out,
                       {std::min(at.x, m.drag_x), std::min(at.y, m.drag_y), std::abs(at.x - m.drag_x),
                        std::abs(at.y - m.drag_y)});
    else if (m.drag != Drag::none && m.drag != Drag::plot_pan && !m.cancelled && !m.drag_moved)
      clicked(in, out, at, false);
    if (m.drag != Drag::none) out.add(TimelineDrag{false});
    out.add(Settle{});
    m.drag = Drag::none;
    m.cancelled = false;
  }
  if (over && ImGui::IsMouseDoubleClicked(0)) {
    m.cancelled = true;  // the second press is no drag, and its release no click
    clicked(in, out, at, true);
  }
  if (m.drag == Drag::none && in.view.timeline_drag) out.add(TimelineDrag{false});  // called off by a key
  if (over && m.drag == Drag::none) {
    hover(in, out, at);
    wheel(in, out, at);
  } else if (m.drag == Drag::none) {
    tell_hover(in, out, {}, HoverPlace::timeline);
  }
  read_timeline_keys(in, out);
}

}  // namespace vidik
