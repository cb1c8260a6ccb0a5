#include "scene/timeline.h"

#include "base/time_text.h"
#include "index/visible.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

// LOOK §7, top to bottom.
constexpr float kFlag = 18, kAxis = 20, kHistogram = 44, kGap = 8, kGapBelow = 6, kOverview = 26, kFoot = 4;
constexpr float kLane = 16, kLeastLane = 12, kMostLane = 22;
constexpr float kRight = 16;  // px right of the plot

}  // namespace

float TimelinePlaces::x_of(Time t) const { return plot_axis().x_of(t); }
Time TimelinePlaces::time_at(float x) const { return plot_axis().time_at(x); }

float timeline_height(std::size_t lanes, int page_height, int range_rows) {
  const float fixed = kFlag + kAxis + kHistogram + kFoot;
  if (page_height < 640) return fixed;
  if (page_height < 760) return fixed + kGapBelow + kOverview;
  const auto shown = static_cast<float>(std::clamp<std::size_t>(lanes, 1, 8));
  return fixed + static_cast<float>(range_rows) * kRangeRow + kGap + shown * kLane + kGapBelow + kOverview;
}

TimelinePlaces lay_out_timeline(const ViewState& view, std::size_t lanes, Span data_range,
                                std::span<const Span> gaps) {
  TimelinePlaces p;
  p.gaps.assign(gaps.begin(), gaps.end());
  const Box2& t = view.timeline;
  p.span = view.timeline_span.begin < view.timeline_span.end ? view.timeline_span : data_range;
  if (!(p.span.begin < p.span.end)) p.span = {p.span.begin, plus(p.span.begin, kMicrosPerDay)};
  p.overview_span = data_range.begin < data_range.end ? data_range : p.span;
  if (t.h <= 0 || t.w <= 0) return p;
  const float x0 = std::clamp(view.plot_x, t.x, t.x + t.w - 40), w = std::max(24.0f, t.x + t.w - kRight - x0);
  const float bottom = t.y + t.h - kFoot;
  // Names of ranges stand over the axis, where the page is high enough for lanes.
  const float ranges =
      view.size.height < 760 ? 0 : static_cast<float>(range_row_count(view.timeline_style)) * kRangeRow;
  p.range_rows = {x0, t.y + kFlag, w, ranges};
  p.axis = {x0, t.y + kFlag + ranges, w, kAxis};
  p.histogram = {x0, p.axis.y + kAxis, w, kHistogram};
  float y = p.histogram.y + kHistogram;
  const bool with_overview = bottom - y >= kGapBelow + kOverview;
  const float lanes_end = with_overview ? bottom - kGapBelow - kOverview : bottom;
  const float room = lanes_end - y - kGap;
  p.all_lanes = lanes;
  const auto shown = std::min<std::size_t>(lanes, room > 0 ? static_cast<std::size_t>(room / kLeastLane) : 0);
  const std::size_t first = std::min(view.first_lane, lanes - shown);
  p.lanes = {x0, y, w, 0};
  if (shown > 0) {
    y += kGap;
    const float lane = std::clamp(room / static_cast<float>(shown), kLeastLane, kMostLane);
    p.lanes = {x0, y, w, lane * static_cast<float>(shown)};
    for (std::size_t i = 0; i < shown; ++i, y += lane) p.rows.push_back({{x0, y, w, lane}, first + i});
  }
  p.plot = {x0, p.axis.y, w, y - p.axis.y};
  if (with_overview) p.overview = {x0, bottom - kOverview, w, kOverview};

  const auto inside = [&](float x) { return std::clamp(x, x0, x0 + w); };
  const float begin = inside(p.x_of(view.time.window.begin)), end = inside(p.x_of(view.time.window.end));
  const float cursor = p.x_of(view.time.cursor);
  const float handle_y = p.axis.y + kAxis - 11;
  p.window_body = {begin, handle_y, end - begin, 18};
  // An edge that is out of view has no handle to grab.
  const auto shown_at = [&](Time edge) { return p.span.begin <= edge && edge <= p.span.end; };
  if (shown_at(view.time.window.begin)) p.handle_begin = {begin - 5, handle_y, 10, 18};
  if (shown_at(view.time.window.end)) p.handle_end = {end - 5, handle_y, 10, 18};
  if (cursor >= x0 - 0.5f && cursor <= x0 + w + 0.5f) {
    p.playhead = {cursor - 8, t.y, 16, p.plot.y + p.plot.h - t.y};
    p.flag = {cursor, t.y, 0, 22};  // its width is known once the words are
  }
  if (ranges > 0) lay_out_ranges(view, p);
  return p;
}

