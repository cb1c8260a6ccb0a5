#include "scene/overlays.h"

#include "scene/symbols.h"
#include "scene/taken.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace vidik {

namespace {

constexpr std::uint32_t kNoEvent = 0xffffffff;

int layer_named(const Snapshot& snapshot, const std::string& name) {
  for (std::size_t i = 0; i < snapshot.layers.size(); ++i)
    if (snapshot.layers[i]->name == name) return static_cast<int>(i);
  return -1;
}

using EventsById = std::unordered_map<std::string_view, std::uint32_t>;  // only looked up, never walked

EventsById by_id(const Sheet& sheet, const MapEvents& events, std::uint32_t layer) {
  EventsById map;
  const Layer& shown = *sheet.in.snapshot->layers[layer];
  for (std::uint32_t i = 0; i < events.events.size(); ++i)
    if (events.events[i].ref.layer == layer) map.emplace(shown.text(events.events[i].ref.row, Field::id), i);
  return map;
}

// One overlay's marks with what is needed to draw them.
constexpr float kMostRadius =
    100'000;  // px of a circle on the ground; farther out nothing of its rim is a curve

class OverlayDrawing {
 public:
  OverlayDrawing(Sheet& sheet, const MapEvents& events, const OverlayMarks& overlay, std::uint32_t layer)
      : sheet_(sheet),
        events_(events),
        overlay_(overlay),
        layer_(layer),
        found_(by_id(sheet, events, layer)) {}

  const MapEvent* event_of(const OverlayMark& mark) const {
    if (mark.event == kNoEvent || mark.event >= overlay_.event_ids.size()) return nullptr;
    const auto found = found_.find(overlay_.event_ids[mark.event]);
    return found == found_.end() ? nullptr : &events_.events[found->second];
  }

  bool wanted(const OverlayMark& mark) const { return mark.event == kNoEvent || event_of(mark) != nullptr; }

  void draw(const OverlayMark& mark) {
    const MapEvent* event = event_of(mark);
    Color color = mark.color;
    if (color.a == 0)
      color = event != nullptr && mark.category_role < 0 ? sheet_.category(event->category)
                                                         : category_color(sheet_.theme, mark.category_role);
    const float alpha = mark.opacity * (event != nullptr ? event->alpha : 1.0f);
    const Color ink = with_alpha(color, alpha);
    const Color inside = with_alpha(color, mark.fill_opacity * (event != nullptr ? event->alpha : 1.0f));
    switch (mark.kind) {
      case OverlayKind::symbol:
        symbol(mark, event, color, alpha);
        break;
      case OverlayKind::circle:
        circle(mark, ink, inside);
        break;
      case OverlayKind::ring:
        ring(mark, ink, inside);
        break;
      case OverlayKind::line:
        line(mark, ink);
        break;
      case OverlayKind::polygon:
        polygon(mark, ink, inside);
        break;
      case OverlayKind::label:
        label(mark, ink);
        break;
    }
  }

  Px place(const OverlayMark& mark) const {
    const OverlayLonLat p = overlay_.points[mark.points.first];
    return px_of(sheet_.map, LonLat{p.lon, p.lat});
  }
  Px symbol_at(const OverlayMark& mark) const {
    const Px p = place(mark);
    return {p.x + mark.offset_x_px, p.y + mark.offset_y_px};
  }

 private:
  std::vector<Px> path(std::uint32_t first, std::uint32_t count) const {
    std::vector<Px> out;
    for (std::uint32_t i = first; i < first + count && i < overlay_.points.size(); ++i)
      out.push_back(px_of(sheet_.map, LonLat{overlay_.points[i].lon, overlay_.points[i].lat}));
    return out;
  }

