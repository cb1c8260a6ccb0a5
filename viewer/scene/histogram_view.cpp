#include "scene/timeline.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kOverviewTop = 11;  // px of the overview that its year labels have to themselves
constexpr double kLeastOverviewBar = 3;

// One bar between x0 and x1, its categories one on another in table order, from the bottom up. What is not linear scales
// the whole bar; its parts share the height by their counts.
void draw_stack(Sheet& sheet, const Bars& bars, std::size_t bar, float x0, float x1, const Box2& box,
                const BarHeights& heights, float alpha) {
  const std::uint64_t total = bars.total(bar);
  const double whole =
      heights.share ? 1.0
                    : static_cast<double>(height_share(static_cast<double>(total),
                                                       static_cast<double>(heights.top), heights.scale));
  float y = box.y + box.h;
  const auto unit = static_cast<float>(whole * static_cast<double>(box.h - 1) / static_cast<double>(total));
  for (std::size_t k = 0; k < bars.categories;) {
    // Neutral categories that follow one another are one piece: a seam between two greys says nothing.
    const Color color = sheet.category(static_cast<CategoryId>(k));
    std::uint32_t n = 0;
    while (k < bars.categories && sheet.category(static_cast<CategoryId>(k)) == color)
      n += bars.count(bar, k++);
    if (n == 0) continue;
    const float h = std::min(unit * static_cast<float>(n), y - box.y);
    y -= h;
    sheet.top.rect({x0, y, x1 - x0, h}, with_alpha(color, alpha));
  }
}

// A step line over the bars: the same periods a year before.
void draw_year_before(Sheet& sheet, const Bars& bars, const Axis& axis, const Box2& box,
                      const BarHeights& heights) {
  const Color ink = with_alpha(sheet.theme.text, 0.75);
  const auto y_of = [&](std::uint64_t n) {
    const float share = height_share(static_cast<double>(n), static_cast<double>(heights.top), heights.scale);
    return std::round(box.y + box.h - share * (box.h - 1)) - 0.5f;
  };
  const float base = box.y + box.h - 0.5f;
  std::vector<Px> way;
  const auto flush = [&] {
    if (way.size() > 1) sheet.top.path(way, ink, 1, false, 0, 0);
    way.clear();
  };
  for (std::size_t i = 0; i < bars.before.size(); ++i) {
    const float x0 = std::round(axis.x_of(bars.edges[i])), x1 = std::round(axis.x_of(bars.edges[i + 1]));
    if (bars.before[i] == 0) {
      if (!way.empty()) way.push_back({x0, base});
      flush();
      continue;
    }
    const float y = y_of(bars.before[i]);
    if (way.empty()) way.push_back({x0, base});
    way.push_back({x0, y});
    way.push_back({x1, y});
    if (i + 1 == bars.before.size()) way.push_back({x1, base});
  }
  flush();
}

}  // namespace

void draw_histogram(Sheet& sheet, const Bars& bars, const Axis& axis, const Box2& box,
                    std::span<const Tone> tones, const BarHeights& heights) {
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (bars.total(i) == 0) continue;
    const float x0 = axis.x_of(bars.edges[i]);
    float x1 = axis.x_of(bars.edges[i + 1]);
    if (x1 - x0 > 5) x1 -= 1.4f;
    // A bar that straddles the playhead or a handle changes its tone there.
    for (const Tone& t : tones) {
      const float a = std::max(x0, t.x0), b = std::min(x1, t.x1);
      if (b > a) draw_stack(sheet, bars, i, a, b, box, heights, alpha_at(std::span(&t, 1), (a + b) / 2));
    }
  }
  if (!bars.before.empty()) draw_year_before(sheet, bars, axis, box, heights);
}

void draw_overview(Sheet& sheet, const TimelinePlaces& places) {
  const Box2& box = places.overview;
  if (box.w <= 0) return;
  const Theme& theme = sheet.theme;
  const Axis axis = places.overview_axis();
  sheet.top.rect(box, theme.plot);
  sheet.top.rect({box.x, box.y, box.w, 1}, theme.line);
  const Bars bars =
      count_bars(*sheet.in.indexes, sheet.view.layer_on, axis, bar_step(axis, kLeastOverviewBar), sheet.zone);
  BarHeights heights;
  heights.top = std::max<std::uint64_t>(bars.largest(), 1);
  heights.scale = sheet.view.timeline_style.scale;
  const float v0 = std::clamp(axis.x_of(places.span.begin), box.x, box.x + box.w);
  const float v1 = std::clamp(axis.x_of(places.span.end), box.x, box.x + box.w);
  const Tone tones[3] = {{box.x, v0, 0.5f, 0.5f}, {v0, v1, 1, 1}, {v1, box.x + box.w, 0.5f, 0.5f}};
  const Box2 plot{box.x, box.y + kOverviewTop - 4, box.w, box.h - kOverviewTop + 4};
  sheet.top.rect({v0, box.y + 1, v1 - v0, box.h - 1},
                 sheet.dark() ? with_alpha(rgb(0xFFFFFF), 0.05) : with_alpha(rgb(0x171D22), 0.04));
  sheet.top.clip(box);
  draw_histogram(sheet, bars, axis, plot, tones, heights);
  draw_gaps(sheet, axis, box.y + 1, box.y + box.h);

  TextStyle style;
  style.size = 11;
  style.color = theme.text2;
  style.digits = Digits::tabular;
  style.halo = theme.plot;
  style.halo_width = 2.4f;
  const CalendarStep years[] = {
      {CalendarUnit::month, 3},  {CalendarUnit::year, 1},   {CalendarUnit::year, 2},
      {CalendarUnit::year, 5},   {CalendarUnit::year, 10},  {CalendarUnit::year, 50},
      {CalendarUnit::year, 100}, {CalendarUnit::year, 500}, {CalendarUnit::year, 1000}};
  float said = box.x;  // up to where a year is written
  for (const CalendarStep step : years) {
    if (static_cast<double>(typical_us(step)) / axis.us_per_px() < 56) continue;
    for (const Time t : edges_over(axis, step, sheet.zone)) {
      const float x = axis.x_of(t);
      if (t >= axis.span.end) break;
      const CivilTime c = sheet.zone.to_civil(t);
      std::string label = std::to_string(c.date.year);
      // A year is written where the next 32 px belong to time, not to a folded gap.
      const bool torn =
          axis.in_gap(t) || axis.in_gap(axis.time_at(x + 16)) || axis.in_gap(axis.time_at(x + 32));
      if (x < said || x + 40 > box.x + box.w || c.date.month != 1 || torn) continue;
      said = x + 40;
      sheet.top.rect({std::round(x), box.y + 1, 1, box.h - 1}, theme.line);
      sheet.top.text(label, {std::round(x) + 5, box.y + 11}, style);
    }
    break;
  }
  sheet.top.unclip();
  sheet.top.rect({v0, box.y, v1 - v0, box.h}, {0, 0, 0, 0}, 3, theme.handle, 1);
  for (const float x : {v0, v1}) sheet.top.rect({x - 2.5f, box.y + 6, 5, box.h - 12}, theme.handle, 2.5f);
}

void draw_overview_cursor(Sheet& sheet, const TimelinePlaces& places) {
  const Box2& box = places.overview;
  if (box.w <= 0) return;
  const float c = places.overview_axis().x_of(sheet.view.time.cursor);
  if (c >= box.x && c <= box.x + box.w)
    sheet.top.rect({std::round(c) - 0.5f, box.y + 1, 1.25f, box.h - 2}, sheet.theme.select);
}

}  // namespace vidik
