#include "scene/camera.h"
#include "scene/present_plan.h"
#include "scene/scene.h"

#include <algorithm>

namespace vidik {

namespace {

constexpr std::size_t kLanesOfAPage = 4;  // until the data is known; lanes take what room there is
constexpr float kGutter = 200, kNarrowGutter = 44;
constexpr float kLegendWidth = 302;  // with its margin

}  // namespace

void lay_out_page(ViewState& view, std::size_t lanes) {
  if (view.page.on) {
    view.map = plan_present(view).map;
    view.timeline = {};
    view.plot_x = 0;
    return;
  }
  const auto w = static_cast<float>(view.size.width), h = static_cast<float>(view.size.height);
  if (lanes == 0) lanes = view.layer_on.empty() ? kLanesOfAPage : view.layer_on.size();
  const int ranges = range_row_count(view.timeline_style);
  float strip = view.furniture.timeline ? timeline_height(lanes, view.size.height, ranges) : 0;
  if (strip > h * 0.45f) strip = 0;
  view.map = {0, 0, w, h - strip};
  view.timeline = {0, h - strip, w, strip};
  view.plot_x = w >= 900 ? kGutter : kNarrowGutter;
}

Camera fit_region(const ViewState& view) {
  const Box2& map = view.map;
  if (view.page.on) return fit_camera(kTheSix, map, plan_present(view).free, view.camera.projection);
  Box2 free{map.x + 16, map.y + 16, map.w - 32, map.h - 32};
  if (view.furniture.caption) free.y += 40, free.h -= 40;
  if (view.card.w > 0 && view.card.x > map.x + map.w / 2)
    free.w = std::max(120.0f, view.card.x - 16 - free.x);
  // Out from under the legend where they would be, and only where that costs no height: the six are taller than wide.
  const float wide = free.h * 0.84f;
  if (view.furniture.legend) {
    const float under = map.x + kLegendWidth - (free.x + (free.w - wide) / 2);
    if (under > 0 && free.w - kLegendWidth > wide) free.x += kLegendWidth, free.w -= kLegendWidth;
  }
  return fit_camera(kTheSix, map, free, view.camera.projection);
}

}  // namespace vidik
