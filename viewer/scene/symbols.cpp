#include "scene/symbols.h"

#include "base/text.h"
#include "scene/camera.h"
#include "scene/seen_points.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kReach = 40;  // px beyond the map from which a symbol still reaches into it

bool is(const std::optional<EventRef>& wanted, EventRef e) { return wanted && *wanted == e; }

Color hollow_ground(const Sheet& sheet) {
  return sheet.dark() ? with_alpha(sheet.theme.land_focus, 0.8) : rgb(0xFFFFFF);
}

// LOOK §6: one short bar under a symbol whose place is wider than can be drawn, two for a whole country.
void draw_place_bars(Sheet& sheet, const MapEvent& e, const PlacedSymbol& s, Color color) {
  const double metres = e.place.radius_m;
  const double px = metres / metres_per_px(sheet.map, e.lat);
  const bool area = e.place.kind == PlaceKind::municipality || e.place.kind == PlaceKind::country;
  if (!area && !(e.place.kind == PlaceKind::radius && px > 120)) return;
  const int bars = e.place.kind == PlaceKind::country ? 2 : 1;
  const float half = std::max(4.0f, s.radius * 0.8f);
  float y = s.at.y + s.radius * 1.15f + 3;
  for (int i = 0; i < bars; ++i, y += 3.4f) {
    sheet.top.rect({s.at.x - half - 1, y - 1, 2 * half + 2, 3.8f}, sheet.theme.symbol_case, 1.5f);
    sheet.top.rect({s.at.x - half, y, 2 * half, 1.8f}, with_alpha(color, e.alpha), 0.9f);
  }
}

void draw_rings(Sheet& sheet, const MapEvent& e, const PlacedSymbol& s, SymbolShape shape, Color color) {
  const Theme& theme = sheet.theme;
  if (is(sheet.in.selected, e.ref) || sheet.picked(e.ref)) {
    sheet.top.mark(SymbolRing{s.at, s.radius + 4.6f, shape, with_alpha(color, 0.16), 8.0f});
    sheet.top.mark(SymbolRing{s.at, s.radius + 4.6f, shape, theme.symbol_case, 4.2f});
    sheet.top.mark(SymbolRing{s.at, s.radius + 4.6f, shape, theme.select, 2.0f});
  } else if (is(sheet.in.hovered, e.ref)) {
    sheet.top.mark(SymbolRing{s.at, s.radius + 3.6f, shape, theme.symbol_case, 3.5f});
    sheet.top.mark(SymbolRing{s.at, s.radius + 3.6f, shape, theme.select, 1.5f});
  } else if (e.now) {
    sheet.top.ring(s.at, s.radius + 5, 1.25f, with_alpha(theme.select, 0.8));
  }
}

void draw_one(Sheet& sheet, const MapEvent& e, const PlacedSymbol& s) {
  const Category& category = sheet.in.snapshot->categories[e.category];
  const SymbolShape shape = symbol_shape(category);
  const Color color = sheet.category(e.category);
  if (is(sheet.in.selected, e.ref)) draw_rings(sheet, e, s, shape, color);
  const float alpha = is(sheet.in.selected, e.ref) ? 1 : e.alpha;
  sheet.top.mark(symbol_mark(sheet, e.category, e.status, s.at, s.radius, alpha));
  draw_place_bars(sheet, e, s, color);
  if (!is(sheet.in.selected, e.ref)) draw_rings(sheet, e, s, shape, color);
  sheet.out.hits.push_back({HitKind::event, s.at, s.radius + 3, {e.ref}});
}

