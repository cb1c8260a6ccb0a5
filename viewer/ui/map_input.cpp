#include "geo/grid_reference.h"
#include "scene/camera.h"
#include "scene/pick.h"
#include "ui/camera_moves.h"
#include "ui/gestures.h"
#include "ui/panels.h"
#include "ui/picking.h"
#include "ui/place_words.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr std::uint64_t kMostHovered = 200'000;  // visible events

Px pointer() { return {ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y}; }

// A pile: no zoom parts its events, since all lie within a pixel at the deepest one.
bool is_pile(const PanelIn& in, const Hit& hit, Intents& out) {
  double west = 180, east = -180, south = 90, north = -90;
  for (const EventRef e : hit.events) {
    const Layer& layer = *in.snapshot.layers[e.layer];
    west = std::min(west, layer.lon(e.row));
    east = std::max(east, layer.lon(e.row));
    south = std::min(south, layer.lat(e.row));
    north = std::max(north, layer.lat(e.row));
  }
  const double px = 360 / (256 * std::exp2(kMostZoom));
  if (east - west < px && north - south < px) return true;
  out.add(FitBox{west, south, east, north});
  return false;
}

void choose(const PanelIn& in, Intents& out, EventRef e, bool twice) {
  out.add(Select{in.key_of(e)});
  const Layer& layer = *in.snapshot.layers[e.layer];
  if (twice) out.add(FlyTo{layer.lon(e.row), layer.lat(e.row), std::max(in.view.camera.zoom + 1.5, 9.0)});
}

// Clicks while measuring: the next place, or the first one once more for what they enclose.
void measure_click(const PanelIn& in, Intents& out, Px at) {
  constexpr float kSame = 9;  // px
  const Measure& measure = in.view.measure;
  if (measure.points.size() > 2 && !measure.closed) {
    const Px first = px_of(in.picture.list.view, measure.points.front());
    if (std::hypot(first.x - at.x, first.y - at.y) < kSame) return out.add(CloseMeasured{});
  }
  const MapPlace place = place_at(in.view.camera, in.view.map, at);
  out.add(AddMeasured{place.lon, place.lat});
}

void click(const PanelIn& in, Intents& out, Px at, bool twice) {
  if (in.desk.measuring) {
    if (!twice) measure_click(in, out, at);
    return;
  }
  const Hit* found = hit_at(in.picture.hits, at, kPickSlack);
  if (found == nullptr) {
    if (const auto event = in.pick(at, kPickSlack)) return choose(in, out, *event, twice);
  }
  if (found == nullptr) {
    if (twice) {
      out.add(ZoomMap{at, 2});
    } else if (!in.view.selected.empty() || !in.view.spidered.empty()) {
      out.add(OpenPile{});
      out.add(Select{});
    }
    return;
  }
  if (found->events.size() == 1) {
    return choose(in, out, found->events.front(), twice);
  }
  if (is_pile(in, *found, out)) {
    OpenPile pile;
    for (const EventRef e : found->events) pile.events.push_back(in.key_of(e));
    out.add(std::move(pile));
  }
}

void hover(const PanelIn& in, Intents& out, bool over_map) {
  EventKey now;
  if (over_map && in.memory.drag == Drag::none) {
    const Hit* found = hit_at(in.picture.hits, pointer(), kPickSlack);
    std::optional<EventRef> event;
    if (found != nullptr && found->events.size() == 1) event = found->events.front();
    // A dot or a line is looked for with each move of the pointer as long as that is a matter of a millisecond.
    const ImGuiIO& io = ImGui::GetIO();
    const bool many = in.picture.as_points && in.picture.counts.shown > kMostHovered;
    if (found == nullptr && !many && (in.picture.as_points || !in.picture.shapes.empty())) {
      const bool moved = io.MouseDelta.x != 0 || io.MouseDelta.y != 0;
      if (!moved) return;
      event = in.pick(pointer(), kPickSlack);
    }
    if (found != nullptr || event) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (event) now = in.key_of(*event);
  }
  tell_hover(in, out, std::move(now), HoverPlace::map);
}

