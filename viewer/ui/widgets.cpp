#include "ui/widgets.h"

#include "ui/icons.h"
#include "ui/theme_style.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace vidik {

namespace {

ImVec2 corner(const Box2& b) { return {b.x, b.y}; }
ImVec2 far_corner(const Box2& b) { return {b.x + b.w, b.y + b.h}; }

// Ground of a control: token by state (LOOK §2.1).
Color ground_of(const Theme& t, const Look& look, bool hovered, bool held) {
  if (look.primary || look.active) return hovered ? mix(t.accent, t.panel, 0.12) : t.accent;
  if (held) return mix(t.control_hover, t.text, 0.1);
  if (hovered) return t.control_hover;
  return look.bare ? with_alpha(t.control, 0) : t.control;
}
Color ink_of(const Theme& t, const Look& look) {
  if (look.primary || look.active) return t.on_accent;
  return look.enabled ? (look.bare ? t.text2 : t.text) : with_alpha(t.text3, 0.5);
}

bool press(const PanelIn& in, const char* id, const Box2& box, const Look& look, Color& ground) {
  const bool clicked = hit(id, box) && look.enabled;
  const bool hovered = look.enabled && ImGui::IsItemHovered();
  ground = ground_of(in.theme, look, hovered, hovered && ImGui::IsItemActive());
  if (!look.hint.empty()) hint_tip(in, look.hint);
  return clicked;
}

}  // namespace

PanelFrame::PanelFrame(const char* id, const Box2& box, Color ground, ImGuiWindowFlags more, float radius,
                       Color border) {
  ImGui::SetNextWindowPos({box.x, box.y});
  ImGui::SetNextWindowSize({box.w, box.h});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, im(ground));
  ImGui::PushStyleColor(ImGuiCol_Border, im(border));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, radius);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, border.a > 0 ? 1.0f : 0.0f);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::Begin(id, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav | more);
  ImGui::PopStyleVar(3);
  ImGui::PopStyleColor(2);
  focus_area(box);
}
PanelFrame::~PanelFrame() { ImGui::End(); }

bool hit(const char* id, const Box2& box) {
  ImGui::SetCursorScreenPos({box.x, box.y});
  const bool clicked = ImGui::InvisibleButton(id, {std::max(box.w, 1.0f), std::max(box.h, 1.0f)});
  return offer_focus(id, box).pressed || clicked;
}

bool icon_button(const PanelIn& in, const char* id, const Box2& box, unsigned code, const Look& look) {
  Color ground;
  const bool clicked = press(in, id, box, look, ground);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  if (ground.a > 0) out.AddRectFilled(corner(box), far_corner(box), im(ground), 6);
  put_icon(out, box.h >= 28 ? in.fonts.icons : in.fonts.icons_small, {box.x + box.w / 2, box.y + box.h / 2},
           ink_of(in.theme, look), code);
  return clicked;
}

bool word_button(const PanelIn& in, const char* id, const Box2& box, std::string_view words, const Look& look,
                 unsigned code) {
  Color ground;
  const bool clicked = press(in, id, box, look, ground);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  if (ground.a > 0) out.AddRectFilled(corner(box), far_corner(box), im(ground), look.bare ? 5.0f : 6.0f);
  const UiFont& font = look.primary || look.active ? in.fonts.strong : in.fonts.body;
  const Color ink = ink_of(in.theme, look);
  const float icon = code != 0 ? in.fonts.icons_small.size + 6 : 0;
  const std::string shown = fit_text(font, words, box.w - icon - 4);
  const float width = text_size(font, shown).x + icon;
  float x = box.x + (box.w - width) / 2;
  if (code != 0) {
    put_icon(out, in.fonts.icons_small, {x + in.fonts.icons_small.size / 2, box.y + box.h / 2}, ink, code);
    x += icon;
  }
  put_line(out, font, {x, box.y + box.h / 2}, ink, shown);
  return clicked;
}

Box2 centred_box(const PanelIn& in, float w, float h) {
  const float sw = static_cast<float>(in.view.size.width), sh = static_cast<float>(in.view.size.height);
  w = std::min(w, sw - 32);
  h = std::min(h, sh - 32);
  return {std::round((sw - w) / 2), std::round((sh - h) / 2), w, h};
}

