#include "scene/legend.h"

#include "base/text.h"
#include "scene/seen_points.h"
#include "scene/symbols.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kWidth = 270, kPad = 14, kRow = 21, kHead = 30, kGap = 9, kNote = 15, kMargin = 16;

TextStyle words(float size, Color color, Face face = Face::medium) {
  TextStyle style;
  style.face = face;
  style.size = size;
  style.color = color;
  return style;
}

std::string_view status_words(Status status) {
  constexpr std::string_view words[] = {"Confirmed", "Reported", "Alleged", "Disputed"};
  return words[static_cast<std::size_t>(status)];
}

// A page has neither handles nor a playhead, and its dates in words.
std::string_view page_mode_words(Mode mode) {
  if (mode == Mode::instant) return "What was going on then";
  if (mode == Mode::trail) return "What is older is fainter";
  return {};
}

std::string_view mode_words(Mode mode) {
  switch (mode) {
    case Mode::instant:
      return "What is going on at the playhead";
    case Mode::window:
      return "Everything between the handles";
    case Mode::trail:
      return "Window start to playhead, older is fainter";
    case Mode::cumulative:
      return "Everything from window start to playhead";
    case Mode::all:
      return "Everything, whatever its time";
  }
  return {};
}

float rows_height(std::size_t items) { return static_cast<float>((items + 1) / 2) * kRow; }

void explain_counts(const Sheet& sheet, const MapEvents& events, Legend& legend) {
  if (!events.heat.bands.empty()) {
    legend.counted = "Events on 100 km²";
    for (std::size_t k = 0; k < events.heat.bands.size(); ++k) legend.classes.push_back(events.heat.words(k));
    const double metres = 2 * events.heat.sigma_m;
    legend.notes.emplace_back("Heat map: each event spread over about " +
                              (metres >= 1000 ? thousands(std::llround(metres / 1000)) + " km"
                                              : thousands(std::llround(metres)) + " m"));
  }
  if (events.most_in_cell > 0) {
    legend.counted = "Events in a hexagon";
    const CountClasses classes(events.most_in_cell);
    for (std::size_t k = 0; k < classes.size(); ++k) legend.classes.push_back(classes.words(k));
    if (sheet.view.density == Density::automatic)
      legend.notes.emplace_back("Too many for dots: counted in hexagons");
  }
  if (events.too_rough > 0)
    legend.notes.push_back(thousands(static_cast<long long>(events.too_rough)) +
                           " known only by country: not counted");
}

}  // namespace

