#include "scene/timeline.h"

#include "base/text.h"
#include "base/time_text.h"
#include "scene/key_hash.h"
#include "scene/ticks.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

TextStyle axis_style(const Sheet& sheet, bool major) {
  TextStyle style;
  style.size = 11.5f;
  style.color = major ? sheet.theme.text : sheet.theme.text2;
  style.digits = Digits::tabular;
  return style;
}

std::vector<Tick> ticks_of(Sheet& sheet, const Axis& axis, BlockedStretch blocked = {}) {
  const auto measure = [&](std::string_view text, bool major) {
    return sheet.top.width(text, axis_style(sheet, major));
  };
  return time_ticks(axis, sheet.zone, measure, blocked);
}

void draw_axis_lines(Sheet& sheet, const TimelinePlaces& places, const Axis& axis) {
  const float base = places.axis.y + places.axis.h;
  for (const Tick& tick : ticks_of(sheet, axis)) {
    if (tick.x < axis.x0 || axis.in_gap(tick.at)) continue;
    const float x = std::round(tick.x) + 0.5f;
    if (tick.major)
      sheet.top.line({x, places.axis.y + 2}, {x, places.plot.y + places.plot.h}, sheet.theme.line, 1);
    else
      sheet.top.line({x, base - 5}, {x, base}, sheet.theme.line_strong, 1);
  }
}

// The words make room for the flag.
void draw_axis_words(Sheet& sheet, const TimelinePlaces& places, const Axis& axis) {
  BlockedStretch flag;
  if (places.flag.w > 0) flag = {places.flag.x - 4, places.flag.w + 8};
  for (const Tick& tick : ticks_of(sheet, axis, flag)) {
    if (tick.label_width > 0)
      sheet.top.text(tick.label, {std::round(tick.label_x), places.axis.y + 12},
                     axis_style(sheet, tick.major));
  }
}

void draw_grounds(Sheet& sheet, const TimelinePlaces& places) {
  const Box2& t = sheet.view.timeline;
  sheet.top.rect(t, sheet.theme.panel);
  sheet.top.rect({t.x, t.y, t.w, 1}, sheet.theme.line);
  sheet.top.rect(places.plot, sheet.theme.plot);
}

void draw_lane_rules(Sheet& sheet, const TimelinePlaces& places) {
  for (const TimelinePlaces::Lane& lane : places.rows)
    sheet.top.rect({lane.box.x, lane.box.y, lane.box.w, 1}, with_alpha(sheet.theme.line, 0.7));
  const float base = places.histogram.y + places.histogram.h;
  sheet.top.rect({places.plot.x, base, places.plot.w, 1}, sheet.theme.line_strong);
}

// Veils of the ground's colour leave of the marks what their tone says; the window is lighter, what lies outside it darker.
void draw_veils(Sheet& sheet, const TimelinePlaces& places, const Axis& axis) {
  constexpr float kStep = 4;  // px of a ramp that share one tone
  const TimeView& time = sheet.view.time;
  if (time.mode == Mode::all) return;
  const float y = places.histogram.y, h = places.plot.y + places.plot.h - y;
  const std::vector<Tone> tones = tones_of(time, axis);
  for (const Tone& t : tones) {
    const float step = t.alpha0 == t.alpha1 ? t.x1 - t.x0 : kStep;
    for (float x = t.x0; x < t.x1; x += step) {
      const float w = std::min(step, t.x1 - x), tone = alpha_at(std::span(&t, 1), x + w / 2);
      if (tone < 1) sheet.top.rect({x, y, w, h}, with_alpha(sheet.theme.plot, 1 - tone));
    }
  }
  const float a = std::clamp(axis.x_of(time.window.begin), axis.x0, axis.x1);
  const float b = std::clamp(axis.x_of(time.window.end), axis.x0, axis.x1);
  const Color tint = sheet.dark() ? with_alpha(rgb(0xFFFFFF), 0.05) : with_alpha(rgb(0x171D22), 0.03);
  const Color shade = with_alpha(sheet.dark() ? rgb(0x000000) : sheet.theme.plot, 0.22);
  sheet.top.rect({a, places.plot.y, b - a, places.plot.h}, tint);
  sheet.top.rect({axis.x0, y, a - axis.x0, h}, shade);
  sheet.top.rect({b, y, axis.x1 - b, h}, shade);
}

void draw_handle(Sheet& sheet, const Box2& handle, const TimelinePlaces& places) {
  const Theme& theme = sheet.theme;
  const float x = std::round(handle.x + handle.w / 2) + 0.5f;
  sheet.top.line({x, handle.y + handle.h}, {x, places.plot.y + places.plot.h}, with_alpha(theme.handle, 0.8),
                 1);
  sheet.top.rect(handle, theme.handle, 3, theme.panel, 1);
  for (const float off : {-1.5f, 1.5f})
    sheet.top.line({x + off, handle.y + 6}, {x + off, handle.y + 12}, theme.panel, 1);
}