void drag_map(const PanelIn& in, Intents& out) {
  UiMemory& m = in.memory;
  const ImGuiIO& io = ImGui::GetIO();
  const Px at = pointer();
  if (ImGui::IsItemActivated()) {
    m.drag_x = at.x;
    m.drag_y = at.y;
    m.start_camera = in.view.camera;
    m.cancelled = false;
    m.drag = Drag::none;
    if (io.KeyShift) m.drag = Drag::box;
    if (io.KeyCtrl) m.drag = Drag::pick_box;
    if (in.flying) out.add(StopCamera{});
  }
  if (ImGui::IsItemActive() && !m.cancelled) {
    const bool moved = std::hypot(at.x - m.drag_x, at.y - m.drag_y) > 3;
    if (m.drag == Drag::none && moved) {
      m.drag = Drag::map;
      out.add(PanMap{at.x - m.drag_x, at.y - m.drag_y});
    } else if (m.drag == Drag::map && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)) {
      out.add(PanMap{io.MouseDelta.x, io.MouseDelta.y});
    }
    if (m.drag == Drag::map) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    if (m.drag == Drag::box || m.drag == Drag::pick_box) {
      ImDrawList& list = *ImGui::GetWindowDrawList();
      list.AddRectFilled({m.drag_x, m.drag_y}, {at.x, at.y}, im(with_alpha(in.theme.select, 0.08)));
      list.AddRect({m.drag_x, m.drag_y}, {at.x, at.y}, im(in.theme.select));
    }
  }
  if (!ImGui::IsItemDeactivated()) return;
  const Drag was = m.drag;
  m.drag = Drag::none;
  if (m.cancelled) {
    m.cancelled = false;
    return;
  }
  if (was == Drag::pick_box) {
    pick_on_map(in, out,
                {std::min(at.x, m.drag_x), std::min(at.y, m.drag_y), std::abs(at.x - m.drag_x),
                 std::abs(at.y - m.drag_y)});
    return;
  }
  if (was == Drag::box && std::abs(at.x - m.drag_x) > 8 && std::abs(at.y - m.drag_y) > 8) {
    MapView dragged = map_view(in.view.camera, in.view.map);
    const Box2 box{std::min(at.x, m.drag_x), std::min(at.y, m.drag_y), std::abs(at.x - m.drag_x),
                   std::abs(at.y - m.drag_y)};
    const Unit2 middle = unit_at(dragged, {box.x + box.w / 2, box.y + box.h / 2});
    dragged.box = box, dragged.centre_x = middle.x, dragged.centre_y = middle.y;
    const LonLatBox b = shown_box(dragged);
    out.add(FitBox{b.west, b.south, b.east, b.north});
  }
  if (was == Drag::none) click(in, out, at, false);
  out.add(Settle{});
}

void context_menu(const PanelIn& in, Intents& out) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(6, 6));
  const bool open = ImGui::BeginPopupContextItem("##here");
  ImGui::PopStyleVar();
  if (!open) return;
  close_on_escape(in);
  const ImVec2 at = ImGui::GetMousePosOnOpeningCurrentPopup();
  const MapPlace place = place_at(in.view.camera, in.view.map, {at.x, at.y});
  const double px_deg = 360 / (256 * std::exp2(in.view.camera.zoom));
  for (const std::string& words : {decimal_words(place, px_deg), dms_words(place, px_deg)})
    if (menu_row(in, "Copy " + words, false)) out.add(CopyText{words, "Coordinates copied"});
  const LonLat here{place.lon, place.lat};
  const double px_m = metres_per_px(in.picture.list.view, here.lat);
  for (const auto& [name, words] :
       {std::pair("MGRS ", mgrs_words(here, px_m)), std::pair("UTM ", utm_words(here, px_m))})
    if (menu_row(in, std::string("Copy ") + name + words, false))
      out.add(CopyText{words, "Coordinates copied"});
  if (menu_row(in, "Measure from here", false)) {
    out.add(MeasureMap{});
    out.add(AddMeasured{place.lon, place.lat});
  }
  if (menu_row(in, "Centre here", false)) out.add(FlyTo{place.lon, place.lat, 0});
  ImGui::EndPopup();
}

}  // namespace

void draw_inset_input(const PanelIn& in, Intents& out) {
  const MapView& inset = in.picture.inset;
  if (inset.box.w <= 0) return;
  PanelFrame frame("##inset", inset.box, with_alpha(in.theme.app, 0), ImGuiWindowFlags_NoBackground);
  if (hit("##where", inset.box)) {
    const LonLat place = place_at(inset, pointer());
    out.add(FlyTo{place.lon, place.lat, 0});
  }
  hint_tip(in, "Click to go there");
}

void draw_map_input(const PanelIn& in, Intents& out) {
  const Box2& map = in.layout.map;
  PanelFrame frame("##map", map, with_alpha(in.theme.app, 0),
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus);
  ImGui::SetCursorScreenPos({map.x, map.y});
  ImGui::InvisibleButton("##ground", {map.w, map.h});  // by keyboard the map is moved with the arrows
  const bool over = ImGui::IsItemHovered();
  in.memory.pointing = over;
  if (over) in.memory.pointed = place_at(in.view.camera, in.view.map, pointer());
  if (over && ImGui::IsMouseDoubleClicked(0)) {
    in.memory.cancelled = true;  // the second press is no drag
    click(in, out, pointer(), true);
  } else {
    drag_map(in, out);
  }
  const float wheel = ImGui::GetIO().MouseWheel;
  if (over && wheel != 0) out.add(ZoomMap{pointer(), std::pow(1.25, static_cast<double>(wheel))});
  context_menu(in, out);
  hover(in, out, over);
}

}  // namespace vidik
