#include "ui/event_row.h"

#include "ui/event_facts.h"
#include "ui/gestures.h"
#include "ui/symbol_art.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

namespace vidik {

RowUse event_row(const PanelIn& in, Intents& out, EventRef event, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string id = "##o" + std::to_string(event.layer) + "_" + std::to_string(event.row);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const bool pressed = ImGui::InvisibleButton(id.c_str(), {width, kEventRow});
  const bool clicked = offer_focus(id.c_str(), {corner.x, corner.y, width, kEventRow}).pressed || pressed;
  if (!ImGui::IsItemVisible()) return RowUse::none;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) tell_hover(in, out, in.key_of(event), HoverPlace::list);
  const ImVec2 end{at.x + width, at.y + kEventRow};
  if (hovered || in.hovered == event) list.AddRectFilled(at, end, im(in.theme.control_hover), 5);
  if (in.selected == event) list.AddRect(at, end, im(in.theme.select), 5);
  const Snapshot& snapshot = in.snapshot;
  draw_symbol(list, in.theme, {at.x + 14, at.y + 13}, 5, snapshot.categories[snapshot.category(event)],
              static_cast<SymbolStyle>(snapshot.layers[event.layer]->columns.facts[event.row].status()));
  put_line(list, in.fonts.body, {at.x + 28, at.y + 12}, in.theme.text, event_title(snapshot, event),
           width - 34);
  const std::string place = event_place(snapshot, event);
  put_line(list, in.fonts.small, {at.x + 28, at.y + 29}, quiet_ink(in.theme, hovered),
           event_when(snapshot, event, in.zone) + (place.empty() ? "" : " · " + place), width - 34);
  return clicked ? RowUse::clicked : hovered ? RowUse::pointed : RowUse::none;
}

}  // namespace vidik
