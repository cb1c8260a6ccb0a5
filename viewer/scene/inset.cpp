#include "scene/inset.h"

#include "scene/camera.h"
#include "scene/key_hash.h"
#include "scene/map_base.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kWidth = 132, kHeight = 152;
constexpr float kLeastMap = 420;  // px; on a smaller map there is no room to spare
constexpr double kRoom = 0.06;    // of the region, left round it
constexpr float kLeastFrame = 6;  // px: a smaller view is a mark, not a box

bool shows_all(const LonLatBox& shown) {
  return shown.west <= kTheSix.west && shown.east >= kTheSix.east && shown.south <= kTheSix.south &&
         shown.north >= kTheSix.north;
}

// What is seen, in px of the inset, cut to it: both are of one projection.
Box2 frame_in(const MapView& inset, const MapView& map) {
  const Box2& all = map.box;
  const Px nw = px_of(inset, unit_at(map, {all.x, all.y})),
           se = px_of(inset, unit_at(map, {all.x + all.w, all.y + all.h}));
  const float x0 = std::max(nw.x, inset.box.x), x1 = std::min(se.x, inset.box.x + inset.box.w);
  const float y0 = std::max(nw.y, inset.box.y), y1 = std::min(se.y, inset.box.y + inset.box.h);
  return {x0, y0, x1 - x0, y1 - y0};
}

void draw_ground(Pen& pen, const Sheet& sheet, const Box2& box) {
  const Theme& theme = sheet.theme;
  const auto fill = [&](MapLayer layer, Color color) { pen.mark(MapFill{{layer, 0}, color}); };
  const auto stroke = [&](MapLayer layer, Color color, float width) {
    pen.mark(MapStroke{{layer, 0}, color, width});
  };
  pen.rect(box, theme.sea);
  fill(MapLayer::land, theme.land_neighbour);
  fill(MapLayer::land_focus, theme.land_focus);
  fill(MapLayer::sea, theme.sea);
  const auto shown = [&](MapPart part) { return !sheet.view.hidden.has(part); };
  if (shown(MapPart::coast)) {
    stroke(MapLayer::coast_neighbour, theme.coast_neighbour, 0.6f);
    stroke(MapLayer::coast_focus, theme.coast, 0.7f);
  }
  if (!shown(MapPart::borders)) return;
  stroke(MapLayer::border_neighbour, theme.border_neighbour, 0.6f);
  for (const DrawnLine& line : drawn_lines(sheet.in)) {
    if (line.style == BorderStyle::absent || line.style == BorderStyle::thin) continue;
    const float dash = line.style == BorderStyle::dashed ? 2.5f : 0;
    pen.mark(MapStroke{{line.layer, 0}, with_alpha(theme.border_inner, 0.6), 0.6f, dash, 1.7f});
  }
  stroke(MapLayer::border_inner, with_alpha(theme.border_inner, 0.6), 0.6f);
  stroke(MapLayer::border_outer, with_alpha(theme.border_outer, 0.8), 0.8f);
}

}  // namespace

MapView inset_view(const Sheet& sheet, Px corner) {
  MapView none;
  none.box = {};
  const Box2& map = sheet.map.box;
  const LonLatBox shown = shown_box(sheet.map);
  if (!sheet.view.furniture.inset || sheet.in.map == nullptr || map.w < kLeastMap || map.h < kLeastMap)
    return none;
  if (shows_all(shown) || !shown.meets(kTheSix)) return none;
  Box2 box{std::round(corner.x - kWidth), std::round(corner.y - kHeight), kWidth, kHeight};
  const Box2& card = sheet.view.card;
  if (card.w > 0 && meet(grown(card, 8), box)) box.x = std::round(card.x - 16 - kWidth);
  const double dx = (kTheSix.east - kTheSix.west) * kRoom, dy = (kTheSix.north - kTheSix.south) * kRoom;
  const LonLatBox roomy{kTheSix.west - dx, kTheSix.south - dy, kTheSix.east + dx, kTheSix.north + dy};
  return map_view(fit_camera(roomy, box, box, sheet.map.projection), box);
}

void draw_inset(Sheet& sheet, const MapView& inset) {
  KeptPart& part = sheet.out.list.inset;
  if (inset.box.w <= 0) {
    part = {};
    return;
  }
  KeyHash hash;
  for (const float v : {inset.box.x, inset.box.y, inset.box.w, inset.box.h, sheet.view.scale}) hash.add(v);
  hash.add(sheet.view.theme);
  hash.add(sheet.view.hidden.bits());
  for (const DrawnLine& line : drawn_lines(sheet.in)) hash.add(line.style);
  hash.add(inset.projection);
  for (const double v : {sheet.map.centre_x, sheet.map.centre_y, sheet.map.px_per_world}) hash.add(v);
  hash.add(sheet.map.box.w), hash.add(sheet.map.box.h);
  hash.add(sheet.out.list.size.width), hash.add(sheet.out.list.size.height);
  if (part.list && part.key == hash.value()) return;
  const auto list = std::make_shared<DrawList>();
  list->size = sheet.out.list.size;
  list->scale = sheet.out.list.scale;
  list->view = inset;
  Pen pen(*list, list->top, sheet.top.fonts());
  const Theme& theme = sheet.theme;
  const Box2& box = inset.box;
  pen.clip(box);
  draw_ground(pen, sheet, box);
  const Box2 frame = frame_in(inset, sheet.map);
  if (frame.w >= kLeastFrame && frame.h >= kLeastFrame) {
    pen.rect(frame, with_alpha(theme.select, 0.10), 0, theme.select, 1.5f);
  } else {
    const Px at = px_of(inset, Unit2{sheet.map.centre_x, sheet.map.centre_y});
    pen.ring(at, 5, 1.5f, theme.select);
    pen.disc(at, 1.6f, theme.select);
  }
  pen.rect(box, with_alpha(theme.app, 0), 0, theme.line_strong, 1);
  pen.unclip();
  part = {box, hash.value(), list};
}

}  // namespace vidik
