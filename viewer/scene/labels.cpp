#include "scene/labels.h"

#include "scene/camera.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kCap = 0.80f, kDrop = 0.22f;  // of the em, above and below the baseline

enum class Side : std::uint8_t { e, w, n, s, ne, se, nw, sw };
constexpr Side kSides[] = {Side::e, Side::w, Side::n, Side::s, Side::ne, Side::se, Side::nw, Side::sw};

struct Spot {
  float x, base;
};  // left end of the baseline

Spot spot_at(Side side, Px dot, float far, float w, float size) {
  const float middle = dot.y + 0.36f * size, diagonal = far * 0.72f;
  const float above = dot.y - diagonal - kDrop * size * 0.4f, below = dot.y + diagonal + kCap * size;
  switch (side) {
    case Side::e:
      return {dot.x + far, middle};
    case Side::w:
      return {dot.x - far - w, middle};
    case Side::n:
      return {dot.x - w / 2, dot.y - far - kDrop * size};
    case Side::s:
      return {dot.x - w / 2, dot.y + far + kCap * size};
    case Side::ne:
      return {dot.x + diagonal, above};
    case Side::se:
      return {dot.x + diagonal, below};
    case Side::nw:
      return {dot.x - diagonal - w, above};
    case Side::sw:
      return {dot.x - diagonal - w, below};
  }
  return {};
}

Box2 box_of(Spot spot, float w, float size, float pad) {
  return {spot.x - pad, spot.base - kCap * size - pad, w + 2 * pad, (kCap + kDrop) * size + 2 * pad};
}

bool inside(const Box2& outer, const Box2& b) {
  return b.x >= outer.x && b.y >= outer.y && b.x + b.w <= outer.x + outer.w && b.y + b.h <= outer.y + outer.h;
}

Px dot_of(const MapView& view, const Place& place) { return px_of(view, place.fixed); }

// Quarters ("Sector 3") and names as long as a line are for maps of one city.
bool too_local(const Place& place) {
  if (place.core || place.capital) return false;
  const std::string_view name = place.names.in(NameIn::en);
  return name.size() > 20 ||
         std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool floats_over(const LabelIn& in, const Box2& box) {
  return std::any_of(in.floating.begin(), in.floating.end(), [&](const Box2& b) { return meet(b, box); });
}

void place_town(const LabelIn& in, const Place& place, const PlaceLook& look, TakenBoxes& taken,
                MapLabels& out) {
  const Px dot = dot_of(in.view, place);
  if (!in.view.box.contains(dot.x, dot.y) || floats_over(in, {dot.x - 3, dot.y - 3, 6, 6})) return;
  const std::string text = words_of(place.names, in.choice);
  if (text.empty() || too_local(place)) return;
  const float w = text_width(in.fonts, text, look.style), size = look.style.size;
  const float pad = look.pad;
  const float r = look.dot + 1;
  const Box2 dot_box{dot.x - r, dot.y - r, 2 * r, 2 * r};
  const bool covered = !taken.free(dot_box);
  const float base = look.dot + 3.5f;
  // Under a symbol a name stands further out; names of small towns are not worth the doubt whose they are.
  std::vector<float> steps{0};
  // A disc of twenty px can stand on a large city.
  if (covered) steps = look.order <= 4 ? std::vector<float>{5, 9, 14, 18, 22} : std::vector<float>{5, 9};
  if (covered && look.order >= 8) return;
  const Box2 room = grown(in.view.box, -4);
  Spot least{};
  float least_area = 1e30f;
  const auto put = [&](Spot spot) {
    out.labels.push_back(
        {text, {spot.x, spot.base}, look.style, box_of(spot, w, size, 0), unit_at(in.view, dot)});
    taken.add(box_of(spot, w, size, 1));
    taken.add(dot_box);
    if (!covered) out.dots.push_back({dot, look.dot, look.capital, place.core, unit_at(in.view, dot)});
  };
  for (const float step : steps)
    for (const Side side : kSides) {
      const Spot spot = spot_at(side, dot, base + step, w, size);
      const Box2 box = box_of(spot, w, size, pad);
      if (!inside(room, box)) continue;
      if (taken.free(box)) return put(spot);
      const bool must = place.core && look.capital && !floats_over(in, box);
      const float area = must ? taken.overlap(box) : 1e30f;
      if (area < least_area) least_area = area, least = spot;
    }
  // LOOK: the six capitals are always named; in the least bad place.
  if (least_area >= 1e29f) return;
  put(least);
  out.labels.back().forced = true;
}

}  // namespace