bool close_cross(const PanelIn& in, const Box2& box) {
  return icon_button(in, "##close", {box.x + box.w - 40, box.y + 10, 28, 28}, icon::close,
                     {.bare = true, .hint = "Close (Esc)"});
}

bool switch_control(const PanelIn& in, const char* id, ImVec2 at, bool on, std::string_view hint) {
  const Box2 box{at.x, at.y - 12, 26, 24};
  const bool clicked = hit(id, box);
  if (!hint.empty()) hint_tip(in, hint);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  const Theme& t = in.theme;
  const Color track = on ? t.handle : t.control;
  out.AddRectFilled({at.x, at.y - 7}, {at.x + 26, at.y + 7}, im(track), 7);
  if (!on) out.AddRect({at.x + 0.5f, at.y - 6.5f}, {at.x + 25.5f, at.y + 6.5f}, im(t.line_strong), 7);
  out.AddCircleFilled({on ? at.x + 19 : at.x + 7, at.y}, on ? 5 : 4.5f, im(on ? t.panel : t.text3), 20);
  return clicked;
}

void close_on_escape(const PanelIn& in) {
  for (const KeyPress& k : in.keys) {
    if (k.key == Key::escape) ImGui::CloseCurrentPopup();
  }
}

bool menu_button(const PanelIn& in, const char* id, const Box2& box, std::string_view caption,
                 std::string_view value) {
  Color ground;
  if (press(in, id, box, {}, ground)) ImGui::OpenPopup(id);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.AddRectFilled(corner(box), far_corner(box), im(ground), 6);
  const float y = box.y + box.h / 2;
  float x = box.x + 10;
  if (!caption.empty()) x += put_line(out, in.fonts.body, {x, y}, in.theme.text2, caption) + 5;
  put_line(out, in.fonts.strong, {x, y}, in.theme.text, value, box.x + box.w - 22 - x);
  put_icon(out, in.fonts.icons_small, {box.x + box.w - 13, y}, in.theme.text2, icon::drop_down);
  // Upwards from the lower half of the window, downwards from the upper.
  const bool down = box.y < static_cast<float>(in.view.size.height) / 2;
  ImGui::SetNextWindowPos({box.x, down ? box.y + box.h + 4 : box.y - 4}, ImGuiCond_Appearing,
                          {0, down ? 0.0f : 1.0f});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(6, 6));
  const bool open = ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove);
  ImGui::PopStyleVar();
  if (open) close_on_escape(in);
  return open;
}

bool menu_row(const PanelIn& in, std::string_view words, bool chosen, bool stays) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = std::max(text_size(in.fonts.body, words).x + 46, 132.0f);
  const std::string id = "##row" + std::string(words);
  const bool pressed = ImGui::InvisibleButton(id.c_str(), {width, 26});
  const bool clicked = offer_focus(id.c_str(), {at.x, at.y, width, 26}).pressed || pressed;
  ImDrawList& out = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) out.AddRectFilled(at, {at.x + width, at.y + 26}, im(in.theme.control_hover), 5);
  if (chosen) put_icon(out, in.fonts.icons_small, {at.x + 14, at.y + 13}, in.theme.text, icon::check);
  put_line(out, chosen ? in.fonts.strong : in.fonts.body, {at.x + 28, at.y + 13}, in.theme.text, words);
  if (clicked && !stays) ImGui::CloseCurrentPopup();
  return clicked;
}

void menu_caption(const PanelIn& in, std::string_view words) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  put_caps(*ImGui::GetWindowDrawList(), in.fonts.caps, {at.x + 8, at.y + 12}, in.theme.text3, words);
  ImGui::Dummy({132, 22});
}

bool menu_field(const PanelIn& in, const char* id, const char* hint, std::string& text,
                const std::string& trouble, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Typed typed = text_field(in, id, {at.x + 2, at.y + 4, width, 28}, hint, text, {.most = 63});
  ImGui::SetCursorScreenPos(at);
  const float said = trouble.empty() ? 0 : text_size(in.fonts.small, trouble, width).y + 6;
  if (!trouble.empty())
    put_text(*ImGui::GetWindowDrawList(), in.fonts.small, {at.x + 6, at.y + 36}, in.theme.danger, trouble,
             width);
  ImGui::Dummy({width + 4, 36 + said});
  return typed.entered && !text.empty();
}