  void symbol(const OverlayMark& mark, const MapEvent* event, Color color, float alpha) {
    const Px from = place(mark), at = symbol_at(mark);
    const bool moved = std::hypot(at.x - from.x, at.y - from.y) > 1;
    if (mark.tether && moved) {
      sheet_.top.line(from, at, with_alpha(sheet_.theme.symbol_case, alpha), 2.6f);
      sheet_.top.line(from, at, with_alpha(sheet_.theme.select, 0.6 * alpha), 1);
      sheet_.top.disc(from, 1.6f, with_alpha(sheet_.theme.select, alpha));
    }
    Symbol s;
    s.centre = at;
    s.radius = mark.size_px;
    s.shape = mark.shape;
    s.style = mark.style;
    s.color = color;
    s.ground = sheet_.dark() ? with_alpha(sheet_.theme.land_focus, 0.8) : rgb(0xFFFFFF);
    if (mark.style == SymbolStyle::reported)
      s.ground = sheet_.dark() ? mix(sheet_.theme.land_focus, color, 0.34) : mix(rgb(0xFFFFFF), color, 0.22);
    s.casing = sheet_.theme.symbol_case;
    s.alpha = alpha;
    const bool selected = event != nullptr && sheet_.in.selected == event->ref;
    const bool hovered = event != nullptr && sheet_.in.hovered == event->ref;
    if (selected) {
      sheet_.top.mark(SymbolRing{at, s.radius + 4.6f, s.shape, sheet_.theme.symbol_case, 4.2f});
      sheet_.top.mark(SymbolRing{at, s.radius + 4.6f, s.shape, sheet_.theme.select, 2.0f});
    }
    sheet_.top.mark(s);
    if (hovered && !selected)
      sheet_.top.mark(SymbolRing{at, s.radius + 3.6f, s.shape, sheet_.theme.select, 1.5f});
    if (event != nullptr) sheet_.out.hits.push_back({HitKind::event, at, s.radius + 3, {event->ref}, 0});
  }

  void circle(const OverlayMark& mark, Color ink, Color inside) {
    const OverlayLonLat p = overlay_.points[mark.points.first];
    const auto radius = static_cast<float>(mark.radius_m / metres_per_px(sheet_.map, p.lat));
    if (radius < 1 || radius > kMostRadius) return;
    const Px at = place(mark);
    if (inside.a > 0) sheet_.top.disc(at, radius, inside);
    if (mark.width_px <= 0) return;
    const float degree = 57.29578f / radius;
    sheet_.top.ring(at, radius, mark.width_px, ink,
                    std::max(mark.dash_px * degree, mark.dash_px > 0 ? 2.0f : 0.0f),
                    std::max(mark.gap_px * degree, 1.0f));
  }

  void ring(const OverlayMark& mark, Color ink, Color inside) {
    const Px at = symbol_at(mark);
    const float width = std::max(mark.width_px, 0.75f);
    // The band between low and high is filled, its two edges drawn.
    if (inside.a > 0 && mark.outer_px > mark.inner_px)
      sheet_.top.arc(at, (mark.inner_px + mark.outer_px) / 2, mark.outer_px - mark.inner_px, 0, 360, inside);
    const float degree = mark.outer_px > 0 ? 57.29578f / mark.outer_px : 0;
    if (mark.outer_px > 0)
      sheet_.top.ring(at, mark.outer_px, width, ink, mark.dash_px * degree,
                      std::max(mark.gap_px * degree, 1.0f));
    if (mark.inner_px > 0) sheet_.top.ring(at, mark.inner_px, width, ink);
  }

  void line(const OverlayMark& mark, Color ink) {
    const std::vector<Px> points = path(mark.points.first, mark.points.count);
    if (mark.casing) sheet_.top.path(points, sheet_.theme.border_case, mark.width_px + 3);
    sheet_.top.path(points, ink, mark.width_px, false, mark.dash_px, mark.gap_px);
  }

  void polygon(const OverlayMark& mark, Color ink, Color inside) {
    const std::vector<Px> points = path(mark.points.first, mark.points.count);
    std::vector<std::uint32_t> ends;  // counted from the polygon's own first point, as the overlay said them
    for (std::uint32_t r = 0; r < mark.ring_ends.count; ++r) {
      const std::uint32_t end = overlay_.ring_ends[mark.ring_ends.first + r];
      if (end > points.size() || (!ends.empty() && end <= ends.back())) return;
      ends.push_back(end);
    }
    if (inside.a > 0) sheet_.top.area(points, ends, inside);
    std::uint32_t first = 0;
    for (const std::uint32_t end : ends) {
      const std::vector<Px> ring(points.begin() + first, points.begin() + end);
      first = end;
      if (mark.casing) sheet_.top.path(ring, sheet_.theme.border_case, mark.width_px + 3, true);
      if (mark.width_px > 0) sheet_.top.path(ring, ink, mark.width_px, true, mark.dash_px, mark.gap_px);
    }
  }

