// Names of countries and seas: set wide over an area, moved to where it is free.

#include "scene/labels.h"

#include "scene/camera.h"
#include "scene/upper_case.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vidik {

namespace {

constexpr float kStep = 9;       // px between two tries
constexpr double kOutside = 26;  // px of distance that a sample outside the country is worth
constexpr int kReach = 24;       // steps to every side

struct Offset {
  float x, y, far;
};  // in steps

// Ever further out from the middle.
const std::vector<Offset>& offsets() {
  static const std::vector<Offset> made = [] {
    std::vector<Offset> all;
    for (int j = -kReach; j <= kReach; ++j)
      for (int i = -kReach; i <= kReach; ++i)
        all.push_back({static_cast<float>(i), static_cast<float>(j),
                       std::hypot(static_cast<float>(i), static_cast<float>(j))});
    std::stable_sort(all.begin(), all.end(), [](const Offset& a, const Offset& b) { return a.far < b.far; });
    return all;
  }();
  return made;
}

bool inside(const Box2& outer, const Box2& b) {
  return b.x >= outer.x && b.y >= outer.y && b.x + b.w <= outer.x + outer.w && b.y + b.h <= outer.y + outer.h;
}

int samples_outside(const LabelIn& in, const LandMask* mask, Px middle, float w, float h, int most) {
  if (mask == nullptr) return 0;
  int outside = 0;
  for (int i = 0; i <= 4 && outside <= most; ++i)
    for (int j = 0; j <= 2; ++j) {
      const Unit2 unit = unit_at(in.view, {middle.x + w * (static_cast<float>(i) / 4 - 0.5f) * 0.96f,
                                           middle.y + h * (static_cast<float>(j) / 2 - 0.5f) * 0.8f});
      outside += !mask->inside(unit.x, unit.y);
    }
  return outside;
}

}  // namespace

std::vector<std::string> name_lines(const std::string& name, float most_width, const TextStyle& style,
                                    Fonts& fonts) {
  if (text_width(fonts, name, style) <= most_width) return {name};
  std::vector<std::string> best{name};
  float widest = 1e30f;
  for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ', at + 1)) {
    std::string a = name.substr(0, at), b = name.substr(at + 1);
    const float w = std::max(text_width(fonts, a, style), text_width(fonts, b, style));
    if (w < widest) widest = w, best = {std::move(a), std::move(b)};
  }
  return best;
}

void place_country(const LabelIn& in, std::size_t index, TakenBoxes& taken, const TakenBoxes& wanted,
                   MapLabels& out) {
  const Country& country = in.names.countries[index];
  const LandMask* mask = index < in.masks.size() ? &in.masks[index] : nullptr;
  const bool region = in.names.is_region(country);
  const std::string said = words_of(in.names.names_of(country), in.choice);
  const std::string name = region ? said : upper_case(said);
  if (name.empty()) return;
  const TextStyle style = country_style(in.theme, country, region);
  const std::vector<std::string> lines = name_lines(name, 118, style, in.fonts);
  float w = 0;
  for (const std::string& line : lines) w = std::max(w, text_width(in.fonts, line, style));
  const float leading = style.size * 1.34f;
  const float h = style.size * 0.82f + leading * static_cast<float>(lines.size() - 1);

  // Tries lie on a grid that starts at the country's own label point, so that panning does not move it.
  const Px own = px_of(in.view, country.label);
  const Box2 room = grown(in.view.box, -6);
  if (mask != nullptr &&
      !mask->meets(unit_at(in.view, {room.x, room.y}), unit_at(in.view, {room.x + room.w, room.y + room.h})))
    return;
  const Px start{std::clamp(own.x, room.x, room.x + room.w), std::clamp(own.y, room.y, room.y + room.h)};
  const bool off_map = start.x != own.x || start.y != own.y;
  if (off_map && mask == nullptr) return;
  // Off the map the whole view is searched, in larger steps.
  const float step = off_map ? std::max(room.w, room.h) / (2 * kReach) + 1 : kStep;
  // Most of the name has to lie in the country, and none of it on or under anything.
  const int most_outside = country.core ? 9 : 6;
  Px best{};
  double least = 1e30;
  for (const Offset& offset : offsets()) {
    double cost = static_cast<double>(offset.far * step);
    if (cost >= least) break;  // what is further away can only cost more
    const Px at{start.x + step * offset.x, start.y + step * offset.y};
    if (!inside(room, {at.x - w / 2, at.y - h / 2, w, h})) continue;
    const int outside = samples_outside(in, mask, at, w, h, most_outside);
    cost += kOutside * outside;
    if (outside > most_outside || cost >= least) continue;
    bool free = true;
    float dots = 0;  // a town's mark may lie under a name, but rather not
    for (std::size_t k = 0; k < lines.size() && free; ++k) {
      const Box2 line{at.x - w / 2 - 2, at.y - h / 2 + leading * static_cast<float>(k) - 2, w + 4,
                      style.size * 0.82f + 4};
      free = taken.free(line);
      dots += wanted.overlap(line);
    }
    cost += 3.0 * dots;
    if (free && cost < least) least = cost, best = at;
  }
  if (least > 1e29) return;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const float line_w = text_width(in.fonts, lines[k], style);
    const float base = best.y - h / 2 + style.size * 0.78f + leading * static_cast<float>(k);
    const Box2 box{best.x - line_w / 2, base - style.size * 0.78f, line_w, style.size * 0.82f};
    out.labels.push_back({lines[k], {box.x, base}, style, box, unit_at(in.view, best)});
    taken.add(grown(box, 2));
  }
}

void place_seas(const LabelIn& in, TakenBoxes& taken, MapLabels& out) {
  for (const SeaName& sea : in.names.seas) {
    const std::string name = words_of(sea.names, in.choice);
    TextStyle style = sea_style(in.theme);
    style.angle_deg = sea.angle_deg;
    style.anchor = Anchor::centre;
    const float w = text_width(in.fonts, name, style);
    const double turn = static_cast<double>(sea.angle_deg) * std::numbers::pi / 180;
    const auto along = static_cast<float>(std::cos(turn)), down = static_cast<float>(std::sin(turn));
    const Px own = px_of(in.view, sea.at);
    for (const float by : {0.0f, 30.0f, -30.0f, 60.0f, -60.0f, 90.0f, -90.0f, 130.0f, -130.0f}) {
      const Px at{own.x + along * by, own.y + down * by};
      // A row of small boxes follows the turned name.
      std::vector<Box2> boxes;
      bool free = true;
      const auto count = static_cast<int>(std::ceil(w / 12));
      for (int i = 0; i <= count; ++i) {
        const float f = (static_cast<float>(i) / static_cast<float>(count) - 0.5f) * w;
        const Box2 box{at.x + along * f - 9, at.y + down * f - 9 - 4 * along, 18, 18};
        free = free && inside(in.view.box, box) && taken.free(box);
        boxes.push_back(box);
      }
      if (!free) continue;
      for (const Box2& box : boxes) taken.add(box);
      Box2 round = boxes.front();
      for (const Box2& box : boxes) {
        const float x1 = std::max(round.x + round.w, box.x + box.w),
                    y1 = std::max(round.y + round.h, box.y + box.h);
        round.x = std::min(round.x, box.x), round.y = std::min(round.y, box.y);
        round.w = x1 - round.x, round.h = y1 - round.y;
      }
      out.labels.push_back({name, at, style, round, unit_at(in.view, at)});
      break;
    }
  }
}

}  // namespace vidik
