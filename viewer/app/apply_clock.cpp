#include "app/apply_clock.h"

#include "app/playback.h"
#include "app/step_name.h"
#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr std::size_t kMostRanges = 200;

void show_days(Stage s, const StageFacts& facts, int days) {
  if (days <= 0) {
    if (!(facts.data_range.begin < facts.data_range.end)) return;
    const std::int64_t margin = (facts.data_range.end.us - facts.data_range.begin.us) / 50;
    s.view.timeline_span = {plus(facts.data_range.begin, -margin), plus(facts.data_range.end, margin)};
    return;
  }
  const std::int64_t whole = days * kMicrosPerDay;
  const Span& window = s.view.time.window;
  const std::int64_t window_length = window.end.us - window.begin.us;
  // The whole window in the middle when it fits, else the playhead.
  const Time middle = window_length < whole ? plus(window.begin, window_length / 2) : s.view.time.cursor;
  s.view.timeline_span = {plus(middle, -whole / 2), plus(middle, whole - whole / 2)};
}

void play(Stage s, const StageFacts& facts, bool on) {
  s.desk.playing = on;
  if (!on) return;
  // Where it could not go on it begins again, from the other side.
  TimeView& time = s.view.time;
  const Span data = facts.data_range;
  const bool back = s.desk.playback.reverse;
  if (time.mode == Mode::window) {
    const bool at_end = back ? time.window.begin <= data.begin : time.window.end >= data.end;
    if (!at_end || !(data.begin < data.end)) return;
    const std::int64_t by = back ? data.end.us - time.window.end.us : data.begin.us - time.window.begin.us;
    set_window(time, {plus(time.window.begin, by), plus(time.window.end, by)}, plus(time.cursor, by));
  } else if (back ? time.cursor <= time.window.begin : time.cursor >= time.window.end) {
    set_cursor(time, back ? time.window.end : time.window.begin);
  }
}

// A playhead that was sent out of the timeline's sight takes it along; in a drag the hand does.
void keep_in_sight(ViewState& view) {
  const Span shown = view.timeline_span;
  const Time at = view.time.cursor;
  if (view.timeline_drag || !(shown.begin < shown.end) || (at >= shown.begin && at <= shown.end)) return;
  const std::int64_t whole = shown.end.us - shown.begin.us;
  view.timeline_span = {plus(at, -whole / 2), plus(at, whole - whole / 2)};
}

// No further out than there is something to see: ten times the data and the window together.
Span within_reason(Span span, Span data, Span window) {
  if (!(data.begin < data.end)) data = window;
  const Time first = std::min(data.begin, window.begin), last = std::max(data.end, window.end);
  const double most = 10 * std::max(static_cast<double>(last.us) - static_cast<double>(first.us),
                                    static_cast<double>(kMicrosPerDay));
  const double length = static_cast<double>(span.end.us) - static_cast<double>(span.begin.us);
  if (length <= most) return span;
  const auto cut = static_cast<std::int64_t>(std::min((length - most) / 2, 4e18));
  return {plus(span.begin, cut), plus(span.end, -cut)};
}

// From one zone to another, reading the same on the clock.
void change_zone(Stage s, const StageFacts& facts, const std::string& name, Effects& effects) {
  if (name == s.view.zone) return;
  const auto zone = TimeZone::find(name);
  if (!zone) return notice(s.desk, "There is no time zone \"" + for_ui(name) + "\"");
  const auto moved = [&](Time t) {
    return t == kOpenBegin || t == kOpenEnd ? t : zone->to_time(facts.zone.to_civil(t));
  };
  const auto moved_span = [&](Span span) { return Span{moved(span.begin), moved(span.end)}; };
  TimeView& time = s.view.time;
  time.window = moved_span(time.window);
  time.cursor = std::clamp(moved(time.cursor), time.window.begin, time.window.end);
  time.moment = moved_span(time.moment);
  s.view.timeline_span = moved_span(s.view.timeline_span);
  for (NamedRange& range : s.view.timeline_style.ranges) range.span = moved_span(range.span);
  s.view.zone = name;
  s.desk.playing = false;
  effects.zone = name;
}

void change_speed(Playback& playback, int steps) {
  // To the next named speed beyond the present one, which may have been typed.
  for (; steps > 0; --steps) {
    const auto* faster = std::find_if(kSpeeds.begin(), kSpeeds.end(), [&](const Speed& one) {
      return one.us_per_second > playback.us_per_second;
    });
    if (faster != kSpeeds.end()) playback.us_per_second = faster->us_per_second;
  }
  for (; steps < 0; ++steps) {
    const auto slower = std::find_if(kSpeeds.rbegin(), kSpeeds.rend(), [&](const Speed& one) {
      return one.us_per_second < playback.us_per_second;
    });
    if (slower != kSpeeds.rend()) playback.us_per_second = slower->us_per_second;
  }
}

}  // namespace

bool change_clock(const Intent& intent, Stage s, const StageFacts& facts, Effects& effects) {
  ViewState& v = s.view;
  return std::visit(Overloaded{[&](const SetCursor& c) {
                                 set_cursor(v.time, c.to);
                                 keep_in_sight(v);
                                 return true;
                               },
                               [&](const SetWindow& w) {
                                 set_window(v.time, w.window, w.cursor);
                                 keep_in_sight(v);
                                 return true;
                               },
                               [&](const SetMode& m) {
                                 v.time.mode = m.mode;
                                 return true;
                               },
                               [&](const SetTest& t) {
                                 v.time.test = t.test;
                                 v.time.sureness = t.sureness;
                                 return true;
                               },
                               [&](const SetStep& step) {
                                 if (step.us > 0) v.time.step_us = step.us;
                                 return true;
                               },
                               [&](const StepCursor& step) {
                                 step_cursor(v.time, step.steps, facts.zone);
                                 keep_in_sight(v);
                                 return true;
                               },
                               [&](const CursorToEnd& e) {
                                 set_cursor(v.time, e.end ? v.time.window.end : v.time.window.begin);
                                 return true;
                               },
                               [&](const SetZone& z) {
                                 change_zone(s, facts, z.name, effects);
                                 return true;
                               },
                               [&](const SetTimelineSpan& t) {
                                 if (t.span.begin < t.span.end)
                                   v.timeline_span = within_reason(t.span, facts.data_range, v.time.window);
                                 return true;
                               },
                               [&](const ShowDays& t) {
                                 show_days(s, facts, t.days);
                                 return true;
                               },
                               [&](const SetTimelineStyle& t) {
                                 if (t.style.ranges.size() > kMostRanges) {
                                   notice(s.desk, "No more than 200 ranges are kept; delete one first");
                                   return true;
                                 }
                                 if (t.style.lanes != v.timeline_style.lanes) v.first_lane = 0;
                                 v.timeline_style = t.style;
                                 return true;
                               },
                               [&](const SaveTimeline&) {
                                 effects.save_timeline = true;
                                 return true;
                               },
                               [&](const ScrollLanes& l) {
                                 v.first_lane = l.first;
                                 return true;
                               },
                               [&](const TimelineDrag& t) {
                                 v.timeline_drag = t.on;
                                 return true;
                               },
                               [&](const Play& p) {
                                 play(s, facts, p.on);
                                 return true;
                               },
                               [&](const SetPlayback& p) {
                                 if (p.playback.us_per_second > 0) s.desk.playback = p.playback;
                                 return true;
                               },
                               [&](const ChangeSpeed& c) {
                                 change_speed(s.desk.playback, c.steps);
                                 return true;
                               },
                               [](const auto&) { return false; }},
                    intent);
}

}  // namespace vidik
