// Names of seas and lakes: a sea's where the table says, a lake's on it where it fits, else beside it.

#include "scene/label_work.h"

#include "scene/camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vidik {

namespace {

constexpr float kLeastLake = 22;    // px across
constexpr float kEdge = -6;         // px to the edge of the map
constexpr double kLakesFrom = 6.2;  // zoom

void place_sea(LabelWork& work, const SeaName& sea) {
  const LabelIn& in = work.in;
  PlacedLabel label;
  label.kind = LabelKind::sea;
  label.text = words_of(sea.names, in.choice);
  label.style = sea_style(in.theme);
  label.style.angle_deg = sea.angle_deg;
  label.style.anchor = Anchor::centre;
  const float w = text_width(in.fonts, label.text, label.style);
  const double turn = static_cast<double>(sea.angle_deg) * std::numbers::pi / 180;
  const auto along = static_cast<float>(std::cos(turn)), down = static_cast<float>(std::sin(turn));
  const Px own = px_of(in.view, sea.at);
  for (const float by : {0.0f, 30.0f, -30.0f, 60.0f, -60.0f, 90.0f, -90.0f, 130.0f, -130.0f}) {
    label.at = {own.x + along * by, own.y + down * by};
    // A row of small boxes follows the turned name.
    label.parts.clear();
    const auto count = static_cast<int>(std::ceil(w / 12));
    for (int i = 0; i <= count; ++i) {
      const float f = (static_cast<float>(i) / static_cast<float>(count) - 0.5f) * w;
      label.parts.push_back({label.at.x + along * f - 9, label.at.y + down * f - 9 - 4 * along, 18, 18});
    }
    if (!fits(label, in.view.box, work.taken)) continue;
    label.box = round_of(label.parts);
    label.anchor = ground_at(in.view, label.at);
    take(label, work.taken);
    work.out.labels.push_back(std::move(label));
    return;
  }
}

bool on_the_lake(const LabelWork& work, const LandMask& mask, const LetterRow& row, const TextStyle& style) {
  const float half = 0.36f * style.size;
  for (const PlacedLetter& letter : row.letters)
    for (const float x : {-half, half})
      for (const float y : {-half, half}) {
        const Unit2 unit = work.ground.at({row.at.x + letter.middle.x + x, row.at.y + letter.middle.y + y});
        if (!mask.inside(unit.x, unit.y)) return false;
      }
  return true;
}

bool put_on(LabelWork& work, const LandMask& mask, PlacedLabel& label) {
  const LabelIn& in = work.in;
  const Shaped& shaped = in.fonts.shape(label.text, label.style.face, label.style.size);
  for (const std::vector<Unit2>& line : mask.lines()) {
    std::vector<Px> points;
    for (const Unit2 unit : line) points.push_back(px_of_ground(in.view, unit));
    const NamePath path = NamePath(std::move(points)).moved_up(-0.36f * label.style.size);
    const auto row = letters_along(path, path.length() / 2, shaped, label.style);
    if (!row || !on_the_lake(work, mask, *row, label.style)) continue;
    set_letters(*row, label);
    if (!fits(label, grown(in.view.box, kEdge), work.taken)) continue;
    label.anchor = ground_at(in.view, label.at);
    return true;
  }
  label.parts.clear();
  label.letters.clear();
  return false;
}

bool put_beside(const LabelWork& work, const Box2& lake, Px middle, PlacedLabel& label) {
  const LabelIn& in = work.in;
  const float size = label.style.size, base = middle.y + 0.36f * size, air = 5;
  const float w = text_width(in.fonts, label.text, label.style);
  for (const Px at : {Px{lake.x + lake.w + air, base}, Px{lake.x - air - w, base},
                      Px{middle.x - w / 2, lake.y + lake.h + air + 0.8f * size},
                      Px{middle.x - w / 2, lake.y - air - 0.22f * size}}) {
    label.at = at;
    label.box = {at.x, at.y - 0.8f * size, w, 1.02f * size};
    if (!fits(label, grown(in.view.box, kEdge), work.taken)) continue;
    label.anchor = ground_at(in.view, middle);
    return true;
  }
  return false;
}

void place_lake(LabelWork& work, const Water& water, const LandMask& mask) {
  const LabelIn& in = work.in;
  Px least{1e30f, 1e30f}, most{-1e30f, -1e30f};
  for (const Fixed2 point : water.shape.points) {
    const Px p = px_of(in.view, point);
    least = {std::min(least.x, p.x), std::min(least.y, p.y)};
    most = {std::max(most.x, p.x), std::max(most.y, p.y)};
  }
  const Box2 lake{least.x, least.y, most.x - least.x, most.y - least.y};
  if (std::max(lake.w, lake.h) < kLeastLake || !meet(lake, in.view.box)) return;
  PlacedLabel label;
  label.kind = LabelKind::lake;
  label.text = words_of(water.names, in.choice);
  label.style = sea_style(in.theme);
  label.style.size = 11;
  label.style.tracking = 0.5f;
  if (!put_on(work, mask, label) && !put_beside(work, lake, px_of_ground(in.view, mask.middle()), label))
    return;
  take(label, work.taken);
  work.out.labels.push_back(std::move(label));
}

}  // namespace

void place_seas(LabelWork& work) {
  for (const SeaName& sea : work.in.names.seas) place_sea(work, sea);
}

void place_lakes(LabelWork& work) {
  if (zoom_of(work.in.view) < kLakesFrom) return;
  std::size_t mask = 0;
  for (const Water& water : work.in.names.waters)
    if (water.kind == WaterKind::lake && mask < work.in.lakes.size())
      place_lake(work, water, work.in.lakes[mask++]);
}

}  // namespace vidik
