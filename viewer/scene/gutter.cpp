#include "scene/symbols.h"
#include "scene/timeline.h"

#include "base/text.h"

#include <algorithm>

namespace vidik {

namespace {

constexpr float kLeft = 14, kRight = 12;  // LOOK §4
constexpr float kLeastWords = 110;        // a narrower gutter shows symbols only

// Shortens with an ellipsis to what fits.
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

// A lane of one category wears its symbol; one of several wears the first three, small.
void draw_lane_symbols(Sheet& sheet, std::size_t layer, Px at, bool small) {
  const Snapshot& snapshot = *sheet.in.snapshot;
  const std::vector<Time> ever{kOpenBegin, kOpenEnd};
  std::vector<std::uint32_t> counts(snapshot.categories.size(), 0);
  sheet.in.indexes->layers[layer]->count_begins(ever, counts.size(), snapshot.category_of[layer], counts);
  std::vector<CategoryId> used;
  for (std::size_t k = 0; k < counts.size(); ++k)
    if (counts[k] > 0) used.push_back(static_cast<CategoryId>(k));
  const auto draw = [&](CategoryId id, Px where, float radius) {
    Symbol s = symbol_mark(sheet, id, Status::confirmed, where, radius, sheet.layer_on(layer) ? 1.0f : 0.35f);
    s.casing = {0, 0, 0, 0};
    sheet.top.mark(s);
  };
  if (used.size() == 1 || small) {
    if (!used.empty()) draw(used.front(), at, 5);
    return;
  }
  const Px spots[3] = {{at.x - 3, at.y + 2.5f}, {at.x + 3, at.y + 2.5f}, {at.x, at.y - 3}};
  for (std::size_t k = 0; k < std::min<std::size_t>(used.size(), 3); ++k) draw(used[k], spots[k], 3);
}

}  // namespace

void draw_gutter(Sheet& sheet, const TimelinePlaces& places, std::string_view bar_words, std::uint64_t top) {
  const Theme& theme = sheet.theme;
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
    sheet.top.text(thousands(static_cast<long long>(top)), {right, h.y + 9}, number);
    sheet.top.text("0", {right, h.y + h.h - 1}, number);
  }
  if (words)
    sheet.top.text(fitted(sheet.top, "Events per " + std::string(bar_words), style, right - left - 34),
                   {left, h.y + 9}, style);
  TextStyle lane_style = style;
  for (const TimelinePlaces::Lane& lane : places.layers) {
    const auto layer = static_cast<std::size_t>(lane.layer);
    const Layer& shown = *sheet.in.snapshot->layers[layer];
    const float y = lane.box.y + lane.box.h / 2;
    draw_lane_symbols(sheet, layer, {left + 6, y}, lane.box.h < 15);
    if (!words) continue;
    lane_style.color = sheet.layer_on(layer) ? theme.text2 : theme.text3;
    sheet.top.text(
        fitted(sheet.top, shown.title.empty() ? shown.name : shown.title, lane_style, right - left - 22),
        {left + 22, y + 4.3f}, lane_style);
  }
  if (places.overview.w <= 0 || !words) return;
  const float y = places.overview.y + places.overview.h / 2 + 4.3f;
  const std::uint64_t all = sheet.in.snapshot->event_count();
  number.color = theme.text2;
  const std::string count = thousands(static_cast<long long>(all)) + (all == 1 ? " event" : " events");
  sheet.top.text(count, {right, y}, number);
  if (sheet.top.width(count, number) + 62 < right - left) sheet.top.text("All data", {left, y}, style);
}

}  // namespace vidik
