// Names of rivers, letter by letter along a calm stretch: each once.

#include "scene/label_work.h"
#include "scene/river_line.h"
#include "scene/river_names.h"

#include "scene/camera.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vidik {

namespace {

constexpr double kFromZoom[] = {99, 5.8, 6.0, 6.4, 6.7};  // by the river's level
constexpr std::size_t kEvery = 6;                         // samples between two tries
constexpr float kMostStrayed = 12;  // px that a river may stray from its name's curve, both sides together
constexpr float kAir = 3;           // px between river and letters
constexpr float kMostTurned = 50;   // degrees between a name's letters
constexpr float kEdge = -8;         // px to the edge of the map
constexpr float kRoughShare = 1.6f, kTurnedShare = 0.35f, kTiltShare = 0.12f;  // what makes a stretch worse
constexpr float kBelow = 5, kCrossed = 0.25f;

TextStyle river_style(const Theme& theme, int level) {
  TextStyle style = sea_style(theme);
  style.size = level == 1 ? 12 : 11;
  style.tracking = 0.8f;
  return style;
}

// The stretches of one name, on the screen.
struct NamedRiver {
  int level = 4;
  std::vector<RiverLine> lines;
};

// Stretches of points that lie in the box.
std::vector<std::span<const Fixed2>> parts_in(const MapShape& shape, const LonLatBox& box) {
  const Fixed2 nw = to_fixed({box.west, std::min(box.north, 85.0)});
  Fixed2 se = to_fixed({box.east, std::max(box.south, -85.0)});
  if (box.east >= 180) se.x = INT32_MAX;  // 180° E is where the world begins again
  const auto in = [&](Fixed2 p) { return p.x >= nw.x && p.x <= se.x && p.y >= nw.y && p.y <= se.y; };
  std::vector<std::span<const Fixed2>> out;
  std::uint32_t first = 0;
  for (const std::uint32_t end : shape.ends) {
    for (std::uint32_t i = first; i < end;) {
      std::uint32_t last = i;
      while (last < end && in(shape.points[last])) ++last;
      if (last - i >= 2) out.push_back(shape.points.subspan(i, last - i));
      i = std::max(last, i + 1);
    }
    first = end;
  }
  return out;
}

// By name, so that the pieces of one river share one; sorted, so that the order does not hang on the set's.
std::map<std::pair<int, std::string>, NamedRiver> rivers_in(const LabelIn& in) {
  std::map<std::pair<int, std::string>, NamedRiver> out;
  const double zoom = zoom_of(in.view);
  const LonLatBox shown = shown_box(in.view);
  const Box2 near = grown(in.view.box, -kEdge);
  const auto add = [&](const Water& water, const MapNames& names, const LonLatBox& where) {
    const std::string name = words_of(names, in.choice);
    if (name.empty()) return;
    NamedRiver& river = out[{std::clamp(water.level, 1, 4), name}];
    for (const std::span<const Fixed2> part : parts_in(water.shape, where))
      river.lines.emplace_back(in.view, part, near);
  };
  for (const Water& water : in.names.waters) {
    if (water.kind != WaterKind::river ||
        zoom < kFromZoom[static_cast<std::size_t>(std::clamp(water.level, 1, 4))])
      continue;
    LonLatBox box;
    box.add(from_fixed({water.shape.box.west, water.shape.box.north}));
    box.add(from_fixed({water.shape.box.east, water.shape.box.south}));
    if (!box.meets(shown)) continue;
    bool listed = false;
    for (const RiverPart& part : river_parts()) {
      if (part.river != water.names.in(NameIn::en)) continue;
      listed = true;
      add(water, part.names.by[0].empty() ? water.names : part.names, part.where);
    }
    LonLatBox whole;
    whole.west = -180, whole.south = -85, whole.east = 180, whole.north = 85;
    if (!listed) add(water, water.names, whole);
  }
  return out;
}

struct Choice {
  float cost = 1e30f;
  PlacedLabel label;
};

void try_at(const LabelWork& work, const RiverLine& line, std::size_t middle, const Shaped& shaped,
            const TakenBoxes& rivers, PlacedLabel& label, Choice& best) {
  const TextStyle& style = label.style;
  const float width = shaped.width + style.tracking * static_cast<float>(shaped.glyphs.size() - 1);
  const auto stretch = line.calm(middle, width, kMostStrayed);
  if (!stretch) return;
  const float rough = kRoughShare * (stretch->above + stretch->below);
  if (rough >= best.cost) return;
  for (const bool above : {true, false}) {
    const float up = above ? stretch->above + kAir : -(stretch->below + kAir + 0.74f * style.size);
    const NamePath path = stretch->curve.moved_up(up);
    const auto row = letters_along(path, path.length() / 2, shaped, style);
    if (!row || row->turned > kMostTurned) continue;
    float cost = rough + kTurnedShare * row->turned + kTiltShare * std::abs(row->tilt) + (above ? 0 : kBelow);
    if (cost >= best.cost) continue;
    set_letters(*row, label);
    if (!fits(label, grown(work.in.view.box, kEdge), work.taken)) continue;
    for (const Box2& part : label.parts) cost += kCrossed * rivers.overlap(grown(part, -1));
    if (cost >= best.cost) continue;
    label.anchor = ground_at(work.in.view, stretch->middle);
    best = {cost, label};
  }
}

}  // namespace

void place_rivers(LabelWork& work) {
  const auto rivers = rivers_in(work.in);
  TakenBoxes lines;
  for (const auto& [key, river] : rivers)
    for (const RiverLine& line : river.lines)
      for (const RiverLine::Sample& sample : line.samples())
        lines.add({sample.at.x - 1.5f, sample.at.y - 1.5f, 3, 3});
  for (const auto& [key, river] : rivers) {
    Choice best;
    PlacedLabel label;
    label.kind = LabelKind::river;
    label.text = key.second;
    label.style = river_style(work.in.theme, key.first);
    const Shaped& shaped = work.in.fonts.shape(label.text, label.style.face, label.style.size);
    if (shaped.glyphs.empty()) continue;
    for (const RiverLine& line : river.lines)
      for (std::size_t i = 0; i < line.samples().size(); ++i)
        if (line.samples()[i].index % static_cast<std::int64_t>(kEvery) == 0)
          try_at(work, line, i, shaped, lines, label, best);
    if (best.cost > 1e29f) continue;
    take(best.label, work.taken);
    work.out.labels.push_back(std::move(best.label));
  }
}

}  // namespace vidik
