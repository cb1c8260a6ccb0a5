#include "app/export_view.h"

#include "app/page_preset.h"
#include "scene/camera.h"
#include "scene/present_plan.h"
#include "scene/scene.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

// The window without its panels: the map as it is, and below it the timeline that a still of that size has.
void plain(ViewState& view, const ViewState& window, std::size_t lanes, int ratio) {
  const int w = static_cast<int>(std::lround(window.map.w)), h = static_cast<int>(std::lround(window.map.h));
  view.page = {};
  view.scale = static_cast<float>(ratio);
  view.furniture.timeline = true;
  view.size = {w, h};
  // How high the timeline is depends on the size of all; a step or two find it.
  for (int i = 0; i < 4; ++i) {
    lay_out_page(view, lanes);
    const int missing = h - static_cast<int>(std::lround(view.map.h));
    if (missing == 0) break;
    view.size.height += missing;
  }
}

LonLatBox shown_beside_card(const ViewState& window) {
  Box2 free = window.map;
  const Box2& card = window.card;
  if (card.w > 0 && card.x > free.x + free.w / 2) free.w = std::max(free.w / 3, card.x - 16 - free.x);
  // Windows are wide and pages have words beside the map: what is round the middle is what is looked at.
  const float side = std::min(free.w, free.h);
  free = {free.x + (free.w - side) / 2, free.y + (free.h - side) / 2, side, side};
  const MapView whole = map_view(window.camera, window.map);
  const LonLat nw = place_at(whole, {free.x, free.y}),
               se = place_at(whole, {free.x + free.w, free.y + free.h});
  return {nw.lon, se.lat, se.lon, nw.lat};
}

}  // namespace

Result<ViewState> export_view(const ViewState& window, const ExportChoice& choice,
                              const std::string& project_title, std::size_t lanes) {
  ViewState view = window;
  view.moving = view.timeline_drag = false;
  view.hovered = {};
  view.covered.clear();
  view.spidered.clear(), view.picked.clear();  // of the moment, and no option says them
  view.card = {};
  view.furniture.legend = view.furniture.scale_bar = view.furniture.credits = view.furniture.caption = true;
  if (choice.page == "none") {
    plain(view, window, lanes, choice.ratio);
    return view;
  }
  VIDIK_TRY(const PageSize page, parse_page_size(choice.page, 0));
  view.page = {};
  set_page(view, page.px, choice.ratio);
  view.page.transparent = choice.transparent;
  view.page.subtitle = choice.subtitle;
  if (!choice.callouts) view.page.callouts.emplace();
  view.theme = choice.light ? ThemeName::light : ThemeName::dark;
  view.furniture.title = choice.title.empty() ? project_title : choice.title;
  lay_out_page(view);
  view.camera =
      fit_camera(shown_beside_card(window), view.map, plan_present(view).free, view.camera.projection);
  return view;
}

ViewState as_preview(const ViewState& view, Size most) {
  ViewState out = view;
  const double w = view.page.on ? view.page.device.width : view.size.width * static_cast<double>(view.scale);
  const double h =
      view.page.on ? view.page.device.height : view.size.height * static_cast<double>(view.scale);
  const double less = std::min({1.0, most.width / w, most.height / h});
  out.scale = static_cast<float>(view.scale * less);
  if (view.page.on)
    out.page.device = {std::max(1, static_cast<int>(std::lround(w * less))),
                       std::max(1, static_cast<int>(std::lround(h * less)))};
  return out;
}

}  // namespace vidik
