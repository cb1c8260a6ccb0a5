// The strip of a page: how many events begin in each bar of the window, and where the playhead is in it.

#include "base/text.h"
#include "base/time_text.h"
#include "scene/present.h"
#include "scene/ticks.h"
#include "scene/timeline.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr double kMostBars = 200;  // LOOK §10: a bar a day up to so many
constexpr CalendarStep kSteps[] = {
    {CalendarUnit::minute, 5}, {CalendarUnit::minute, 30}, {CalendarUnit::hour, 3},  {CalendarUnit::day, 1},
    {CalendarUnit::week, 1},   {CalendarUnit::month, 1},   {CalendarUnit::month, 3}, {CalendarUnit::year, 1},
    {CalendarUnit::year, 10},  {CalendarUnit::year, 100}};

CalendarStep step_for(Span span) {
  const double us = static_cast<double>(span.end.us) - static_cast<double>(span.begin.us);
  for (const CalendarStep step : kSteps)
    if (us / static_cast<double>(typical_us(step)) <= kMostBars) return step;
  return {CalendarUnit::year, 100};
}

// The window; without one all that has data.
Span shown_span(const Sheet& sheet) {
  const TimeView& time = sheet.view.time;
  const Span data = sheet.in.snapshot->time_range();
  if (time.mode != Mode::all) return time.window;
  return data.begin < data.end ? data : time.window;
}

}  // namespace

void draw_present_strip(Sheet& sheet, const Box2& box) {
  Axis axis{shown_span(sheet), box.x, box.x + box.w};
  if (box.w <= 0 || !(axis.span.begin < axis.span.end)) return;
  const Theme& theme = sheet.theme;
  Pen& pen = sheet.top;
  const CalendarStep step = step_for(axis.span);
  const Bars bars = count_bars(*sheet.in.indexes, sheet.view.layer_on, axis, step, sheet.zone);
  BarHeights heights;
  heights.top = std::max<std::uint64_t>(bars.largest(), 1);
  pen.clip({box.x, box.y - 1, box.w, box.h + 1});
  draw_histogram(sheet, bars, axis, box, tones_of(sheet.view.time, axis), heights);
  pen.unclip();

  const float base = std::round(box.y + box.h);
  pen.rect({box.x, base, box.w, 1.2f}, theme.border_outer);
  TextStyle major, minor;
  major.face = minor.face = Face::medium;
  major.size = minor.size = 12;
  major.color = theme.text, minor.color = theme.text2;
  const auto measure = [&](std::string_view text, bool is_major) {
    return pen.width(text, is_major ? major : minor);
  };
  const std::vector<Tick> ticks = time_ticks(axis, sheet.zone, measure);
  const auto majors = std::count_if(ticks.begin(), ticks.end(), [](const Tick& t) { return t.major; });
  for (const Tick& tick : ticks) {
    if (!tick.major && majors > 1) continue;
    if (tick.x >= box.x && tick.x <= box.x + box.w)
      pen.rect({std::round(tick.x), base, 1, 8}, theme.border_outer);
    if (tick.label_width > 0) pen.text(tick.label, {tick.label_x, base + 16}, tick.major ? major : minor);
  }

  TextStyle head;
  head.face = Face::semibold;
  head.size = 11.5f;
  head.color = theme.text;
  TextStyle quiet = head;
  quiet.face = Face::medium;
  quiet.color = theme.text2;
  const std::string title = bar_title({}, step);
  const float y = box.y - 13;
  pen.text(title, {box.x, y}, head);
  pen.text("highest: " + thousands(static_cast<long long>(bars.largest())),
           {box.x + pen.width(title, head) + 10, y}, quiet);

  // What the modes with a playhead draw ends at it: the bars after it are faint.
  const Time cursor = sheet.view.time.cursor;
  const bool has_playhead = sheet.view.time.mode != Mode::window && sheet.view.time.mode != Mode::all;
  if (!has_playhead || !(axis.span.begin < cursor) || !(cursor < axis.span.end)) return;
  const float x = axis.x_of(cursor);
  pen.rect({x - 0.75f, box.y - 4, 1.5f, box.h + 4}, theme.select);
  head.anchor = x > box.x + box.w - 60 ? Anchor::right : x < box.x + 260 ? Anchor::left : Anchor::centre;
  const bool under_title = x < box.x + 260;
  pen.text(date_words(plus(cursor, -1), sheet.zone),
           {x + (under_title ? 5.0f : 0.0f), under_title ? box.y + 4 : y}, head);
}

}  // namespace vidik
