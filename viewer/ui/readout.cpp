// Where the pointer is on the map, and what measuring says.

#include "ui/panels.h"
#include "ui/place_words.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include "geo/geodesic.h"
#include "scene/camera.h"
#include "scene/measure.h"

#include <cmath>

namespace vidik {

namespace {

constexpr float kHeight = 24;
constexpr float kLegend = 302;  // px that the legend may take at the lower left

double px_deg(const PanelIn& in) { return 360 / (256 * std::exp2(in.view.camera.zoom)); }

}  // namespace

void copy_pointed(const PanelIn& in, Intents& out) {
  const MapPlace place =
      in.memory.pointing ? in.memory.pointed : MapPlace{in.view.camera.lon, in.view.camera.lat};
  const std::string words = decimal_words(place, px_deg(in));
  out.add(CopyText{words, "Copied: " + words});
}

void draw_readout(const PanelIn& in, Intents& out) {
  const Box2& scale = in.picture.scale_bar;
  in.memory.readout = {};
  if (scale.w <= 0) return;
  // Away from the map there is no pointer to tell of: the middle of the map, which a click on the box copies.
  const MapPlace place =
      in.memory.pointing ? in.memory.pointed : MapPlace{in.view.camera.lon, in.view.camera.lat};
  const std::string decimal = (in.memory.pointing ? "" : "Centre ") + decimal_words(place, px_deg(in));
  const std::string dms = dms_words(place, px_deg(in));
  const float w_decimal = text_size(in.fonts.small, decimal).x, w_dms = text_size(in.fonts.small, dms).x;
  const float right = (in.picture.inset.box.w > 0 ? std::min(scale.x, in.picture.inset.box.x) : scale.x) - 8;
  const float room = right - in.layout.map.x - kLegend;
  float w = w_decimal + 20;
  const bool both = w + w_dms + 14 <= room;
  if (both) w += w_dms + 14;
  if (w > room) return;
  // As wide as the widest of its kind: it must not tremble with the digits.
  w = std::ceil(w / 12) * 12;
  const Box2 box{right - w, scale.y + scale.h - kHeight, w, kHeight};
  // Names keep off as much as it may take: they must not move with its digits.
  const float kept = both ? 288 : 144;
  in.memory.readout = {right - kept, box.y, kept, kHeight};
  PanelFrame frame("##readout", box, in.theme.panel_map, 0, 6, in.theme.line);
  if (hit("##copy-place", box)) copy_pointed(in, out);
  hint_tip(in, "Click to copy; Ctrl C copies the place under the pointer");
  const float y = box.y + kHeight / 2;
  put_line(frame.list(), in.fonts.small, {box.x + 10, y}, in.theme.text, decimal);
  if (both) put_line_right(frame.list(), in.fonts.small, {box.x + w - 10, y}, in.theme.text2, dms);
}

void draw_measuring(const PanelIn& in, Intents&) {
  if (!in.desk.measuring) return;
  const Measure& measure = in.view.measure;
  const char* words =
      measure.points.empty() ? "Measure: click the first place (Enter takes the middle of the map)"
      : measure.closed       ? "Click to measure anew · Esc ends"
      : measure.points.size() < 3
          ? "Click the next place · Backspace takes back · Esc ends"
          : "Click the next place, the first one for the area · Backspace takes back · Esc ends";
  const std::string fitted = fit_text(in.fonts.body, words, in.layout.map.w - 140);
  const float w = text_size(in.fonts.body, fitted).x + 28;
  const Box2 box{std::round(in.layout.map.x + (in.layout.map.w - w) / 2), in.layout.map.y + 60, w, 30};
  {
    PanelFrame frame("##measuring", box, in.theme.panel_map, ImGuiWindowFlags_NoInputs, 8,
                     in.theme.line_strong);
    put_line(frame.list(), in.fonts.body, {box.x + 14, box.y + 15}, in.theme.text, fitted);
  }
  if (measure.points.empty() || measure.closed || !in.memory.pointing || in.memory.drag != Drag::none) return;
  // The way to the pointer, ahead of the click.
  const Px from = px_of(in.picture.list.view, measure.points.back());
  const ImVec2 to = ImGui::GetIO().MousePos;
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  list.AddLine({from.x, from.y}, to, im(with_alpha(in.theme.symbol_case, 0.7)), 3);
  list.AddLine({from.x, from.y}, to, im(in.theme.select), 1);
  const double leg = geodesic_m(measure.points.back(), {in.memory.pointed.lon, in.memory.pointed.lat});
  tip_box(in, to, "+ " + measured_length(leg));
}

}  // namespace vidik