Legend lay_out_legend(const Sheet& sheet, const MapEvents& events, const MapLayout& layout) {
  Legend legend;
  if (!sheet.view.furniture.legend || sheet.in.visible == nullptr) return legend;
  const SceneCounts& counts = sheet.out.counts;
  for (std::size_t k = 0; k < counts.by_category.size(); ++k)
    if (counts.by_category[k] > 0) legend.categories.push_back(static_cast<CategoryId>(k));
  const auto& layers = sheet.in.snapshot->layers;
  for (const OverlayMarks& overlay : sheet.in.overlays) {
    const auto at = std::find_if(layers.begin(), layers.end(),
                                 [&](const LayerRef& layer) { return layer->name == overlay.layer; });
    if (at != layers.end() && !sheet.layer_on(static_cast<std::size_t>(at - layers.begin()))) continue;
    for (const OverlayMarks::LegendRow& row : overlay.legend) legend.overlay_rows.push_back(&row);
  }
  if (legend.categories.empty() && legend.overlay_rows.empty()) return legend;
  legend.dots = events.as_points;
  explain_counts(sheet, events, legend);
  if (!legend.dots && !legend.categories.empty()) {
    for (std::size_t k = 0; k < counts.by_status.size(); ++k)
      if (counts.by_status[k] > 0) legend.statuses.push_back(static_cast<Status>(k));
    legend.severity = true;
    legend.cluster = !layout.clusters.empty();
    for (const PlacedSymbol& s : layout.symbols) {
      const MapEvent& e = events.events[s.event];
      if (!sheet.map.box.contains(s.at.x, s.at.y)) continue;
      const double px = e.place.radius_m / metres_per_px(sheet.map, e.lat);
      const bool area = e.place.kind == PlaceKind::municipality || e.place.kind == PlaceKind::country;
      legend.bars |= area || (e.place.kind == PlaceKind::radius && px > 120);
      legend.uncertain |= e.place.kind == PlaceKind::radius && px >= 10 && px <= 120;
    }
  }
  const Mode mode = sheet.view.time.mode;
  const std::string_view of_mode = sheet.view.page.on ? page_mode_words(mode) : mode_words(mode);
  if (!of_mode.empty()) legend.notes.emplace_back(of_mode);
  if (sheet.view.time.mode != Mode::all) {
    if (sheet.view.time.test == TimeTest::starts_in)
      legend.notes.emplace_back("Only what begins in that time");
    if (sheet.view.time.sureness == Sureness::surely)
      legend.notes.emplace_back("Only what is in it on every reading of its dates");
  }
  if (legend.dots && legend.counted.empty())
    legend.notes.emplace_back(is_crowded(*sheet.in.visible) ? "Dots hide one another; zoom in for more"
                                                            : "Each dot is one event; zoom in for symbols");
  const auto has_shapes = [](const LayerRef& layer) { return layer->columns.geometries.size() > 0; };
  if (counts.by_index_only && std::any_of(layers.begin(), layers.end(), has_shapes))
    legend.notes.emplace_back("Too many events to draw lines and areas");
  if (counts.zone_not_stated > 0)
    legend.notes.emplace_back("Time zone not stated: read in " + sheet.zone.name());
  else if (counts.by_index_only)
    legend.notes.emplace_back("Times without a zone: read in " + sheet.zone.name());
  float h = kHead + rows_height(legend.categories.size());
  if (!legend.statuses.empty()) h += kGap + rows_height(legend.statuses.size());
  if (legend.severity) h += kGap + 30;
  if (legend.uncertain || legend.bars)
    h += kGap + rows_height((legend.uncertain ? 1u : 0u) + (legend.bars ? 1u : 0u));
  if (!legend.overlay_rows.empty()) h += kGap + static_cast<float>(legend.overlay_rows.size()) * kRow;
  if (!legend.counted.empty()) h += kGap + kRow + rows_height(legend.classes.size());
  h += kGap + static_cast<float>(legend.notes.size()) * kNote + 8;
  const Box2& map = sheet.map.box;
  legend.box = {map.x + kMargin, map.y + map.h - kMargin - h, kWidth, h};
  // A small map keeps its ground: LOOK §9, the legend folds when it would take more than an eighth.
  if (map.w < kWidth + 2 * kMargin + 60 || h + 120 > map.h || kWidth * h > 0.2f * map.w * map.h)
    legend.box = {};
  return legend;
}

void draw_overlay_row(Sheet& sheet, const OverlayMarks::LegendRow& row, float x, float cy) {
  using Kind = OverlayMarks::LegendKind;
  const OverlayMark& look = row.look;
  const Color color = look.color.a == 0 ? category_color(sheet.theme, look.category_role) : look.color;
  const Color ink = with_alpha(color, look.opacity);
  const bool words_only = row.kind == Kind::words;
  if (row.kind == Kind::swatch)
    sheet.top.rect({x, cy - 6, 16, 12}, with_alpha(color, look.fill_opacity), 2, ink,
                   std::min(look.width_px, 2.0f));
  if (row.kind == Kind::line)
    sheet.top.line({x, cy}, {x + 16, cy}, ink, std::clamp(look.width_px, 0.5f, 6.0f), look.dash_px,
                   look.gap_px);
  if (row.kind == Kind::symbol) {
    Symbol s;
    s.centre = {x + 8, cy};
    s.radius = 5.5f;
    s.shape = look.shape;
    s.color = color;
    s.casing = sheet.theme.symbol_case;
    s.alpha = look.opacity;
    sheet.top.mark(s);
  }
  const TextStyle style =
      words(words_only ? 11.5f : 12.5f, words_only ? sheet.theme.text2 : sheet.theme.text);
  sheet.top.text(row.words, {words_only ? x : x + 24, cy + 4.5f}, style);
}

