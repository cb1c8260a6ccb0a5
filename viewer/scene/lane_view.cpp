#include "scene/symbols.h"
#include "scene/timeline.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kFade = 12;  // LOOK §7: open-ended bars fade out over 12 px

// Solid where the event surely lasts; where its begin or end may lie it is as faint as a range of dates.
void draw_bar(Sheet& sheet, const LaneBar& bar, const Axis& axis, float y, float h, Color color,
              Status status) {
  const float a = std::max(bar.x0, axis.x0), b = std::min(bar.x1, axis.x1);
  if (b <= a) return;
  constexpr double kMaybe = 0.4;
  const bool hollow = status == Status::alleged || status == Status::disputed;
  const float sure0 = std::clamp(bar.sure_x0, a, b), sure1 = std::clamp(bar.sure_x1, a, b);
  const bool soft = (sure0 - a > 1 && !bar.open_begin) || (b - sure1 > 1 && !bar.open_end);
  // Rounded only where the bar itself ends.
  const auto piece = [&](float x0, float x1, double alpha) {
    if (x1 <= x0) return;
    const float radius = x0 == bar.x0 || x1 == bar.x1 ? std::min(h, x1 - x0) / 2 : 0;
    const Box2 box{x0, y, x1 - x0, h};
    if (hollow)
      sheet.top.rect(box, with_alpha(color, 0.18 * alpha), radius, with_alpha(color, alpha), 1);
    else
      sheet.top.rect(box, with_alpha(color, (status == Status::reported ? 0.75 : 1.0) * alpha), radius);
  };
  if (!soft) {
    piece(a, b, 1);
  } else if (sure1 > sure0) {
    piece(a, sure0, bar.open_begin ? 1 : kMaybe);
    piece(sure0, sure1, 1);
    piece(sure1, b, bar.open_end ? 1 : kMaybe);
  } else {
    piece(a, b, kMaybe);
  }
  const auto fade = [&](float from, float step) {
    for (int i = 0; i < 4; ++i)
      sheet.top.rect({from + step * static_cast<float>(step > 0 ? i : i + 1), y - 0.5f, kFade / 4, h + 1},
                     with_alpha(sheet.theme.plot, 0.2 + 0.2 * i));
  };
  if (bar.open_end) fade(std::max(bar.x0, b - kFade), kFade / 4);
  if (bar.open_begin) fade(std::min(b, a + kFade), -kFade / 4);
}

void draw_tick(Sheet& sheet, const LaneTick& tick, const Box2& lane, float y0, float y1) {
  const Snapshot& snapshot = *sheet.in.snapshot;
  const CategoryId category = snapshot.category(tick.event);
  const Status status = snapshot.layers[tick.event.layer]->columns.facts[tick.event.row].status();
  const Color color = sheet.category(category);
  const float room = y1 - y0;
  const float more = tick.count > 1 ? 2 * std::log2(static_cast<float>(tick.count)) : 0;
  const float h = std::min(6 + 2 * static_cast<float>(tick.severity) + more, room);
  const float y = (y0 + y1 - h) / 2;
  if (tick.range_x1 > tick.range_x0)
    sheet.top.rect({tick.range_x0, (y0 + y1) / 2 - 1.5f, tick.range_x1 - tick.range_x0, 3},
                   with_alpha(color, 0.5), 1.5f);
  const bool hollow = tick.count == 1 && (status == Status::alleged || status == Status::disputed);
  const float w = tick.severity >= 3 ? 2.6f : 2.0f;
  if (tick.severity >= 4 && tick.count <= 3) {
    Symbol s =
        symbol_mark(sheet, category, status, {tick.x, lane.y + lane.h / 2}, std::min(5.5f, lane.h / 2 - 2));
    s.casing = with_alpha(sheet.theme.plot, 0.9);
    sheet.top.mark(s);
  } else if (hollow) {
    sheet.top.path({{tick.x - 2, y}, {tick.x + 2, y}, {tick.x + 2, y + h}, {tick.x - 2, y + h}}, color, 1,
                   true, 2, 1.4f);
  } else {
    sheet.top.rect({tick.x - w / 2, y, w, h}, color, 0.8f);
  }
  Hit hit{tick.count > 1 ? HitKind::cluster : HitKind::event, {tick.x, (y0 + y1) / 2}, 5, tick.events};
  hit.count = tick.count;
  if (tick.count == 1)
    sheet.out.timeline.snaps.push_back(
        sheet.in.snapshot->layers[tick.event.layer]->times(tick.event.row).begin_earliest);
  sheet.out.timeline.marks.push_back(std::move(hit));
}

}  // namespace