void draw_window(Sheet& sheet, const TimelinePlaces& places) {
  const TimeView& time = sheet.view.time;
  if (time.mode == Mode::all || places.window_body.w <= 0) return;
  const Box2& body = places.window_body;
  sheet.top.rect({body.x, body.y + 7, body.w, 4}, sheet.theme.handle);
  for (const Box2& handle : {places.handle_begin, places.handle_end})
    if (handle.w > 0) draw_handle(sheet, handle, places);
}

void draw_playhead(Sheet& sheet, const TimelinePlaces& places) {
  if (places.playhead.w <= 0) return;
  const Theme& theme = sheet.theme;
  const float x = places.playhead.x + places.playhead.w / 2;
  const float y0 = places.flag.y + places.flag.h;
  sheet.top.line({x, y0}, {x, places.plot.y + places.plot.h}, with_alpha(theme.plot, 0.7), 4);
  sheet.top.line({x, y0}, {x, places.plot.y + places.plot.h}, theme.select, 1.75f);
  sheet.top.rect(places.flag, theme.select, 4);
  sheet.top.area({{x - 5, y0 - 0.5f}, {x + 5, y0 - 0.5f}, {x, y0 + 4.5f}}, theme.select);
  TextStyle style;
  style.face = Face::semibold;
  style.size = 12;
  style.color = sheet.dark() ? theme.on_accent : rgb(0xFFFFFF);
  style.anchor = Anchor::centre;
  style.digits = Digits::tabular;
  sheet.top.text(flag_words(sheet.view, sheet.zone),
                 {places.flag.x + places.flag.w / 2, places.flag.y + 15.5f}, style);
}

void size_flag(Sheet& sheet, TimelinePlaces& places) {
  if (places.playhead.w <= 0) return;
  TextStyle style;
  style.face = Face::semibold;
  style.size = 12;
  style.digits = Digits::tabular;
  const float w = sheet.top.width(flag_words(sheet.view, sheet.zone), style) + 16;
  const float x = places.flag.x - w / 2;
  const float most = places.plot.x + places.plot.w + 12 - w;
  places.flag.x = std::clamp(x, std::min(places.plot.x - 12, most), most);
  places.flag.w = w;
}

// All that the part which stays depends on.
std::uint64_t kept_key(const Sheet& sheet, const TimelineRows& rows, const TimelineScale& scale) {
  const ViewState& view = sheet.view;
  KeyHash key;
  for (const float v :
       {view.timeline.x, view.timeline.y, view.timeline.w, view.timeline.h, view.plot_x, view.scale})
    key.add(v);
  key.add(view.size.width), key.add(view.size.height);
  key.add(view.timeline_span.begin.us), key.add(view.timeline_span.end.us);
  key.add(view.theme), key.add(view.names.first), key.add(view.zone);
  key.add(sheet.in.indexes->serial), key.add(rows.serial);
  const TimelineStyle& style = view.timeline_style;
  key.add(style.lanes), key.add(style.bars), key.add(style.scale), key.add(view.first_lane);
  key.add(style.share), key.add(style.year_before), key.add(style.in_map), key.add(style.fold_gaps);
  key.add(range_row_count(style));
  for (std::size_t i = 0; i < sheet.in.snapshot->layers.size(); ++i) key.add(sheet.layer_on(i));
  key.add(view.timeline_drag ? scale.top : 0);
  return key.value();
}

void add_bars(TimelinePlaces& places, const Bars& bars, const Axis& axis) {
  places.bars.clear();
  for (std::size_t i = 0; i < bars.size(); ++i) {
    TimelinePlaces::Bar bar{
        axis.x_of(bars.edges[i]), axis.x_of(bars.edges[i + 1]), {bars.edges[i], bars.edges[i + 1]}, {}, {}};
    const auto at = bars.counts.begin() + static_cast<std::ptrdiff_t>(i * bars.categories);
    bar.counts.assign(at, at + static_cast<std::ptrdiff_t>(bars.categories));
    if (!bars.before.empty()) bar.year_before = bars.before[i];
    places.bars.push_back(std::move(bar));
  }
}

