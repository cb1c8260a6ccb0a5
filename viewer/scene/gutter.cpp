#include "scene/symbols.h"
#include "scene/timeline.h"

#include "base/text.h"

#include <algorithm>

namespace vidik {

namespace {

constexpr float kLeft = 14, kRight = 12;  // LOOK §4
constexpr float kLeastWords = 110;        // a narrower gutter shows symbols only

// The categories of a lane: of its own, else as counted.
std::vector<CategoryId> categories_of(const Sheet& sheet, const LaneRows& lane) {
  if (lane.category) return {*lane.category};
  const Snapshot& snapshot = *sheet.in.snapshot;
  const std::vector<Time> ever{kOpenBegin, kOpenEnd};
  std::vector<std::uint32_t> counts(snapshot.categories.size(), 0);
  for (const LanePart& part : lane.parts)
    part.index->count_begins(ever, counts.size(), snapshot.category_of[part.layer], counts);
  std::vector<CategoryId> used;
  for (std::size_t k = 0; k < counts.size(); ++k)
    if (counts[k] > 0) used.push_back(static_cast<CategoryId>(k));
  return used;
}

bool is_on(const Sheet& sheet, const LaneRows& lane) {
  return std::any_of(lane.parts.begin(), lane.parts.end(),
                     [&](const LanePart& part) { return sheet.layer_on(part.layer); });
}

// A lane of one category wears its symbol, one of several the first three, small; one of a status how that is drawn.
void draw_lane_symbols(Sheet& sheet, const LaneRows& lane, Px at, bool small) {
  const float strength = is_on(sheet, lane) ? 1.0f : 0.35f;
  const auto draw = [&](CategoryId id, Px where, float radius) {
    Symbol s = symbol_mark(sheet, id, Status::confirmed, where, radius, strength);
    s.casing = {0, 0, 0, 0};
    sheet.top.mark(s);
  };
  const std::vector<CategoryId> used = categories_of(sheet, lane);
  if (used.empty()) return;
  if (lane.status) {
    Symbol s = status_mark(sheet, *lane.status, at, 5);
    s.casing = {0, 0, 0, 0};
    sheet.top.mark(s);
    return;
  }
  if (used.size() == 1 || small) return draw(used.front(), at, 5);
  const Px spots[3] = {{at.x - 3, at.y + 2.5f}, {at.x + 3, at.y + 2.5f}, {at.x, at.y - 3}};
  for (std::size_t k = 0; k < std::min<std::size_t>(used.size(), 3); ++k) draw(used[k], spots[k], 3);
}

// Lanes that find no room are never silent: how many there are, and where in them the shown ones lie.
void draw_lane_scroll(Sheet& sheet, const TimelinePlaces& places, float left, float right) {
  if (places.rows.empty() || places.rows.size() >= places.all_lanes) return;
  const Box2& lanes = places.lanes;
  const auto all = static_cast<float>(places.all_lanes);
  const float y = lanes.y + lanes.h * static_cast<float>(places.rows.front().lane) / all;
  const float h = lanes.h * static_cast<float>(places.rows.size()) / all;
  sheet.top.rect({lanes.x + lanes.w + 4, y, 4, h}, sheet.theme.line_strong, 2);
  if (right <= left) return;
  TextStyle style;
  style.size = 11;
  style.color = sheet.theme.text3;
  const std::size_t hidden = places.all_lanes - places.rows.size();
  sheet.top.text(std::to_string(hidden) + (hidden == 1 ? " more lane" : " more lanes"),
                 {left, places.histogram.y + places.histogram.h - 4}, style);
}

std::string upper_count(const TimelineStyle& style, std::uint64_t top) {
  return style.share ? "100\u2009%" : thousands(static_cast<long long>(top));
}

}  // namespace

std::string fitted(Pen& pen, std::string_view text, const TextStyle& style, float most) {
  if (pen.width(text, style) <= most) return std::string(text);
  std::string cut;
  for (std::size_t at = 0; at < text.size();) {
    std::string longer = cut;
    append_utf8(longer, next_code_point(text, at));
    if (pen.width(longer + "…", style) > most) break;
    cut = std::move(longer);
  }
  return cut + "…";
}

std::string bar_title(const TimelineStyle& style, CalendarStep bar) {
  const std::string period(words_of(bar));
  if (style.share) return "Shares per " + period;
  return (style.bars == BarsOf::active ? "Active per " : "Events per ") + period;
}

std::string bar_notes(const TimelineStyle& style, std::uint64_t without_place) {
  std::string out;
  const auto add = [&](const std::string& words) { out += (out.empty() ? "" : " · ") + words; };
  if (style.scale != BarScale::linear && !style.share)
    add(style.scale == BarScale::root ? "root scale" : "log scale");
  if (style.in_map) add("on the map");
  if (style.in_map && without_place > 0)
    add(thousands(static_cast<long long>(without_place)) + " without a place");
  if (style.year_before && !style.share) add("line: a year before");
  return out;
}

void draw_gutter(Sheet& sheet, const TimelinePlaces& places, const TimelineRows& rows, CalendarStep bar,
                 std::uint64_t top) {
  const Theme& theme = sheet.theme;
  const TimelineStyle& chosen = sheet.view.timeline_style;
  const float left = sheet.view.timeline.x + kLeft, right = places.plot.x - kRight;
  const bool words = right - left >= kLeastWords;
  TextStyle style;
  style.size = 12;
  style.color = theme.text2;
  TextStyle number = style;
  number.anchor = Anchor::right;
  number.digits = Digits::tabular;
  const Box2& h = places.histogram;
  if (right - left > 24) {
    sheet.top.text(upper_count(chosen, top), {right, h.y + 9}, number);
    sheet.top.text("0", {right, h.y + h.h - 1}, number);
  }
  if (words) {
    sheet.top.text(fitted(sheet.top, bar_title(chosen, bar), style, right - left - 34), {left, h.y + 9},
                   style);
    TextStyle small = style;
    small.size = 11;
    small.color = theme.text3;
    const std::string notes = bar_notes(chosen, rows.without_place);
    if (!notes.empty())
      sheet.top.text(fitted(sheet.top, notes, small, right - left - 16), {left, h.y + 24}, small);
  }
  TextStyle lane_style = style;
  for (const TimelinePlaces::Lane& row : places.rows) {
    const LaneRows& lane = rows.lanes->lanes[row.lane];
    const float y = row.box.y + row.box.h / 2;
    // A country or an actor has no shape: one of its categories' would be taken for what all its events are.
    const bool shape = rows.lanes->by <= LaneBy::status;
    if (shape || !words) draw_lane_symbols(sheet, lane, {left + 6, y}, row.box.h < 15);
    if (!words) continue;
    const float indent = shape ? 22.0f : 0.0f;
    lane_style.color = is_on(sheet, lane) ? theme.text2 : theme.text3;
    sheet.top.text(fitted(sheet.top, lane.name, lane_style, right - left - indent), {left + indent, y + 4.3f},
                   lane_style);
  }
  draw_lane_scroll(sheet, places, left, words ? right : 0);
  if (places.overview.w <= 0 || !words) return;
  const float y = places.overview.y + places.overview.h / 2 + 4.3f;
  const std::uint64_t all = sheet.in.snapshot->event_count();
  number.color = theme.text2;
  const std::string count = thousands(static_cast<long long>(all)) + (all == 1 ? " event" : " events");
  sheet.top.text(count, {right, y}, number);
  if (sheet.top.width(count, number) + 62 < right - left) sheet.top.text("All data", {left, y}, style);
}

}  // namespace vidik
