// Names of countries: spaced out along the middle of the land where that reads well, else set close in one or two level lines.

#include "scene/label_work.h"

#include "scene/camera.h"
#include "scene/upper_case.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kStep = 9;       // px between two tries
constexpr double kOutside = 26;  // px of distance that a sample outside the country is worth
constexpr int kReach = 24;       // steps to every side
constexpr float kWide = 118;     // px: a longer name breaks into two lines
constexpr double kGood = 40;     // px of cost up to which no closer setting is tried,
constexpr double kCloser = 24;   // and what one has to gain
constexpr double kAlong = 30;    // px that a name along the land may be further off than a level one
constexpr float kEdge = 6;       // px to the edge of the map

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

int samples_outside(const LabelWork& work, const LandMask* mask, Px middle, float w, float h, int most) {
  if (mask == nullptr) return 0;
  int outside = 0;
  for (int i = 0; i <= 4 && outside <= most; ++i)
    for (int j = 0; j <= 2; ++j) {
      const Unit2 unit = work.ground.at({middle.x + w * (static_cast<float>(i) / 4 - 0.5f) * 0.96f,
                                         middle.y + h * (static_cast<float>(j) / 2 - 0.5f) * 0.8f});
      outside += !mask->inside(unit.x, unit.y);
    }
  return outside;
}

// A name in level lines: wide, or closer where the country has little room.
struct Setting {
  TextStyle style;
  std::vector<std::string> lines;
  float w = 0, h = 0, leading = 0;
};

Setting set_name(const LabelIn& in, const std::string& name, const TextStyle& style, float most_width) {
  Setting out{style, name_lines(name, most_width, style, in.fonts)};
  for (const std::string& line : out.lines) out.w = std::max(out.w, text_width(in.fonts, line, style));
  out.leading = style.size * 1.34f;
  out.h = style.size * 0.82f + out.leading * static_cast<float>(out.lines.size() - 1);
  return out;
}

struct Found {
  Px at;
  double cost = 1e30;
};

Found search(const LabelWork& work, const Setting& set, const LandMask* mask, Px start, float step,
             int most_outside) {
  const Box2 room = grown(work.in.view.box, -kEdge);
  Found best;
  for (const Offset& offset : offsets()) {
    double cost = static_cast<double>(offset.far * step);
    if (cost >= best.cost) break;  // what is further away can only cost more
    const Px at{start.x + step * offset.x, start.y + step * offset.y};
    if (!inside(room, {at.x - set.w / 2, at.y - set.h / 2, set.w, set.h})) continue;
    const int outside = samples_outside(work, mask, at, set.w, set.h, most_outside);
    cost += kOutside * outside;
    if (outside > most_outside || cost >= best.cost) continue;
    bool free = true;
    float dots = 0;  // a town's mark may lie under a name, but rather not
    for (std::size_t k = 0; k < set.lines.size() && free; ++k) {
      const Box2 line{at.x - set.w / 2 - 2, at.y - set.h / 2 + set.leading * static_cast<float>(k) - 2,
                      set.w + 4, set.style.size * 0.82f + 4};
      free = work.taken.free(line);
      dots += work.wanted.overlap(line);
    }
    cost += 3.0 * static_cast<double>(dots);
    if (free && cost < best.cost) best = {at, cost};
  }
  return best;
}

void put(LabelWork& work, const Setting& set, Px middle) {
  const Unit2 anchor = ground_at(work.in.view, middle);
  for (std::size_t k = 0; k < set.lines.size(); ++k) {
    const float w = text_width(work.in.fonts, set.lines[k], set.style);
    const float base = middle.y - set.h / 2 + set.style.size * 0.78f + set.leading * static_cast<float>(k);
    PlacedLabel label;
    label.text = set.lines[k];
    label.style = set.style;
    label.box = {middle.x - w / 2, base - set.style.size * 0.78f, w, set.style.size * 0.82f};
    label.at = {label.box.x, base};
    label.anchor = anchor;
    label.kind = LabelKind::country;
    take(label, work.taken);
    work.out.labels.push_back(std::move(label));
  }
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

void place_country(LabelWork& work, std::size_t index) {
  const LabelIn& in = work.in;
  const Country& country = in.names.countries[index];
  const LandMask* mask = index < in.masks.size() ? &in.masks[index] : nullptr;
  const bool region = in.names.is_region(country);
  const std::string said = words_of(in.names.names_of(country), in.choice);
  const std::string name = region ? said : upper_case(said);
  if (name.empty()) return;
  const TextStyle style = country_style(in.theme, country, region);

  // Tries lie on a grid that starts at the country's own middle, so that panning does not move it.
  const Px own = mask != nullptr ? px_of_ground(in.view, mask->middle()) : px_of(in.view, country.label);
  const Box2 room = grown(in.view.box, -kEdge);
  if (mask != nullptr && !mask->meets(ground_at(in.view, {room.x, room.y}),
                                      ground_at(in.view, {room.x + room.w, room.y + room.h})))
    return;
  const Px start{std::clamp(own.x, room.x, room.x + room.w), std::clamp(own.y, room.y, room.y + room.h)};
  const bool off_map = start.x != own.x || start.y != own.y;
  if (off_map && mask == nullptr) return;
  // Off the map the whole view is searched, in larger steps.
  const float step = off_map ? std::max(room.w, room.h) / (2 * kReach) + 1 : kStep;
  // Most of the name has to lie in the country, and none of it on or under anything.
  const int most_outside = country.core ? 9 : 6;
  CountryAlong along;
  if (mask != nullptr && !region) along = country_along(work, *mask, name, style, country.core ? 0.15 : 0.05);
  Setting set = set_name(in, name, style, kWide);
  Found best = search(work, set, mask, start, step, most_outside);
  if (along.cost < best.cost + kAlong) {
    take(along.label, work.taken);
    work.out.labels.push_back(std::move(along.label));
    return;
  }
  if (best.cost > kGood) {
    TextStyle close = style;
    close.tracking = std::min(style.tracking, 0.06f * style.size);
    const Setting other = set_name(in, name, close, kWide * 0.8f);
    const Found found = search(work, other, mask, start, step, most_outside);
    if (found.cost + kCloser < best.cost) best = found, set = other;
  }
  if (best.cost < 1e29) put(work, set, best.at);
}

}  // namespace vidik