void draw_cluster(Sheet& sheet, const MapEvents& events, const PlacedCluster& c) {
  std::vector<std::uint32_t> by_category(sheet.in.snapshot->categories.size(), 0);
  float alpha = 0;
  Hit hit{HitKind::cluster, c.at, c.radius + 2, {}};
  for (const std::uint32_t i : c.events) {
    ++by_category[events.events[i].category];
    alpha = std::max(alpha, events.events[i].alpha);
    hit.events.push_back(events.events[i].ref);
  }
  std::vector<RingPart> parts;
  for (std::size_t k = 0; k < by_category.size(); ++k)
    if (by_category[k] > 0) parts.push_back({sheet.category(static_cast<CategoryId>(k)), by_category[k]});
  draw_cluster_disc(sheet, sheet.top, c.at, c.radius, parts, c.events.size(), alpha);
  if (c.hovered) sheet.top.ring(c.at, c.radius + 3.4f, 1.5f, sheet.theme.select);
  if (c.largest >= 0) {
    const MapEvent& e = events.events[static_cast<std::size_t>(c.largest)];
    const float far = c.radius * 0.72f;
    const Px at{c.at.x + far, c.at.y - far};
    sheet.top.mark(symbol_mark(sheet, e.category, e.status, at, 6.5f, e.alpha));
  }
  sheet.out.hits.push_back(std::move(hit));
}

}  // namespace

SymbolShape symbol_shape(const Category& category) { return static_cast<SymbolShape>(category.shape); }

Symbol symbol_mark(const Sheet& sheet, CategoryId category, Status status, Px at, float radius, float alpha) {
  const Category& row = sheet.in.snapshot->categories[category];
  Symbol s;
  s.centre = at;
  s.radius = radius;
  s.shape = symbol_shape(row);
  s.style = static_cast<SymbolStyle>(status);
  s.color = sheet.category(category);
  s.ground = hollow_ground(sheet);
  if (status == Status::reported)
    s.ground = sheet.dark() ? mix(sheet.theme.land_focus, s.color, 0.34) : mix(rgb(0xFFFFFF), s.color, 0.22);
  s.casing = sheet.theme.symbol_case;
  s.alpha = alpha;
  s.letter = row.shape == CategoryShape::letter ? row.letter : '\0';
  return s;
}

Symbol status_mark(const Sheet& sheet, Status status, Px at, float radius) {
  Symbol s;
  s.centre = at;
  s.radius = radius;
  s.shape = SymbolShape::circle;
  s.style = static_cast<SymbolStyle>(status);
  s.color = sheet.theme.text2;
  s.ground = hollow_ground(sheet);
  if (status == Status::reported)
    s.ground = mix(sheet.dark() ? sheet.theme.land_focus : rgb(0xFFFFFF), s.color, 0.3);
  s.casing = sheet.theme.symbol_case;
  return s;
}

void draw_cluster_disc(const Sheet& sheet, Pen& pen, Px at, float radius, std::span<const RingPart> parts,
                       std::uint64_t count, float alpha) {
  const float ring = 2.8f;
  pen.disc(at, radius + 1.6f, with_alpha(sheet.theme.symbol_case, alpha));
  pen.disc(at, radius, with_alpha(sheet.theme.panel, alpha));
  std::uint64_t whole = 0;
  for (const RingPart& p : parts) whole += p.count;
  const float gap = parts.size() > 1 ? 5 : 0;
  // Every part has 4 degrees to itself, so that one in a hundred is seen; what is left is shared by count.
  constexpr float kLeast = 4;
  const float shared = 360 - (gap + kLeast) * static_cast<float>(parts.size());
  float from = gap / 2;
  for (const RingPart& p : parts) {
    const float share = static_cast<float>(p.count) / static_cast<float>(std::max<std::uint64_t>(whole, 1));
    const float to = from + kLeast + shared * share;
    pen.arc(at, radius - ring / 2, ring, from, to, with_alpha(p.color, alpha));
    from = to + gap;
  }
  TextStyle style;
  style.face = Face::semibold;
  style.size = count < 10 ? 11.5f : count < 100 ? 12.5f : 13.5f;
  if (count >= 1000) style.size = 11;
  style.color = with_alpha(sheet.theme.text, alpha);
  style.anchor = Anchor::centre;
  pen.text(thousands(static_cast<long long>(count)), {at.x, at.y + style.size * 0.36f}, style);
}

