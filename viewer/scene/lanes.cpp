#include "scene/lanes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vidik {

namespace {

constexpr float kLeastBarPx = 9;  // what lasts less than this on the screen is a tick
constexpr float kReachPx = 12;    // a tick that stands just outside still reaches in

Span widened(const Axis& axis) {
  const auto by = static_cast<std::int64_t>(std::min(axis.us_per_px() * kReachPx, 4e18));
  return {plus(axis.span.begin, -by), axis.span.end};
}

// Lasts, as opposed to "some time inside".
bool lasts(const Layer& layer, Row row, const EventTimes& t) {
  const Precision p = layer.columns.facts[row].precision();
  if (t.begin_earliest == kOpenBegin || t.end_latest == kOpenEnd) return true;
  if (p >= Precision::week) return t.end_earliest > t.begin_latest;
  // A whole day is an instant that is known to the day; two are not.
  return t.end_latest.us - t.begin_earliest.us > 26 * kMicrosPerHour ||
         (p < Precision::day && t.end_earliest > t.begin_latest);
}

// The first free of three rows; when all are taken the last one holds both.
int sub_row_for(std::array<float, 3>& ends, float x0, float x1) {
  for (std::size_t i = 0; i < ends.size(); ++i)
    if (x0 >= ends[i] + 2 || i + 1 == ends.size()) {
      ends[i] = std::max(ends[i], x1);
      return static_cast<int>(i);
    }
  return 2;
}

void add_tick(std::vector<LaneTick>& ticks, const LaneTick& tick) {
  if (ticks.empty() || tick.x - ticks.back().x >= static_cast<float>(kFoldPx)) {
    ticks.push_back(tick);
    return;
  }
  LaneTick& last = ticks.back();
  last.count += tick.count;
  for (const EventRef event : tick.events)
    if (last.events.size() < kMostNamed) last.events.push_back(event);
  if (tick.severity > last.severity) last.severity = tick.severity, last.event = tick.event;
  last.range_x0 = last.range_x1 = 0;
}

void add_folded(const LanePart& part, const Axis& axis, std::vector<LaneTick>& ticks) {
  const TimeIndex& index = *part.index;
  for (const FoldedMark& f : fold_begins(index, axis)) {
    const EventRef event{part.layer, index.row_at(f.first)};
    LaneTick tick{
        axis.x_of(f.at), f.count, event, index.layer().columns.facts[event.row].severity(), 0, 0, {}};
    for (Row k = 0; k < f.count && k < kMostNamed; ++k)
      tick.events.push_back({part.layer, index.row_at(f.first + k)});
    ticks.push_back(std::move(tick));
  }
}

// What begins in view, and what began before and is still open at its left edge.
void add_rows(const LanePart& part, const Axis& axis, std::vector<EventRef>& events) {
  const TimeIndex& index = *part.index;
  Row first = 0, last = 0;
  index.beginning_in(widened(axis), first, last);
  std::uint32_t open = 0;
  const std::vector<Time> edge{axis.span.begin, plus(axis.span.begin, 1)};
  index.count_active(edge, std::span(&open, 1));
  if (open <= kMostEach) {
    std::vector<Row> positions;
    index.still_open_at(axis.span.begin, first, positions);
    for (const Row p : positions) events.push_back({part.layer, index.row_at(p)});
  }
  for (Row p = first; p < last; ++p) events.push_back({part.layer, index.row_at(p)});
}

LaneBar bar_of(const EventTimes& t, EventRef event, const Axis& axis) {
  LaneBar bar;
  const auto inside = [&](float x) { return std::clamp(x, axis.x0 - 8, axis.x1 + 8); };
  bar.open_begin = t.begin_earliest == kOpenBegin;
  bar.open_end = t.end_latest == kOpenEnd;
  bar.x0 = inside(axis.x_of(t.begin_earliest));
  bar.x1 = inside(axis.x_of(t.end_latest));
  bar.sure_x0 = inside(axis.x_of(t.begin_latest));
  bar.sure_x1 = inside(axis.x_of(t.end_earliest));
  bar.event = event;
  return bar;
}

}  // namespace

std::vector<FoldedMark> fold_begins(const TimeIndex& index, const Axis& axis, double least_px) {
  std::vector<FoldedMark> marks;
  Row at = 0, last = 0;
  index.beginning_in(widened(axis), at, last);
  const auto step = static_cast<std::int64_t>(std::min(std::max(axis.us_per_px() * least_px, 1.0), 4e18));
  const auto& begin = index.layer().columns.begin;
  while (at < last) {
    const Time from{begin[index.row_at(at)]};
    Row first = 0, next = 0;
    index.beginning_in({from, plus(from, step)}, first, next);
    next = std::clamp(next, at + 1, last);
    marks.push_back({from, at, next - at});
    at = next;
  }
  return marks;
}

LaneMarks lane_marks(std::span<const LanePart> parts, const std::vector<bool>& on, const Axis& axis) {
  LaneMarks result;
  const auto is_on = [&](const LanePart& part) { return part.layer >= on.size() || on[part.layer]; };
  std::uint64_t in_view = 0;
  for (const LanePart& part : parts) {
    Row first = 0, last = 0;
    if (is_on(part)) part.index->beginning_in(widened(axis), first, last);
    in_view += last - first;
  }
  result.folded = in_view > kMostEach;
  std::vector<LaneTick> ticks;
  std::vector<EventRef> events;
  for (const LanePart& part : parts) {
    if (!is_on(part)) continue;
    if (result.folded)
      add_folded(part, axis, ticks);
    else
      add_rows(part, axis, events);
  }
  const auto layer_of = [&](EventRef e) -> const Layer& {
    const auto is = [&](const LanePart& part) { return part.layer == e.layer; };
    return std::find_if(parts.begin(), parts.end(), is)->index->layer();
  };
  if (parts.size() > 1)  // rows of one layer are in order already
    std::stable_sort(events.begin(), events.end(), [&](EventRef a, EventRef b) {
      return layer_of(a).columns.begin[a.row] < layer_of(b).columns.begin[b.row];
    });
  std::array<float, 3> ends{-1e9f, -1e9f, -1e9f};
  for (const EventRef event : events) {
    const Layer& layer = layer_of(event);
    const EventTimes t = layer.times(event.row);
    const float x0 = axis.x_of(t.begin_earliest), x1 = axis.x_of(t.end_latest);
    const bool wide = x1 - x0 >= kLeastBarPx;
    if (wide && lasts(layer, event.row, t)) {
      LaneBar bar = bar_of(t, event, axis);
      if (bar.x1 < axis.x0 || bar.x0 > axis.x1) continue;
      bar.sub_row = sub_row_for(ends, bar.x0, bar.x1);
      result.sub_rows = std::max(result.sub_rows, bar.sub_row + 1);
      result.bars.push_back(bar);
    } else {
      const float x = x1 > x0 ? (x0 + x1) / 2 : x0;
      if (x < axis.x0 || x > axis.x1) continue;
      LaneTick tick{x, 1, event, layer.columns.facts[event.row].severity(), 0, 0, {event}};
      if (wide) tick.range_x0 = x0, tick.range_x1 = x1;
      ticks.push_back(std::move(tick));
    }
  }
  std::stable_sort(ticks.begin(), ticks.end(),
                   [](const LaneTick& a, const LaneTick& b) { return a.x < b.x; });
  for (const LaneTick& tick : ticks) add_tick(result.ticks, tick);
  return result;
}

}  // namespace vidik