MapLabels place_labels(const LabelIn& in, TakenBoxes& taken) {
  MapLabels out;
  const double zoom = zoom_of(in.view);
  if (zoom < 5) return out;
  std::vector<PlaceLook> looks;
  looks.reserve(in.names.places.size());
  for (const Place& place : in.names.places)
    looks.push_back(place_look(in.theme, place, in.names.is_capital(place)));
  for (const Box2& box : in.floating) taken.add(box);
  TakenBoxes wanted;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const Place& place = in.names.places[i];
    if (zoom < looks[i].from_zoom || !(looks[i].capital || (place.core && place.rank <= 3))) continue;
    const Px dot = dot_of(in.view, place);
    if (in.view.box.contains(dot.x, dot.y)) wanted.add({dot.x - 5, dot.y - 5, 10, 10});
  }
  for (int order = 1; order <= 9; ++order) {
    if ((order == 1 || order == 6) && !in.hidden.has(MapPart::country_names))
      for (std::size_t i = 0; i < in.names.countries.size(); ++i)
        if (in.names.countries[i].core == (order == 1)) place_country(in, i, taken, wanted, out);
    if (order == 3 && !in.hidden.has(MapPart::water_names)) place_seas(in, taken, out);
    if (in.hidden.has(MapPart::place_names)) continue;
    for (std::size_t i = 0; i < looks.size(); ++i)
      if (looks[i].order == order && zoom >= looks[i].from_zoom)
        place_town(in, in.names.places[i], looks[i], taken, out);
  }
  return out;
}

MapLabels carried_labels(const MapLabels& placed, const MapView& from, const MapView& to,
                         std::span<const Box2> symbols, std::span<const Box2> floating) {
  MapLabels out;
  TakenBoxes taken;
  for (const auto& boxes : {symbols, floating})
    for (const Box2& box : boxes) taken.add(box);
  const bool zoomed = from.px_per_world != to.px_per_world;  // else they stand to one another as they did
  const auto way = [&](Unit2 anchor) {
    const Px then = px_of(from, anchor), now = px_of(to, anchor);
    return Px{now.x - then.x, now.y - then.y};
  };
  for (PlacedLabel label : placed.labels) {
    const Px by = way(label.anchor);
    label.at = {label.at.x + by.x, label.at.y + by.y};
    label.box = {label.box.x + by.x, label.box.y + by.y, label.box.w, label.box.h};
    if (!inside(to.box, label.box) || (label.style.angle_deg == 0 && !label.forced && !taken.free(label.box)))
      continue;
    // The box round a turned name holds much that is not the name: such names stay with their ground.
    if (label.style.angle_deg == 0 && zoomed) taken.add(label.box);
    out.labels.push_back(std::move(label));
  }
  for (TownDot dot : placed.dots) {
    const Px by = way(dot.anchor);
    dot.at = {dot.at.x + by.x, dot.at.y + by.y};
    const float r = dot.radius + 1;
    const Box2 box{dot.at.x - r, dot.at.y - r, 2 * r, 2 * r};
    const auto covered = [&](std::span<const Box2> boxes) {
      return std::any_of(boxes.begin(), boxes.end(), [&](const Box2& b) { return meet(b, box); });
    };
    if (inside(to.box, box) && !covered(symbols) && !covered(floating)) out.dots.push_back(dot);
  }
  return out;
}

void draw_labels(Sheet& sheet, Pen& pen, const MapLabels& labels) {
  const Theme& theme = sheet.theme;
  for (const TownDot& dot : labels.dots) {
    const Color ink = dot.core ? theme.label_city : theme.label_city_neighbour;
    const Color halo = dot.core ? theme.halo_focus : theme.halo_neighbour;
    if (dot.capital) {
      pen.rect({dot.at.x - 3.6f, dot.at.y - 3.6f, 7.2f, 7.2f}, halo, 1.5f);
      pen.rect({dot.at.x - 2.8f, dot.at.y - 2.8f, 5.6f, 5.6f}, {0, 0, 0, 0}, 0.5f, ink, 1.1f);
      pen.disc(dot.at, 1, ink);
    } else {
      pen.disc(dot.at, dot.radius + 1, halo);
      pen.disc(dot.at, dot.radius, halo, ink, 1.1f);
    }
  }
  for (const PlacedLabel& label : labels.labels) {
    Px at = label.at;
    if (label.style.angle_deg == 0) at = {std::round(at.x * 4) / 4, std::round(at.y)};
    pen.text(label.text, at, label.style);
  }
}

}  // namespace vidik
