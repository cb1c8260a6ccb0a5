#include "ui/timeline_drags.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr double kShortestSpan = static_cast<double>(kMicrosPerMinute) * 10;
// 12,000 years: more than the calendar has, and far from overflow.
constexpr double kLongestSpan = static_cast<double>(kMicrosPerDay) * 366 * 12'000;

double length(Span s) { return static_cast<double>(s.end.us) - static_cast<double>(s.begin.us); }
Time moved(Time t, double us) { return plus(t, std::llround(std::clamp(us, -9e18, 9e18))); }

bool near_x(const Box2& box, Px at, float wide) {
  const float middle = box.x + box.w / 2;
  return box.w > 0 && std::abs(at.x - middle) <= std::max(wide, box.w) / 2 && at.y >= box.y - 4 &&
         at.y <= box.y + box.h + 4;
}

}  // namespace

Drag grab_at(const TimelinePlaces& p, Px at) {
  if (p.overview.h > 0 && p.overview.contains(at.x, at.y)) {
    const float a = overview_x(p, p.span.begin), b = overview_x(p, p.span.end);
    if (std::abs(at.x - a) <= 6 && at.x <= (a + b) / 2) return Drag::overview_begin;
    if (std::abs(at.x - b) <= 6) return Drag::overview_end;
    return Drag::overview_pan;
  }
  if (p.flag.contains(at.x, at.y)) return Drag::playhead;
  if (near_x(p.handle_begin, at, 24)) return Drag::handle_begin;
  if (near_x(p.handle_end, at, 24)) return Drag::handle_end;
  if (near_x(p.playhead, at, 16)) return Drag::playhead;
  const Box2& body = p.window_body;
  if (body.w > 0 && at.x >= body.x && at.x < body.x + body.w && at.y >= body.y - 6 &&
      at.y <= body.y + body.h + 6) {
    return Drag::window_body;
  }
  if (at.x >= p.plot.x && at.x < p.plot.x + p.plot.w) return Drag::scrub;
  return Drag::none;
}

Time snapped(const TimelinePlaces& p, Time t) {
  const float x = p.x_of(t);
  float best = 6;
  Time out = t;
  const auto consider = [&](Time edge) {
    const float away = std::abs(p.x_of(edge) - x);
    if (away <= best) {
      best = away;
      out = edge;
    }
  };
  for (const TimelinePlaces::Bar& bar : p.bars) {
    consider(bar.span.begin);
    consider(bar.span.end);
  }
  for (const Time event : p.snaps) consider(event);
  return out;
}

Dragged drag_timeline(Drag drag, const TimelinePlaces& p, const Dragged& start, const DragNow& now) {
  Dragged out = start;
  const float wide = std::max(p.plot.w, 1.0f);
  const double per_px = length(p.span) / static_cast<double>(wide);
  const auto carried = [&](Time from) {
    if (p.gaps.empty()) return moved(from, static_cast<double>(now.dx) * per_px);
    return p.time_at(p.x_of(from) + now.dx);  // over a folded gap the hand goes faster
  };
  const auto settle = [&](Time t) { return now.free ? t : snapped(p, t); };
  switch (drag) {
    case Drag::scrub:
    case Drag::playhead: {
      // Scrubbing is smooth; the flag, taken in the hand, is set down on events and bars.
      const Time to = drag == Drag::scrub ? p.time_at(now.at.x) : settle(carried(start.cursor));
      out.cursor = std::clamp(to, start.window.begin, start.window.end);
      break;
    }
    case Drag::handle_begin:
      out.window.begin =
          std::min(settle(carried(start.window.begin)), plus(start.window.end, -kShortestWindow));
      out.cursor = std::max(out.cursor, out.window.begin);
      break;
    case Drag::handle_end:
      out.window.end = std::max(settle(carried(start.window.end)), plus(start.window.begin, kShortestWindow));
      out.cursor = std::min(out.cursor, out.window.end);
      break;
    case Drag::window_body: {
      const std::int64_t by = settle(carried(start.window.begin)).us - start.window.begin.us;
      out.window = {plus(start.window.begin, by), plus(start.window.end, by)};
      out.cursor = plus(start.cursor, by);
      break;
    }
    case Drag::plot_pan: {
      const double us = -static_cast<double>(now.dx) * per_px;
      out.span = {moved(start.span.begin, us), moved(start.span.end, us)};
      break;
    }
    case Drag::overview_pan: {
      const Time begin = overview_time(p, overview_x(p, start.span.begin) + now.dx);
      out.span = {begin, plus(begin, start.span.end.us - start.span.begin.us)};
      break;
    }
    case Drag::overview_begin:
      out.span.begin = std::min(overview_time(p, now.at.x), moved(start.span.end, -kShortestSpan));
      break;
    case Drag::overview_end:
      out.span.end = std::max(overview_time(p, now.at.x), moved(start.span.begin, kShortestSpan));
      break;
    default:
      break;
  }
  return out;
}

Span zoomed_span(Span span, Time at, double factor) {
  const double now = std::max(length(span), 1.0);
  const double wanted = std::clamp(now * factor, kShortestSpan, kLongestSpan);
  const double part =
      std::clamp((static_cast<double>(at.us) - static_cast<double>(span.begin.us)) / now, 0.0, 1.0);
  return {moved(at, -wanted * part), moved(at, wanted * (1 - part))};
}

Span shifted(Span span, double parts) {
  const double us = length(span) * parts;
  return {moved(span.begin, us), moved(span.end, us)};
}

Span span_round(const EventTimes& times) {
  const Time begin = times.begin_earliest == kOpenBegin ? times.end_latest : times.begin_earliest;
  const Time end = times.end_latest == kOpenEnd ? begin : std::max(times.end_latest, begin);
  if (begin == kOpenEnd) return {};
  const std::int64_t room = std::max<std::int64_t>(end.us - begin.us, kMicrosPerDay);
  return {plus(begin, -room), plus(end, room)};
}

float overview_x(const TimelinePlaces& p, Time t) { return p.overview_axis().x_of(t); }

Time overview_time(const TimelinePlaces& p, float x) { return p.overview_axis().time_at(x); }

}  // namespace vidik