  void label(const OverlayMark& mark, Color ink) {
    TextStyle style;
    style.size = std::max(mark.size_px, 11.0f);
    style.color = ink;
    style.halo = sheet_.theme.halo_focus;
    style.halo_width = 3.2f;
    style.anchor = Anchor::centre;
    const Px at = symbol_at(mark);
    sheet_.top.text(mark.text, {at.x, at.y + style.size * 0.36f}, style);
  }

  Sheet& sheet_;
  const MapEvents& events_;
  const OverlayMarks& overlay_;
  std::uint32_t layer_;
  EventsById found_;
};

std::vector<Px> px_line(const Sheet& sheet, const OverlayMarks& overlay, const OverlayMark& mark) {
  std::vector<Px> out;
  for (std::uint32_t i = mark.points.first; i < mark.points.first + mark.points.count; ++i)
    out.push_back(px_of(sheet.map, LonLat{overlay.points[i].lon, overlay.points[i].lat}));
  return out;
}

}  // namespace

void claim_own_symbols(const Sheet& sheet, MapEvents& events) {
  for (const OverlayMarks& overlay : sheet.in.overlays) {
    const int layer = layer_named(*sheet.in.snapshot, overlay.layer);
    if (layer < 0 || overlay.own_symbol_ids.empty()) continue;
    const EventsById found = by_id(sheet, events, static_cast<std::uint32_t>(layer));
    for (const std::string& id : overlay.own_symbol_ids)
      if (const auto it = found.find(id); it != found.end()) events.events[it->second].own_symbol = true;
  }
}

void draw_overlays(Sheet& sheet, const MapEvents& events, OverlayPass pass) {
  // In layer order, whatever order the answers came in.
  for (std::size_t layer = 0; layer < sheet.in.snapshot->layers.size(); ++layer) {
    if (!sheet.layer_on(layer)) continue;
    for (const OverlayMarks& overlay : sheet.in.overlays) {
      if (overlay.layer != sheet.in.snapshot->layers[layer]->name) continue;
      OverlayDrawing drawing(sheet, events, overlay, static_cast<std::uint32_t>(layer));
      for (const OverlayMark& mark : overlay.marks)
        if (mark.over == (pass == OverlayPass::over) && mark.points.count > 0 && drawing.wanted(mark))
          drawing.draw(mark);
    }
  }
}

std::vector<Box2> overlay_boxes(const Sheet& sheet, const MapEvents& events) {
  std::vector<Box2> boxes;
  for (const OverlayMarks& overlay : sheet.in.overlays) {
    const int layer = layer_named(*sheet.in.snapshot, overlay.layer);
    if (layer < 0 || !sheet.layer_on(static_cast<std::size_t>(layer))) continue;
    // Only asked where things are: the sheet is not drawn on.
    const EventsById found = by_id(sheet, events, static_cast<std::uint32_t>(layer));
    for (const OverlayMark& mark : overlay.marks) {
      if (mark.points.count == 0) continue;
      if (mark.event != kNoEvent &&
          (mark.event >= overlay.event_ids.size() || !found.contains(overlay.event_ids[mark.event])))
        continue;
      // Names keep off the lines of events; a net over the whole map they may cross.
      if (mark.kind == OverlayKind::line && mark.event == kNoEvent) continue;
      if (mark.kind == OverlayKind::line) {
        add_line_boxes(sheet.map.box, px_line(sheet, overlay, mark), boxes);
        continue;
      }
      if (mark.kind != OverlayKind::symbol && mark.kind != OverlayKind::label) continue;
      const OverlayLonLat p = overlay.points[mark.points.first];
      const Px at = px_of(sheet.map, LonLat{p.lon, p.lat});
      const float half_h =
          mark.kind == OverlayKind::symbol ? mark.size_px * 1.1f : std::max(mark.size_px, 11.0f) * 0.6f;
      const float half_w = mark.kind == OverlayKind::symbol
                               ? half_h
                               : static_cast<float>(mark.text.size()) * mark.size_px * 0.3f;
      boxes.push_back(
          {at.x + mark.offset_x_px - half_w, at.y + mark.offset_y_px - half_h, 2 * half_w, 2 * half_h});
    }
  }
  return boxes;
}

}  // namespace vidik
