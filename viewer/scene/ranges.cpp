// Ranges of time that have a name: a bracket with the name over the axis, and its ends down through the plot. And the marks
// of gaps that are folded.

#include "scene/timeline.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vidik {

namespace {

// Each range's row: the first in which none before it is under way; the last takes what finds no room.
std::vector<int> rows_of_ranges(const TimelineStyle& style) {
  const std::vector<NamedRange>& ranges = style.ranges;
  std::vector<std::size_t> order(ranges.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return ranges[a].span.begin < ranges[b].span.begin; });
  std::vector<int> rows(ranges.size(), 0);
  Time ends[kMostRangeRows];
  std::fill(std::begin(ends), std::end(ends), kOpenBegin);
  for (const std::size_t i : order) {
    int row = 0;
    while (row + 1 < kMostRangeRows && ends[row] > ranges[i].span.begin) ++row;
    ends[row] = std::max(ends[row], plus(ranges[i].span.end, 1));
    rows[i] = row;
  }
  return rows;
}

}  // namespace

int range_row_count(const TimelineStyle& style) {
  if (!style.ranges_shown || style.ranges.empty()) return 0;
  const std::vector<int> rows = rows_of_ranges(style);
  return 1 + *std::max_element(rows.begin(), rows.end());
}

void lay_out_ranges(const ViewState& view, TimelinePlaces& p) {
  const TimelineStyle& style = view.timeline_style;
  const std::vector<int> rows = rows_of_ranges(style);
  const float left = p.plot.x, right = p.plot.x + p.plot.w;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Span span = style.ranges[i].span;
    const float a = p.x_of(span.begin), b = p.x_of(span.end);
    if (b < left || a > right) continue;
    const float x0 = std::max(a, left), x1 = std::min(b, right);
    const float y = p.range_rows.y + static_cast<float>(rows[i]) * kRangeRow;
    p.ranges.push_back({{x0, y, x1 - x0, kRangeRow}, i});
  }
}

void draw_ranges(Sheet& sheet, const TimelinePlaces& places) {
  const Theme& theme = sheet.theme;
  const float bottom = places.plot.y + places.plot.h, right = places.plot.x + places.plot.w;
  TextStyle style;
  style.size = 11;
  style.color = theme.text;
  for (const TimelinePlaces::Range& range : places.ranges) {
    const NamedRange& named = sheet.view.timeline_style.ranges[range.index];
    const Box2& box = range.box;
    const bool note = named.span.begin == named.span.end;
    const auto edge = [&](Time t) {
      const float x = std::round(places.x_of(t)) + 0.5f;
      if (x < places.plot.x || x > right) return;
      sheet.top.line({x, box.y + 2}, {x, bottom}, with_alpha(theme.text2, 0.45), 1, 2, 3);
    };
    edge(named.span.begin);
    if (!note) {
      edge(named.span.end);
      sheet.top.rect({box.x, box.y + 1, box.w, kRangeRow - 2}, with_alpha(theme.text2, 0.16), 3);
      sheet.top.rect({box.x, box.y + kRangeRow - 3, box.w, 1.5f}, with_alpha(theme.text2, 0.7));
    } else {
      sheet.top.area({{box.x - 4, box.y + 2}, {box.x + 4, box.y + 2}, {box.x, box.y + 8}}, theme.text2);
    }
    // A note's name stands to its right until the next one of its row.
    float room = box.w - 8;
    if (note) {
      room = right - box.x - 8;
      for (const TimelinePlaces::Range& other : places.ranges)
        if (other.box.y == box.y && other.box.x > box.x) room = std::min(room, other.box.x - box.x - 12);
    }
    const std::string words = fitted(sheet.top, named.name, style, room);
    if (room > 14) sheet.top.text(words, {box.x + (note ? 7 : 5), box.y + 10.5f}, style);
  }
}

void draw_gaps(Sheet& sheet, const Axis& axis, float y0, float y1) {
  axis.each_gap([&](Span gap) {
    const float a = axis.x_of(gap.begin), b = axis.x_of(gap.end);
    sheet.top.rect({a, y0, b - a, y1 - y0}, sheet.theme.panel);
    for (const float x : {a, b}) {
      std::vector<Px> torn;
      bool out = false;
      for (float y = y0; y <= y1; y += 4, out = !out) torn.push_back({x + (out ? 1.5f : -1.5f), y});
      sheet.top.path(torn, sheet.theme.line_strong, 1);
    }
  });
}

}  // namespace vidik
