#include "scene/labels.h"

#include "scene/camera.h"
#include "scene/label_work.h"

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

void place_town(LabelWork& work, const Place& place, const PlaceLook& look) {
  const LabelIn& in = work.in;
  TakenBoxes& taken = work.taken;
  MapLabels& out = work.out;
  const Px dot = px_of(in.view, place.fixed);
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
        {text, {spot.x, spot.base}, look.style, box_of(spot, w, size, 0), ground_at(in.view, dot)});
    taken.add(box_of(spot, w, size, 1));
    taken.add(dot_box);
    if (!covered) out.dots.push_back({dot, look.dot, look.capital, place.core, ground_at(in.view, dot)});
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

bool inside(const Box2& outer, const Box2& b) {
  return b.x >= outer.x && b.y >= outer.y && b.x + b.w <= outer.x + outer.w && b.y + b.h <= outer.y + outer.h;
}

Box2 round_of(std::span<const Box2> boxes) {
  Box2 round = boxes.front();
  for (const Box2& box : boxes) {
    const float x1 = std::max(round.x + round.w, box.x + box.w),
                y1 = std::max(round.y + round.h, box.y + box.h);
    round.x = std::min(round.x, box.x), round.y = std::min(round.y, box.y);
    round.w = x1 - round.x, round.h = y1 - round.y;
  }
  return round;
}

bool fits(const PlacedLabel& label, const Box2& room, const TakenBoxes& taken) {
  if (label.parts.empty()) return inside(room, label.box) && taken.free(label.box);
  return std::all_of(label.parts.begin(), label.parts.end(),
                     [&](const Box2& part) { return inside(room, part) && taken.free(part); });
}

void take(const PlacedLabel& label, TakenBoxes& taken) {
  if (label.parts.empty()) taken.add(grown(label.box, label.kind == LabelKind::country ? 2 : 1));
  for (const Box2& part : label.parts) taken.add(part);
}

Unit2 ground_at(const MapView& view, Px at) { return to_unit(place_at(view, at)); }

void set_letters(const LetterRow& row, PlacedLabel& label) {
  label.at = row.at;
  label.letters = row.letters;
  label.parts.clear();
  const float half = label.style.size * 0.56f;
  const auto add = [&](Px middle) {
    label.parts.push_back({row.at.x + middle.x - half, row.at.y + middle.y - half, 2 * half, 2 * half});
  };
  for (std::size_t i = 0; i < row.letters.size(); ++i) {
    const Px here = row.letters[i].middle;
    if (i > 0) {  // what lies between two letters belongs to the name too
      const Px before = row.letters[i - 1].middle;
      const auto gaps = static_cast<int>(std::hypot(here.x - before.x, here.y - before.y) / (2 * half));
      for (int k = 1; k <= gaps; ++k) {
        const float t = static_cast<float>(k) / static_cast<float>(gaps + 1);
        add({before.x + (here.x - before.x) * t, before.y + (here.y - before.y) * t});
      }
    }
    add(here);
  }
  label.box = round_of(label.parts);
}

LabelMasks label_masks(const MapSet& map) {
  constexpr double kAlongLake = 80;  // a lake's name may stand steep, a country's not
  LabelMasks out;
  // Outlines reach to the edge of the territorial sea; a name belongs on the land.
  const RetainedGeometry sea = map.geometry(MapContent::sea, 1);
  for (const Country& c : map.countries())
    out.countries.emplace_back(c.shape.box, c.shape.points, c.shape.ends, sea.vertices);
  for (const Water& water : map.waters())
    if (water.kind == WaterKind::lake)
      out.lakes.emplace_back(water.shape.box, water.shape.points, water.shape.ends, std::span<const Fixed2>(),
                             kAlongLake);
  return out;
}

MapLabels place_labels(const LabelIn& in, TakenBoxes& taken) {
  MapLabels out;
  const double zoom = zoom_of(in.view);
  if (zoom < 5) return out;
  LabelWork work{in, taken, out};
  std::vector<PlaceLook> looks;
  looks.reserve(in.names.places.size());
  for (const Place& place : in.names.places)
    looks.push_back(place_look(in.theme, place, in.names.is_capital(place)));
  for (const Box2& box : in.floating) taken.add(box);
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const Place& place = in.names.places[i];
    if (zoom < looks[i].from_zoom || !(looks[i].capital || (place.core && place.rank <= 3))) continue;
    const Px dot = px_of(in.view, place.fixed);
    if (in.view.box.contains(dot.x, dot.y)) work.wanted.add({dot.x - 5, dot.y - 5, 10, 10});
  }
  for (int order = 1; order <= 9; ++order) {
    if ((order == 1 || order == 6) && !in.hidden.has(MapPart::country_names))
      for (std::size_t i = 0; i < in.names.countries.size(); ++i)
        if (in.names.countries[i].core == (order == 1)) place_country(work, i);
    const bool waters = !in.hidden.has(MapPart::water_names);
    if (order == 3 && waters) place_seas(work);
    // LOOK ranks rivers with the small towns; a river has few places for its name and a town eight.
    if (order == 8 && waters) place_lakes(work), place_rivers(work);
    if (in.hidden.has(MapPart::place_names)) continue;
    for (std::size_t i = 0; i < looks.size(); ++i)
      if (looks[i].order == order && zoom >= looks[i].from_zoom)
        place_town(work, in.names.places[i], looks[i]);
  }
  return out;
}

namespace {

// Without the air round it: names that stood close may go on standing close.
void take_as_is(const PlacedLabel& label, TakenBoxes& taken) {
  if (label.parts.empty()) taken.add(label.box);
  for (const Box2& part : label.parts) taken.add(part);
}

}  // namespace

MapLabels carried_labels(const MapLabels& placed, const MapView& from, const MapView& to,
                         std::span<const Box2> symbols, std::span<const Box2> floating) {
  MapLabels out;
  TakenBoxes taken;
  for (const auto& boxes : {symbols, floating})
    for (const Box2& box : boxes) taken.add(box);
  const bool zoomed = from.px_per_world != to.px_per_world;  // else they stand to one another as they did
  const auto way = [&](Unit2 anchor) {
    const Px then = px_of_ground(from, anchor), now = px_of_ground(to, anchor);
    return Px{now.x - then.x, now.y - then.y};
  };
  for (PlacedLabel label : placed.labels) {
    const Px by = way(label.anchor);
    label.at = {label.at.x + by.x, label.at.y + by.y};
    label.box = {label.box.x + by.x, label.box.y + by.y, label.box.w, label.box.h};
    for (Box2& part : label.parts) part.x += by.x, part.y += by.y;
    if (!inside(to.box, label.box) || (!label.forced && !fits(label, to.box, taken))) continue;
    if (zoomed) take_as_is(label, taken);
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

}  // namespace vidik
