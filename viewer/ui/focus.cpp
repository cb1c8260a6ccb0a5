#include "ui/focus.h"

#include "ui/panel_in.h"
#include "ui/theme_style.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace vidik {

namespace {

// Controls know no PanelIn of their own; ImGui keeps a place for such things.
const PanelIn* panel_in() { return static_cast<const PanelIn*>(ImGui::GetIO().UserData); }

void move(Focus& focus, int by) {
  const auto size = static_cast<int>(focus.order.size());
  if (size == 0) return;
  int at = -1;
  for (int i = 0; i < size; ++i)
    if (focus.order[static_cast<std::size_t>(i)].id == focus.id) at = i;
  const int to = at < 0 ? (by > 0 ? 0 : size - 1) : (at + by + size) % size;
  focus.id = focus.order[static_cast<std::size_t>(to)].id;
  focus.shown = focus.moved = true;
}

}  // namespace

void begin_focus(const PanelIn& in) {
  ImGui::GetIO().UserData = const_cast<PanelIn*>(&in);
  Focus& focus = in.memory.focus;
  focus.order.swap(focus.offers);
  focus.offers.clear();
  std::stable_sort(focus.order.begin(), focus.order.end(), [](const Focus::Offer& a, const Focus::Offer& b) {
    return a.y != b.y ? a.y < b.y : a.x < b.x;
  });
  focus.pressed = focus.moved = false;
  in.memory.field_coming = std::max(in.memory.field_coming - 1, 0);
  const bool there = std::any_of(focus.order.begin(), focus.order.end(),
                                 [&](const Focus::Offer& offer) { return offer.id == focus.id; });
  if (!there) focus.takes_arrows = false;
  if (ImGui::IsMouseClicked(0) || ImGui::IsMouseClicked(1)) focus.shown = false;
  for (const KeyPress& k : in.keys) {
    if (k.key == Key::tab && !k.ctrl && !k.alt) {
      const bool typing = ImGui::GetIO().WantTextInput;
      const bool menu = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
      if (typing && menu) continue;                // a menu would close; Enter and Esc leave its field
      if (typing) ImGui::SetWindowFocus(nullptr);  // the field lets go
      move(focus, k.shift ? -1 : 1);
    }
    if (k.key == Key::enter && focus.shown && there && !ImGui::GetIO().WantTextInput) focus.pressed = true;
    if (k.key == Key::escape && focus.shown && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup))
      focus.shown = false, focus.takes_arrows = false;
  }
}

void end_focus() { ImGui::GetIO().UserData = nullptr; }

void focus_area(const Box2& box) {
  const PanelIn* in = panel_in();
  if (in == nullptr) return;
  in->memory.focus.area_y = box.y, in->memory.focus.area_x = box.x;
}

FocusTouch offer_focus(unsigned id, const Box2& box, bool takes_arrows) {
  const PanelIn* in = panel_in();
  if (in == nullptr) return {};
  Focus& focus = in->memory.focus;
  // Behind an open menu nothing takes part.
  if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup) &&
      !ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows | ImGuiFocusedFlags_NoPopupHierarchy))
    return {};
  focus.offers.push_back({focus.area_y, focus.area_x, id});
  if (focus.id != id || !focus.shown) return {};
  focus.takes_arrows = takes_arrows;
  focus.box = box;
  const Color ring = in->theme.select;
  ImGui::GetForegroundDrawList()->AddRect({box.x - 2, box.y - 2}, {box.x + box.w + 2, box.y + box.h + 2},
                                          im(ring), 6, 0, 2);
  return {true, std::exchange(focus.pressed, false), focus.moved};
}

FocusTouch offer_focus(const char* id, const Box2& box) {
  const FocusTouch touch = offer_focus(ImGui::GetID(id), box);
  if (touch.moved && !ImGui::IsItemVisible()) ImGui::SetScrollHereY();
  return touch;
}

void field_has_keys(unsigned id, bool since_now) {
  const PanelIn* in = panel_in();
  if (in == nullptr) return;
  Focus& focus = in->memory.focus;
  if (since_now && !focus.moved)
    focus.id = id;
  else if (focus.shown && focus.id != id)
    ImGui::SetWindowFocus(nullptr);  // Tab has gone on: the field lets go
}

}  // namespace vidik
