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
  if (last.rows.size() < kMostRows) last.rows.push_back(tick.row);
  if (tick.severity > last.severity) last.severity = tick.severity, last.row = tick.row;
  last.range_x0 = last.range_x1 = 0;
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

LaneMarks lane_marks(const TimeIndex& index, const Axis& axis) {
  LaneMarks result;
  const Layer& layer = index.layer();
  Row first = 0, last = 0;
  index.beginning_in(widened(axis), first, last);
  if (last - first > kMostEach) {
    result.folded = true;
    for (const FoldedMark& f : fold_begins(index, axis)) {
      const Row row = index.row_at(f.first);
      LaneTick tick{axis.x_of(f.at), f.count, row, layer.columns.facts[row].severity(), 0, 0, {}};
      for (Row k = 0; k < f.count && k < kMostRows; ++k) tick.rows.push_back(index.row_at(f.first + k));
      result.ticks.push_back(std::move(tick));
    }
    return result;
  }
  std::vector<Row> rows;
  std::uint32_t open = 0;
  const std::vector<Time> edge{axis.span.begin, plus(axis.span.begin, 1)};
  index.count_active(edge, std::span(&open, 1));
  if (open <= kMostEach) {
    std::vector<Row> positions;
    index.still_open_at(axis.span.begin, first, positions);
    for (const Row p : positions) rows.push_back(index.row_at(p));
  }
  for (Row p = first; p < last; ++p) rows.push_back(index.row_at(p));

  std::array<float, 3> ends{-1e9f, -1e9f, -1e9f};
  std::vector<LaneTick> ticks;
  for (const Row row : rows) {
    const EventTimes t = layer.times(row);
    const float x0 = axis.x_of(t.begin_earliest), x1 = axis.x_of(t.end_latest);
    const bool wide = x1 - x0 >= kLeastBarPx;
    if (wide && lasts(layer, row, t)) {
      LaneBar bar;
      bar.open_begin = t.begin_earliest == kOpenBegin;
      bar.open_end = t.end_latest == kOpenEnd;
      bar.x0 = std::max(x0, axis.x0 - 8);
      bar.x1 = std::min(x1, axis.x1 + 8);
      if (bar.x1 < axis.x0 || bar.x0 > axis.x1) continue;
      bar.sub_row = sub_row_for(ends, bar.x0, bar.x1);
      bar.row = row;
      result.sub_rows = std::max(result.sub_rows, bar.sub_row + 1);
      result.bars.push_back(bar);
    } else {
      const float x = x1 > x0 ? (x0 + x1) / 2 : x0;
      if (x < axis.x0 || x > axis.x1) continue;
      LaneTick tick{x, 1, row, layer.columns.facts[row].severity(), 0, 0, {row}};
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
