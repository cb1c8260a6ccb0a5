// The base map's parts, each with a switch and whom it comes from, and the user's own files under the events.

#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>

namespace vidik {

namespace {

constexpr float kWidth = 336, kRow = 26;

void part_rows(const PanelIn& in, Intents& out, const Box2& box, float& y) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (int i = 0; i < kMapParts; ++i) {
    const auto part = static_cast<MapPart>(i);
    const MapPartWords& words = words_of(part);
    const bool on = !in.view.hidden.has(part);
    const float width =
        put_line(list, in.fonts.body, {box.x + 16, y}, on ? in.theme.text : in.theme.text3, words.words);
    const auto credit = std::find_if(in.map_credits.begin(), in.map_credits.end(),
                                     [&](const MapCredit& one) { return one.table == words.table; });
    if (credit != in.map_credits.end())
      put_line(list, in.fonts.micro, {box.x + 28 + width, y}, in.theme.text3, credit->words,
               box.w - 86 - width);
    const std::string id = "##part-" + std::string(words.id);
    if (switch_control(in, id.c_str(), {box.x + box.w - 40, y}, on, on ? "Hide" : "Show"))
      out.add(ShowMapPart{part, !on});
    y += kRow;
  }
}

constexpr const char* words_of(Projection projection) {
  return projection == Projection::web_mercator ? "Web Mercator" : "Equal area";
}

void projection_row(const PanelIn& in, Intents& out, const Box2& box) {
  const Projection now = in.view.camera.projection;
  if (!menu_button(in, "##projection", box, "Projection", words_of(now))) return;
  for (const Projection one : {Projection::web_mercator, Projection::equal_area})
    if (menu_row(in, words_of(one), one == now) && one != now) out.add(SetProjection{one});
  ImGui::EndPopup();
}

constexpr const char* words_of(Density density) {
  switch (density) {
    case Density::automatic:
      return "in hexagons when crowded";
    case Density::hexagons:
      return "always in hexagons";
    case Density::heat:
      return "as a heat map";
  }
  return "";
}

void density_row(const PanelIn& in, Intents& out, const Box2& box) {
  const Density now = in.view.density;
  if (!menu_button(in, "##density", box, "Events", words_of(now))) return;
  for (const Density one : {Density::automatic, Density::hexagons, Density::heat})
    if (menu_row(in, words_of(one), one == now) && one != now) out.add(SetDensity{one});
  ImGui::EndPopup();
}

// Three strengths are enough to see what lies below.
constexpr std::array<float, 3> kStrengths{1, 0.6f, 0.3f};

void own_row(const PanelIn& in, Intents& out, const Box2& box, float y, std::size_t i) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const OwnBaseView& own = in.view.bases[i];
  const BaseRow* row = i < in.bases.size() ? &in.bases[i] : nullptr;
  const bool trouble = row != nullptr && !row->trouble.empty();
  put_line(list, in.fonts.body, {box.x + 16, y},
           trouble  ? in.theme.danger
           : own.on ? in.theme.text
                    : in.theme.text3,
           row == nullptr ? own.path : row->name, 180);
  const std::string id = std::to_string(i);
  if (icon_button(in, ("##gone-" + id).c_str(), {box.x + box.w - 84, y - 12, 24, 24}, icon::close,
                  {.bare = true, .hint = "Take this file off the map"}))
    out.add(RemoveBase{own.path});
  if (trouble) return;
  const std::string percent = std::to_string(static_cast<int>(own.strength * 100 + 0.5f)) + " %";
  if (row != nullptr && row->reading) {
    put_line(list, in.fonts.micro, {box.x + 204, y}, in.theme.text3, "reading …");
  } else if (word_button(in, ("##strength-" + id).c_str(), {box.x + 200, y - 12, 48, 24}, percent,
                         {.hint = "How strongly it is drawn"})) {
    const auto* at = std::find(kStrengths.begin(), kStrengths.end(), own.strength);
    OwnBaseView next = own;
    next.strength = at == kStrengths.end() || at + 1 == kStrengths.end() ? kStrengths[0] : at[1];
    out.add(SetBase{next});
  }
  if (switch_control(in, ("##base-" + id).c_str(), {box.x + box.w - 40, y}, own.on,
                     own.on ? "Hide" : "Show")) {
    OwnBaseView next = own;
    next.on = !next.on;
    out.add(SetBase{next});
  }
}

}  // namespace

void draw_map_panel(const PanelIn& in, Intents& out) {
  if (!in.desk.map_open) return;
  const auto own = static_cast<float>(in.view.bases.size());
  const float troubles = static_cast<float>(std::count_if(
      in.bases.begin(), in.bases.end(), [](const BaseRow& row) { return !row.trouble.empty(); }));
  const float wanted = 126 + kRow * (kMapParts + own) + 18 * troubles + 74;
  const Box2 room = in.layout.map;
  const Box2 box{room.x + 60, room.y + 60, kWidth, std::min(wanted, room.h - 72)};
  PanelFrame frame("##map-panel", box, in.theme.panel, 0, 12, in.theme.line_strong);
  put_line(frame.list(), in.fonts.strong, {box.x + 16, box.y + 24}, in.theme.text, "Base map");
  if (icon_button(in, "##close", {box.x + box.w - 40, box.y + 10, 28, 28}, icon::close,
                  {.bare = true, .hint = "Close (Esc)"}))
    out.add(ShowPart{Part::map, false});
  ImGui::SetCursorScreenPos({box.x, box.y + 44});
  ImGui::BeginChild("##map-rows", {box.w - 4, box.h - 50});
  const float top = ImGui::GetCursorScreenPos().y;
  float y = top + 14;
  projection_row(in, out, {box.x + 16, y - 12, box.w - 32, 28});
  y += 34;
  density_row(in, out, {box.x + 16, y - 12, box.w - 32, 28});
  y += 36;
  part_rows(in, out, box, y);
  put_caps(*ImGui::GetWindowDrawList(), in.fonts.caps, {box.x + 16, y}, in.theme.text3, "YOUR OWN FILES");
  y += kRow;
  for (std::size_t i = 0; i < in.view.bases.size(); ++i) {
    own_row(in, out, box, y, i);
    if (i < in.bases.size() && !in.bases[i].trouble.empty()) {
      y += 18;
      put_line(*ImGui::GetWindowDrawList(), in.fonts.small, {box.x + 16, y}, in.theme.danger,
               in.bases[i].trouble, box.w - 40);
    }
    y += kRow;
  }
  std::string& path = in.memory.base_path;
  const Typed typed = text_field(in, "##base-path", {box.x + 16, y - 10, box.w - 40, 30},
                                 "Path of a map or picture file, then Enter", path, {.most = 1023});
  if (typed.entered && !path.empty()) {
    out.add(AddBase{path});
    path.clear();
  }
  ImGui::SetCursorScreenPos({box.x, top});
  ImGui::Dummy({1, y + 30 - top});
  ImGui::EndChild();
}

}  // namespace vidik
