// A country's name letter by letter along a line through the middle of its land.

#include "scene/label_work.h"

#include "scene/camera.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kShare = 0.58f;        // of the line that a name likes to fill,
constexpr float kMostTracking = 0.9f;  // em: letters further apart fall into single ones
constexpr float kMostShare = 0.94f;    // of the line
constexpr float kAside = 9;            // px between two tries to the side of the line
constexpr int kMostAside = 6;
constexpr int kMostShift = 5;      // tries to either side of the middle, each
constexpr float kShift = 0.05f;    // of the line
constexpr float kMostTurned = 42;  // degrees between a name's letters
constexpr float kLevel = 3;        // degrees up to which a line is set level
constexpr double kTilted = 0.35;   // px that a degree off the level is worth
constexpr double kOutside = 14;    // px that a letter outside the land is worth
constexpr double kNarrow = 0.25;   // px that a px less of spread is worth
constexpr float kEdge = 16;

// The longest stretch of the line in the room, close points.
std::vector<Px> stretch_in(const MapView& view, const std::vector<Unit2>& line, const Box2& room) {
  std::vector<Px> best, now;
  Px before{};
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Px to = px_of_ground(view, line[i]);
    const int steps =
        i == 0 ? 1 : std::clamp(static_cast<int>(std::hypot(to.x - before.x, to.y - before.y) / 12), 1, 400);
    for (int k = 1; k <= steps; ++k) {
      const float t = i == 0 ? 1 : static_cast<float>(k) / static_cast<float>(steps);
      const Px at{before.x + (to.x - before.x) * t, before.y + (to.y - before.y) * t};
      if (room.contains(i == 0 ? to.x : at.x, i == 0 ? to.y : at.y)) {
        now.push_back(i == 0 ? to : at);
      } else {
        if (now.size() > best.size()) best = now;
        now.clear();
      }
    }
    before = to;
  }
  return now.size() > best.size() ? now : best;
}

double outside_share(const LabelWork& work, const LandMask& mask, const PlacedLabel& label) {
  int outside = 0;
  for (const Box2& part : label.parts)
    for (const float y : {part.y, part.y + part.h}) {
      const Unit2 unit = work.ground.at({part.x + part.w / 2, y});
      outside += !mask.inside(unit.x, unit.y);
    }
  return outside / (2.0 * static_cast<double>(label.parts.size()));
}

// A line that is all but level reads best quite level, and is drawn more sharply.
void level(const LabelWork& work, const LetterRow& row, PlacedLabel& label) {
  if (row.turned > 2 * kLevel || std::abs(row.tilt) > kLevel) return;
  const float w = text_width(work.in.fonts, label.text, label.style), size = label.style.size;
  label.letters.clear();
  label.parts.clear();
  label.at = {row.at.x - w / 2, row.at.y};
  label.box = {label.at.x, label.at.y - 0.78f * size, w, 0.82f * size};
}

class Try {
 public:
  Try(const LabelWork& work, const LandMask& mask, const std::string& name, TextStyle style)
      : work_(work), mask_(mask), style_(style), shaped_(work.in.fonts.shape(name, style.face, style.size)) {
    label_.text = name;
    label_.kind = LabelKind::country;
  }

  void along(const std::vector<Unit2>& line, double most_outside, CountryAlong& best) {
    const MapView& view = work_.in.view;
    std::vector<Px> points = stretch_in(view, line, grown(view.box, -kEdge));
    if (points.size() < 2) return;
    const NamePath middle(std::move(points));
    const auto gaps = static_cast<float>(std::max<std::size_t>(shaped_.glyphs.size(), 2) - 1);
    const float least = style_.tracking, widest = kMostTracking * style_.size;
    const float wanted =
        std::clamp((kShare * middle.length() - shaped_.width) / gaps, least, std::max(least, widest));
    for (const float spread : {1.0f, 0.6f, 0.25f, 0.0f}) {
      style_.tracking = least + (wanted - least) * spread;
      const double narrow = kNarrow * static_cast<double>((wanted - style_.tracking) * gaps);
      if (shaped_.width + style_.tracking * gaps > kMostShare * middle.length() || narrow >= best.cost)
        continue;
      for (int aside = 0; aside <= 2 * kMostAside; ++aside)
        side(middle, kAside * static_cast<float>(aside % 2 == 1 ? (aside + 1) / 2 : -aside / 2), narrow,
             most_outside, best);
      if (wanted - least < 0.5f) break;
    }
    style_.tracking = least;
  }

 private:
  void side(const NamePath& middle, float up, double narrow, double most_outside, CountryAlong& best) {
    if (narrow + static_cast<double>(std::abs(up)) >= best.cost) return;
    const NamePath path = middle.moved_up(up - 0.36f * style_.size);
    for (int k = 0; k <= 2 * kMostShift; ++k) {
      const float shift = kShift * path.length() * static_cast<float>(k % 2 == 1 ? (k + 1) / 2 : -k / 2);
      double cost = narrow + static_cast<double>(std::hypot(up, shift));
      if (cost >= best.cost) continue;
      const auto row = letters_along(path, path.length() / 2 + shift, shaped_, style_);
      if (!row || row->turned > kMostTurned) continue;
      label_.style = style_;
      set_letters(*row, label_);
      cost += kTilted * static_cast<double>(std::abs(row->tilt));
      const double out = outside_share(work_, mask_, label_);
      cost += kOutside * out * static_cast<double>(label_.parts.size());
      if (cost >= best.cost || out > most_outside) continue;
      for (const Box2& part : label_.parts) cost += 3 * static_cast<double>(work_.wanted.overlap(part));
      const float edge = 6;
      if (cost >= best.cost || !fits(label_, grown(work_.in.view.box, -edge), work_.taken)) continue;
      best.label = label_;
      level(work_, *row, best.label);
      best.label.anchor = ground_at(work_.in.view, row->at);
      best.cost = cost;
    }
  }

  const LabelWork& work_;
  const LandMask& mask_;
  TextStyle style_;
  const Shaped& shaped_;
  PlacedLabel label_;
};

}  // namespace

CountryAlong country_along(const LabelWork& work, const LandMask& mask, const std::string& name,
                           const TextStyle& style, double most_outside) {
  CountryAlong best;
  Try one(work, mask, name, style);
  for (const std::vector<Unit2>& line : mask.lines()) one.along(line, most_outside, best);
  return best;
}

}  // namespace vidik