std::vector<Tone> tones_of(const TimeView& time, const Axis& axis) {
  constexpr float kActive = 1, kInside = 0.5f, kOutside = 0.36f;  // LOOK §7
  const float x0 = axis.x0, x1 = axis.x1;
  if (time.mode == Mode::all) return {{x0, x1, kActive, kActive}};
  const auto inside = [&](float x) { return std::clamp(x, x0, x1); };
  const float wb = inside(axis.x_of(time.window.begin)), we = inside(axis.x_of(time.window.end));
  const float c = std::clamp(inside(axis.x_of(time.cursor)), wb, we);
  std::vector<Tone> tones{{x0, wb, kOutside, kOutside}};
  switch (time.mode) {
    case Mode::instant: {
      const Span tested = *tested_span(time);
      const float a = std::clamp(inside(axis.x_of(tested.begin)), wb, we);
      const float b = std::clamp(inside(axis.x_of(tested.end)), a, we);
      tones.insert(tones.end(),
                   {{wb, a, kInside, kInside}, {a, b, kActive, kActive}, {b, we, kInside, kInside}});
      break;
    }
    case Mode::window:
      tones.push_back({wb, we, kActive, kActive});
      break;
    case Mode::trail: {
      // The ramp belongs to the whole trail, also where its beginning is out of view.
      const float full0 = axis.x_of(time.window.begin),
                  full1 = std::max(axis.x_of(time.cursor), full0 + 0.01f);
      const auto ramp = [&](float x) {
        return std::clamp(0.3f + 0.7f * (x - full0) / (full1 - full0), 0.3f, 1.0f);
      };
      tones.insert(tones.end(), {{wb, c, ramp(wb), ramp(c)}, {c, we, kInside, kInside}});
      break;
    }
    default:
      tones.insert(tones.end(), {{wb, c, kActive, kActive}, {c, we, kInside, kInside}});
      break;
  }
  tones.push_back({we, x1, kOutside, kOutside});
  std::erase_if(tones, [](const Tone& t) { return t.x1 <= t.x0; });
  return tones;
}

float alpha_at(std::span<const Tone> tones, float x) {
  for (const Tone& t : tones)
    if (x < t.x1 || &t == &tones.back())
      return x <= t.x0 ? t.alpha0
                       : t.alpha0 + (t.alpha1 - t.alpha0) * std::min(1.0f, (x - t.x0) / (t.x1 - t.x0));
  return 1;
}

std::string flag_words(const ViewState& view, const TimeZone& zone) {
  const Time t = view.time.cursor;
  const CivilTime c = zone.to_civil(t);
  // Midnight is the end of the day that is shown, not the beginning of the next one.
  if (c.hour == 0 && c.minute == 0 && c.second == 0) return weekday_date_words(plus(t, -1), zone);
  const double days = static_cast<double>(view.timeline_span.end.us - view.timeline_span.begin.us) /
                      static_cast<double>(kMicrosPerDay);
  if (days > 21) return weekday_date_words(t, zone);
  char clock[16];
  std::snprintf(clock, sizeof clock, ", %02d:%02d", c.hour, c.minute);
  return weekday_date_words(t, zone) + clock;
}

}  // namespace vidik