void draw_uncertain_places(Sheet& sheet, const MapEvents& events, const MapLayout& layout) {
  for (const PlacedSymbol& s : layout.symbols) {
    const MapEvent& e = events.events[s.event];
    if (e.place.kind != PlaceKind::radius || !(e.place.radius_m > 0)) continue;
    const float px = static_cast<float>(e.place.radius_m / metres_per_px(sheet.map, e.lat));
    const bool asked = is(sheet.in.selected, e.ref) || is(sheet.in.hovered, e.ref);
    if (px < 10 || (px > 120 && !asked)) continue;
    const Color color = with_alpha(sheet.category(e.category), e.alpha);
    sheet.top.disc(e.at, px, with_alpha(color, 0.08));
    const float dash = std::max(2.0f, 286 / px);  // 5 px of arc
    sheet.top.ring(e.at, px, 1.25f, with_alpha(color, 0.85), dash, dash * 0.7f);
  }
}

std::vector<Px> leader_path(const ViewState& view, Px from, float clear) {
  if (view.card.w <= 0) return {};
  const Box2& card = view.card;
  const bool right = card.x > from.x;
  const float edge = right ? card.x : card.x + card.w;
  const float sign = right ? 1.0f : -1.0f;
  const float start = from.x + sign * clear;
  if ((edge - start) * sign < 8) return {};
  const float y = std::clamp(from.y, card.y + 14, card.y + card.h - 14);
  if (y == from.y) return {{start, from.y}, {edge, from.y}};
  // One elbow: level at the card's height for the longer part.
  const float slope = std::min(std::fabs(y - from.y), std::fabs(edge - start));
  return {{start, from.y}, {start + sign * slope, y}, {edge, y}};
}

void draw_leader(Sheet& sheet, const MapEvents& events, const MapLayout& layout) {
  for (const PlacedSymbol& s : layout.symbols) {
    if (!is(sheet.in.selected, events.events[s.event].ref) || !sheet.map.box.contains(s.at.x, s.at.y))
      continue;
    const std::vector<Px> path = leader_path(sheet.view, s.at, s.radius + 6);
    if (path.empty()) continue;
    sheet.top.path(path, sheet.theme.symbol_case, 4);
    sheet.top.path(path, sheet.theme.select, 1.25f);
    sheet.top.disc(path.back(), 3, sheet.theme.select);
  }
}

void draw_symbols(Sheet& sheet, const MapEvents& events, const MapLayout& layout) {
  const Color tether = with_alpha(sheet.theme.select, 0.65);
  for (const PlacedSymbol& s : layout.symbols) {
    if (!s.tether) continue;
    sheet.top.line(s.place, s.at, sheet.theme.symbol_case, 2.6f);
    sheet.top.line(s.place, s.at, tether, 1);
    sheet.top.disc(s.place, 1.6f, sheet.theme.select);
  }
  const Box2 near = grown(sheet.map.box, kReach);
  for (const PlacedCluster& c : layout.clusters)
    if (near.contains(c.at.x, c.at.y)) draw_cluster(sheet, events, c);
  for (const PlacedSymbol& s : layout.symbols)
    if (near.contains(s.at.x, s.at.y)) draw_one(sheet, events.events[s.event], s);
}

namespace {

constexpr float kPointSize = 5;

// Puts those rows of a crowd into the list that can be seen, in painting order.
void add_seen(const Sheet& sheet, const TimeIndex& index, const VisibleRows& rows,
              std::vector<std::uint32_t>& out) {
  SeenPoints points(sheet.map, kPointSize / 2);
  const LayerColumns& columns = index.layer().columns;
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  const auto add = [&](Row position) {
    const Row row = index.row_at(position);
    if (columns.facts[row].has(Facts::kNoPlace)) return;
    if (points.see(columns.lon_e7[row], columns.lat_e7[row])) out.push_back(row);
  };
  for (std::size_t i = rows.extra.size(); i-- > 0;) add(rows.extra[i]);
  for (Row p = rows.last; p-- > rows.first;) add(p);
  std::reverse(out.begin() + first, out.end());
}

}  // namespace

// Among dots, the selected and the hovered event are symbols.
void draw_chosen(Sheet& sheet, const std::optional<EventRef>& event, float away, float width) {
  if (!event) return;
  const Layer& layer = *sheet.in.snapshot->layers[event->layer];
  const Facts facts = layer.columns.facts[event->row];
  if (facts.has(Facts::kNoPlace) || !sheet.layer_on(event->layer)) return;
  const Px at = px_of(sheet.map, LonLat{layer.lon(event->row), layer.lat(event->row)});
  if (!sheet.map.box.contains(at.x, at.y)) return;
  const CategoryId category = sheet.in.snapshot->category(*event);
  const float radius = symbol_radius(std::clamp(facts.severity(), 1, 5));
  const SymbolShape shape = symbol_shape(sheet.in.snapshot->categories[category]);
  sheet.top.mark(SymbolRing{at, radius + away, shape, sheet.theme.symbol_case, width + 2.2f});
  sheet.top.mark(SymbolRing{at, radius + away, shape, sheet.theme.select, width});
  sheet.top.mark(symbol_mark(sheet, category, facts.status(), at, radius));
}