void draw_selected_in_lane(Sheet& sheet, EventRef ref, const Axis& axis, const Box2& lane) {
  const Snapshot& snapshot = *sheet.in.snapshot;
  const EventTimes t = snapshot.layers[ref.layer]->times(ref.row);
  float x = axis.x_of(t.begin_earliest);
  const float end = axis.x_of(t.end_latest);
  if (end - x < 9) x = (x + end) / 2;
  if (x < axis.x0 || x > axis.x1) return;
  const Box2& plot = sheet.out.timeline.plot;
  sheet.top.line({x, plot.y + 20}, {x, lane.y + lane.h / 2 - 10}, with_alpha(sheet.theme.select, 0.7), 1, 3,
                 3);
  const CategoryId category = snapshot.category(ref);
  const Status status = snapshot.layers[ref.layer]->columns.facts[ref.row].status();
  const Px at{x, lane.y + lane.h / 2};
  const SymbolShape shape = symbol_shape(snapshot.categories[category]);
  sheet.top.mark(SymbolRing{at, 9, shape, sheet.theme.plot, 4.2f});
  sheet.top.mark(SymbolRing{at, 9, shape, sheet.theme.select, 1.75f});
  sheet.top.mark(symbol_mark(sheet, category, status, at, 5.5f));
}

void draw_lane(Sheet& sheet, const LaneMarks& marks, const Axis& axis, const Box2& lane) {
  const Snapshot& snapshot = *sheet.in.snapshot;
  const bool both = !marks.bars.empty() && !marks.ticks.empty();
  const float inner0 = lane.y + 2, inner1 = lane.y + lane.h - 1;
  // Ticks above, bars three px thin at the bottom; alone, each has the lane to itself.
  const int sub_rows = both ? std::min(marks.sub_rows, 2) : marks.sub_rows;
  const float rows = static_cast<float>(std::max(sub_rows, 1));
  const float bar_h = both ? (sub_rows > 1 ? 2.0f : 3.0f)
                           : std::clamp((inner1 - inner0) / rows - 1, 2.5f, sub_rows > 1 ? 5.0f : 6.0f);
  const float bars_h = rows * (bar_h + 1);
  const float bars_y = both ? inner1 - bars_h : (inner0 + inner1 - bars_h) / 2;
  for (const LaneBar& bar : marks.bars) {
    const EventRef ref = bar.event;
    const float y =
        bars_y + static_cast<float>(std::min(bar.sub_row, std::max(sub_rows, 1) - 1)) * (bar_h + 1);
    draw_bar(sheet, bar, axis, y, bar_h, sheet.category(snapshot.category(ref)),
             snapshot.layers[ref.layer]->columns.facts[ref.row].status());
    const float x0 = std::max(bar.x0, axis.x0), x1 = std::min(bar.x1, axis.x1);
    Hit hit{HitKind::event, {(x0 + x1) / 2, y + bar_h / 2}, std::max((x1 - x0) / 2, 3.0f), {ref}};
    hit.half_height = std::max(bar_h / 2, 3.0f);
    const EventTimes times = snapshot.layers[ref.layer]->times(ref.row);
    for (const Time t : {times.begin_earliest, times.end_latest})
      if (t != kOpenBegin && t != kOpenEnd) sheet.out.timeline.snaps.push_back(t);
    sheet.out.timeline.marks.push_back(std::move(hit));
  }
  for (const LaneTick& tick : marks.ticks) draw_tick(sheet, tick, lane, inner0, both ? bars_y - 1 : inner1);
}

}  // namespace vidik