void hint_tip(const PanelIn& in, std::string_view words) {
  if (!ImGui::IsItemHovered() || ImGui::IsAnyMouseDown()) return;
  // The delay counts from the moment the pointer came to rest on this item.
  UiMemory& memory = in.memory;
  const ImVec2 place = ImGui::GetItemRectMin();
  const bool same = memory.hint_x == place.x && memory.hint_y == place.y;
  if (!same || in.now_s - memory.hint_seen > 0.5) memory.hint_since = in.now_s;
  memory.hint_x = place.x;
  memory.hint_y = place.y;
  memory.hint_seen = in.now_s;
  if (in.now_s - memory.hint_since < 0.35) return;
  const ImVec2 low = ImGui::GetItemRectMax(), high = ImGui::GetItemRectMin();
  const bool below = low.y + 40 < static_cast<float>(in.view.size.height);
  tip_box(in, {high.x, below ? low.y + 6 : high.y - 34}, {}, words);
}

void tip_box(const PanelIn& in, ImVec2 at, std::string_view strong, std::string_view second,
             std::string_view third) {
  const float room = 260;
  float width = 0, height = 16;
  const auto measure = [&](const UiFont& font, std::string_view text) {
    if (text.empty()) return;
    const ImVec2 size = text_size(font, text, room);
    width = std::max(width, size.x);
    height += size.y + 2;
  };
  measure(in.fonts.strong, strong);
  measure(in.fonts.small, second);
  measure(in.fonts.small, third);
  width += 20;
  const float w = static_cast<float>(in.view.size.width), h = static_cast<float>(in.view.size.height);
  const float x = std::round(std::clamp(at.x, 4.0f, std::max(4.0f, w - width - 4)));
  const float y = std::round(std::clamp(at.y, 4.0f, std::max(4.0f, h - height - 4)));
  ImDrawList& out = *ImGui::GetForegroundDrawList();
  out.AddRectFilled({x, y}, {x + width, y + height}, im(in.theme.raised), 6);
  out.AddRect({x + 0.5f, y + 0.5f}, {x + width - 0.5f, y + height - 0.5f}, im(in.theme.line_strong), 6);
  float line = y + 8;
  const auto write = [&](const UiFont& font, Color color, std::string_view text) {
    if (text.empty()) return;
    put_text(out, font, {x + 10, line}, color, text, room);
    line += text_size(font, text, room).y + 2;
  };
  write(in.fonts.strong, in.theme.text, strong);
  write(in.fonts.small, strong.empty() ? in.theme.text : in.theme.text2, second);
  write(in.fonts.small, in.theme.text2, third);
}

Typed text_field(const PanelIn& in, const char* id, const Box2& box, const char* hint, std::string& text,
                 const TextField& field) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({box.x, box.y}, {box.x + box.w, box.y + box.h}, im(in.theme.control), 6);
  std::array<char, 1024> bytes{};
  const std::size_t room = std::min(field.most + 1, bytes.size());
  std::memcpy(bytes.data(), text.data(), std::min(text.size(), room - 1));
  const std::string before = bytes.data();
  ImGui::PushFont(in.fonts.body.font);
  ImGui::SetCursorScreenPos({box.x + field.left, box.y + (box.h - ImGui::GetFontSize()) / 2});
  ImGui::SetNextItemWidth(box.w - field.left - field.right);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(0, 0));
  ImGui::PushStyleColor(ImGuiCol_FrameBg, IM_COL32(0, 0, 0, 0));
  const FocusTouch touch = offer_focus(ImGui::GetID(id), box);
  if (field.takes_keys || touch.moved || touch.pressed) {
    ImGui::SetKeyboardFocusHere();  // in force two drawings later, and a frame may draw twice
    in.memory.field_coming = 6;
  }
  Typed typed;
  typed.entered =
      ImGui::InputTextWithHint(id, hint, bytes.data(), room, ImGuiInputTextFlags_EnterReturnsTrue);
  typed.active = ImGui::IsItemActive();
  if (typed.active) field_has_keys(ImGui::GetID(id), ImGui::IsItemActivated());
  typed.changed = before != bytes.data();
  text = bytes.data();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  ImGui::PopFont();
  return typed;
}

}  // namespace vidik