Color cell_color(const Theme& theme, std::size_t class_of_count) {
  // Counts have no hue of their own: LOOK §1, colour belongs to categories.
  return with_alpha(theme.select, 0.14 + 0.13 * static_cast<double>(class_of_count));
}

namespace {

// Each band lies on those before it, with as much more as its colour needs.
void draw_heat(Sheet& sheet, const HeatBands& heat) {
  double through = 1;
  for (std::size_t k = 0; k < heat.bands.size(); ++k) {
    const Color color = cell_color(sheet.theme, k);
    const double wanted = 1 - color.a / 255.0;
    if (!heat.bands[k].ends.empty())
      sheet.top.area(heat.bands[k].points, heat.bands[k].ends,
                     with_alpha(sheet.theme.select, 1 - wanted / through));
    through = wanted;
  }
}

void draw_cells(Sheet& sheet, const MapEvents& events) {
  const CountClasses classes(events.most_in_cell);
  const float r = events.cell_radius - 0.75f;  // a seam, so that neighbours of one class are told apart
  const float side = r * 0.8660254f;
  for (const CountCells::Cell& cell : events.cells) {
    const Px m = cell.middle;
    sheet.top.area({{m.x, m.y - r},
                    {m.x + side, m.y - r / 2},
                    {m.x + side, m.y + r / 2},
                    {m.x, m.y + r},
                    {m.x - side, m.y + r / 2},
                    {m.x - side, m.y - r / 2}},
                   cell_color(sheet.theme, classes.class_of(cell.count)));
  }
}

}  // namespace

void draw_counts(Sheet& sheet, const MapEvents& events) {
  draw_cells(sheet, events);
  draw_heat(sheet, events.heat);
  if (sheet.in.hovered != sheet.in.selected) draw_chosen(sheet, sheet.in.hovered, 3.6f, 1.5f);
  draw_chosen(sheet, sheet.in.selected, 4.6f, 2.0f);
}

void draw_points(Sheet& sheet) {
  const Snapshot& snapshot = *sheet.in.snapshot;
  DrawList& list = sheet.out.list;
  for (std::size_t i = 0; i < snapshot.layers.size() && i < sheet.in.visible->layers.size(); ++i) {
    const VisibleRows& rows = sheet.in.visible->layers[i];
    if (rows.count() == 0) continue;
    const TimeIndex& index = *sheet.in.indexes->layers[i];
    MapPoints mark;
    mark.layer_serial = snapshot.layers[i]->serial;
    mark.extra.first = static_cast<std::uint32_t>(list.rows.size());
    if (rows.count() > kCrowd) {
      add_seen(sheet, index, rows, list.rows);
    } else if (index.is_whole()) {
      mark.first = rows.first;
      mark.last = rows.last;
      list.rows.insert(list.rows.end(), rows.extra.begin(), rows.extra.end());
    } else {
      each_row(index, rows, [&](Row row) { list.rows.push_back(row); });
    }
    mark.extra.count = static_cast<std::uint32_t>(list.rows.size()) - mark.extra.first;
    mark.colors.first = static_cast<std::uint32_t>(list.colors.size());
    for (const CategoryId id : snapshot.category_of[i]) list.colors.push_back(sheet.category(id));
    mark.colors.count = static_cast<std::uint32_t>(snapshot.category_of[i].size());
    mark.size = kPointSize;
    sheet.top.mark(mark);
  }
  if (sheet.in.hovered != sheet.in.selected) draw_chosen(sheet, sheet.in.hovered, 3.6f, 1.5f);
  draw_chosen(sheet, sheet.in.selected, 4.6f, 2.0f);
}

}  // namespace vidik
