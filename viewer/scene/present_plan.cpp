#include "scene/present_plan.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr double kArea = 1500.0 * 844;  // LOOK §10: 1920 x 1080 is 1.28 times it
constexpr float kFooterLine = 14;

PresentPlan plan_tall(PresentPlan p) {
  constexpr float m = 44;
  const float inner = p.width - 2 * m;
  p.footer = p.height - 26 - 3 * kFooterLine;
  p.strip = {m, p.footer - 30 - 48, inner, 48};
  const float key_height = std::min(226.0f, 0.24f * p.height), key_top = p.strip.y - 34 - key_height;
  p.key = {m, key_top, inner * 0.47f, key_height};
  p.notes = {m + inner * 0.53f, key_top, inner * 0.47f, key_height};
  p.title = {m, 40, inner, 110};
  p.map = {0, 0, p.width, key_top - 14};
  p.free = {m, 150, inner, p.map.h - 150 - 36};
  return p;
}

PresentPlan plan_wide(PresentPlan p) {
  constexpr float m = 50, column = 232;
  p.leaders = p.width >= 1.3f * p.height;
  p.footer = p.height - 22 - 2 * kFooterLine;
  p.strip = {m, p.footer - 34 - 48, p.width - 2 * m, 48};
  p.title = {m, 40, std::max(p.width * 0.33f - m, 300.0f), 200};
  p.key = {m, 270, column, p.strip.y - 40 - 270};
  p.notes = {m, 640, column + 24, p.strip.y - 40 - 640};
  // The map begins where the words end, so that no event lies under them uncounted; its edges fade.
  const float left = m + column + 30, bottom = p.strip.y - 46;
  p.map = {m + column + 8, 0, p.width - m - column - 8, p.strip.y - 20};
  const float right = p.leaders ? std::max(0.80f * p.width, left + 0.84f * (bottom - 60)) : p.width - 30;
  p.free = {left, 60, std::min(right, p.width - 30) - left, bottom - 60};
  return p;
}

}  // namespace

double present_scale(Size device) {
  return std::sqrt(static_cast<double>(device.width) * device.height / kArea);
}

void set_page(ViewState& view, Size px, double ratio) {
  const double unit = present_scale(px);
  view.page.on = true;
  view.page.device = {static_cast<int>(std::lround(px.width * ratio)),
                      static_cast<int>(std::lround(px.height * ratio))};
  view.scale = static_cast<float>(unit * ratio);
  view.size = {static_cast<int>(std::ceil(px.width / unit)), static_cast<int>(std::ceil(px.height / unit))};
}

PresentPlan plan_present(const ViewState& view) {
  PresentPlan p;
  p.width = static_cast<float>(view.page.device.width) / view.scale;
  p.height = static_cast<float>(view.page.device.height) / view.scale;
  p.tall = p.width < 0.9f * p.height;
  return p.tall ? plan_tall(p) : plan_wide(p);
}

}  // namespace vidik