void draw_legend(Sheet& sheet, const Legend& legend) {
  if (legend.box.w <= 0) return;
  const Theme& theme = sheet.theme;
  Pen& pen = sheet.top;
  const Box2& box = legend.box;
  pen.rect(box, theme.panel_map, 10, theme.line, 1);
  TextStyle caps = words(11, theme.text2, Face::semibold);
  caps.tracking = 1;
  const float x = box.x + kPad;
  const float column[2] = {x, x + 124};
  pen.text("LEGEND", {x, box.y + 22}, caps);
  float y = box.y + kHead;
  const TextStyle body = words(12.5f, theme.text);
  const auto rule = [&] {
    pen.rect({x, y + kGap / 2, box.w - 2 * kPad, 1}, theme.line);
    y += kGap;
  };
  for (std::size_t i = 0; i < legend.categories.size(); ++i) {
    const CategoryId id = legend.categories[i];
    const float cx = column[i % 2], cy = y + static_cast<float>(i / 2) * kRow + kRow / 2;
    pen.mark(symbol_mark(sheet, id, Status::confirmed, {cx + 8, cy}, 5.5f));
    pen.text(sheet.in.snapshot->categories[id].name, {cx + 24, cy + 4.5f}, body);
  }
  y += rows_height(legend.categories.size());
  if (!legend.statuses.empty()) {
    rule();
    for (std::size_t i = 0; i < legend.statuses.size(); ++i) {
      const float cx = column[i % 2], cy = y + static_cast<float>(i / 2) * kRow + kRow / 2;
      pen.mark(status_mark(sheet, legend.statuses[i], {cx + 8, cy}, 5.5f));
      pen.text(status_words(legend.statuses[i]), {cx + 24, cy + 4.5f}, body);
    }
    y += rows_height(legend.statuses.size());
  }
  if (legend.severity) {
    rule();
    const float cy = y + 15;
    const Color grey = theme.text3;
    pen.disc({x + 6, cy}, 4.5f, grey), pen.disc({x + 22, cy}, 7.5f, grey), pen.disc({x + 46, cy}, 12, grey);
    pen.text("Severity", {x + 68, cy + 4.5f}, body);
    if (legend.cluster) {
      const RingPart parts[] = {{theme.category[0], 7}, {theme.category[4], 3}, {theme.category[1], 2}};
      draw_cluster_disc(sheet, pen, {x + 150, cy}, 13.5f, parts, 12, 1);
      pen.text("Cluster", {x + 172, cy + 4.5f}, body);
    }
    y += 30;
  }
  if (legend.uncertain || legend.bars) {
    rule();
    std::size_t at = 0;
    if (legend.uncertain) {
      const float cy = y + kRow / 2;
      pen.disc({column[0] + 8, cy}, 8, with_alpha(theme.text2, 0.12));
      pen.ring({column[0] + 8, cy}, 8, 1.25f, theme.text2, 30, 21);
      pen.text("Place within", {column[0] + 24, cy + 4.5f}, body);
      ++at;
    }
    if (legend.bars) {
      const float cx = column[at % 2], cy = y + kRow / 2;
      pen.disc({cx + 8, cy - 2}, 4, theme.text2);
      pen.rect({cx + 3, cy + 4.5f, 10, 1.8f}, theme.text2, 0.9f);
      pen.text("Wider area", {cx + 24, cy + 4.5f}, body);
    }
    y += kRow;
  }
  if (!legend.overlay_rows.empty()) {
    rule();
    for (const OverlayMarks::LegendRow* row : legend.overlay_rows) {
      draw_overlay_row(sheet, *row, x, y + kRow / 2);
      y += kRow;
    }
  }
  if (!legend.counted.empty()) {
    rule();
    pen.text(legend.counted, {x, y + kRow / 2 + 4.5f}, body);
    y += kRow;
    for (std::size_t k = 0; k < legend.classes.size(); ++k) {
      const float cx = column[k % 2], cy = y + static_cast<float>(k / 2) * kRow + kRow / 2;
      pen.rect({cx, cy - 6, 16, 12}, theme.land_focus, 2);
      pen.rect({cx, cy - 6, 16, 12}, cell_color(theme, k), 2);
      pen.text(legend.classes[k], {cx + 24, cy + 4.5f}, body);
    }
    y += rows_height(legend.classes.size());
  }
  rule();
  const TextStyle note = words(11, theme.text3);
  for (const std::string& line : legend.notes) {
    pen.text(line, {x, y + 12}, note);
    y += kNote;
  }
}

}  // namespace vidik