void draw_kept(Sheet& sheet, const TimelineRows& rows, const Axis& axis, TimelineScale& scale) {
  TimelinePlaces& places = sheet.out.timeline;
  const TimelineStyle& style = sheet.view.timeline_style;
  const CalendarStep step = bar_step(axis);
  const Bars bars = count_bars(rows, style, sheet.view.layer_on, axis, step, sheet.zone);
  if (!sheet.view.timeline_drag) scale.top = nice_top(std::max<std::uint64_t>(bars.largest(), 1));
  add_bars(places, bars, axis);
  places.marks.clear();
  places.snaps.clear();

  draw_grounds(sheet, places);
  draw_axis_lines(sheet, places, axis);
  draw_lane_rules(sheet, places);
  sheet.top.clip(places.plot);
  const Tone whole{axis.x0, axis.x1, 1, 1};
  draw_histogram(sheet, bars, axis, places.histogram, std::span(&whole, 1),
                 {scale.top, style.scale, style.share});
  for (const TimelinePlaces::Lane& row : places.rows)
    draw_lane(sheet, lane_marks(rows.lanes->lanes[row.lane].parts, sheet.view.layer_on, axis), axis, row.box);
  draw_gaps(sheet, axis, places.plot.y, places.plot.y + places.plot.h);
  sheet.top.unclip();
  std::sort(places.snaps.begin(), places.snaps.end());
  draw_overview(sheet, places);
  draw_gutter(sheet, places, rows, step, scale.top);
}

// Rings round the ticks of those that were taken together, and of the one under the pointer.
void draw_picked(Sheet& sheet, const TimelinePlaces& places) {
  if (sheet.in.picked.empty() && !sheet.in.hovered) return;
  for (const Hit& mark : places.marks) {
    const bool hovered = sheet.in.hovered && std::find(mark.events.begin(), mark.events.end(),
                                                       *sheet.in.hovered) != mark.events.end();
    const bool picked =
        std::any_of(mark.events.begin(), mark.events.end(), [&](EventRef e) { return sheet.picked(e); });
    if (!hovered && !picked) continue;
    const float half_w = mark.half_height > 0 ? mark.radius + 2 : 4.5f;
    const float half_h = mark.half_height > 0 ? mark.half_height + 2 : 7;
    sheet.top.rect({mark.at.x - half_w, mark.at.y - half_h, half_w * 2, half_h * 2}, {0, 0, 0, 0}, 3,
                   with_alpha(sheet.theme.select, picked ? 1.0 : 0.7), 1.5f);
  }
}

// In each lane that has it: an event of two actors stands in two.
void draw_selected(Sheet& sheet, const TimelinePlaces& places, const TimelineRows& rows, const Axis& axis) {
  if (!sheet.in.selected || !sheet.layer_on(sheet.in.selected->layer)) return;
  const EventRef event = *sheet.in.selected;
  for (const TimelinePlaces::Lane& row : places.rows)
    for (const LanePart& part : rows.lanes->lanes[row.lane].parts)
      if (part.layer == event.layer && part.index->has(event.row))
        draw_selected_in_lane(sheet, event, axis, row.box);
}

}  // namespace

void draw_timeline(Sheet& sheet, TimelineScale& scale) {
  const Snapshot& snapshot = *sheet.in.snapshot;
  TimelinePlaces& places = sheet.out.timeline;
  KeptPart& kept = sheet.out.list.kept;
  if (!sheet.view.furniture.timeline || sheet.view.timeline.h <= 0) {
    places = {};
    kept = {};
    return;
  }
  TimelinePlaces before = std::move(places);
  TimelineRows made;
  if (sheet.in.timeline == nullptr) {
    const IndexesRef borrowed(std::shared_ptr<void>(), sheet.in.indexes);
    made = make_timeline_rows(borrowed, sheet.view.timeline_style, sheet.map);
    if (!sheet.view.timeline_style.in_map) made.serial = 0;  // the indexes' serial says enough
  }
  const TimelineRows& rows = sheet.in.timeline != nullptr ? *sheet.in.timeline : made;
  places = lay_out_timeline(sheet.view, rows.lanes->lanes.size(), snapshot.time_range(), rows.gaps);
  places.bars = std::move(before.bars);
  places.marks = std::move(before.marks);
  places.snaps = std::move(before.snaps);
  size_flag(sheet, places);
  const Axis axis = places.plot_axis();
  const std::uint64_t key = kept_key(sheet, rows, scale);
  if (!kept.list || kept.key != key) {
    const auto list = std::make_shared<DrawList>();
    list->size = sheet.out.list.size;
    list->scale = sheet.out.list.scale;
    Sheet still{sheet.in,
                sheet.view,
                sheet.theme,
                sheet.zone,
                sheet.map,
                sheet.out,
                Pen(*list, list->base, *sheet.in.fonts),
                Pen(*list, list->top, *sheet.in.fonts)};
    draw_kept(still, rows, axis, scale);
    kept = {sheet.view.timeline, key, list};
  }
  draw_veils(sheet, places, axis);
  draw_axis_words(sheet, places, axis);
  sheet.top.clip(places.plot);
  draw_picked(sheet, places);
  draw_selected(sheet, places, rows, axis);
  sheet.top.unclip();
  draw_ranges(sheet, places);
  draw_window(sheet, places);
  draw_overview_cursor(sheet, places);
  draw_playhead(sheet, places);
}

}  // namespace vidik
