#pragma once
// The few controls that all panels are made of, drawn as LOOK §2–4 says: text at a place, buttons, switch, chips, badges.
//
// Units: px at 1x, absolute in the window. Each control lays an invisible button of its own (at least 24 px high) over
// what it draws. Threads: between ImGui::NewFrame and Render.

#include "ui/panel_in.h"

#include <imgui.h>

#include <string_view>

namespace vidik {

inline constexpr float kInterPerEm =
    1.21f;  // ImGui sizes a font by ascent + descent, a designer by em (LOOK §3)

// A window without furniture at a box. `floating` ones are raised by a click.
struct PanelFrame {
  PanelFrame(const char* id, const Box2& box, Color ground, ImGuiWindowFlags more = 0, float radius = 0,
             Color border = {0, 0, 0, 0});
  ~PanelFrame();
  PanelFrame(const PanelFrame&) = delete;
  PanelFrame& operator=(const PanelFrame&) = delete;
  ImDrawList& list() const { return *ImGui::GetWindowDrawList(); }
};

// --- text ---
ImVec2 text_size(const UiFont& font, std::string_view text, float wrap = 0);
// Upper left corner; returns the width.
float put_text(ImDrawList& out, const UiFont& font, ImVec2 at, Color color, std::string_view text,
               float wrap = 0);
// Middle of the line at at.y, from at.x; returns the width. Cut with "…" when wider than `room` (0 = any).
float put_line(ImDrawList& out, const UiFont& font, ImVec2 at, Color color, std::string_view text,
               float room = 0);
float put_line_right(ImDrawList& out, const UiFont& font, ImVec2 at, Color color, std::string_view text);
void put_caps(ImDrawList& out, const UiFont& font, ImVec2 at, Color color,
              std::string_view text);  // tracked .09 em
void put_icon(ImDrawList& out, const UiFont& font, ImVec2 centre, Color color, unsigned code);
std::string fit_text(const UiFont& font, std::string_view text, float room);

// --- controls; true = clicked ---
struct Look {
  bool active = false, primary = false, enabled = true, bare = false;  // bare: no ground until hovered
  std::string_view hint;                                               // tooltip
};
bool icon_button(const PanelIn& in, const char* id, const Box2& box, unsigned code, const Look& look);
bool word_button(const PanelIn& in, const char* id, const Box2& box, std::string_view words, const Look& look,
                 unsigned code = 0);
void close_on_escape(const PanelIn& in);  // inside a popup
bool switch_control(const PanelIn& in, const char* id, ImVec2 at, bool on, std::string_view hint);
// A choice: caption in text3, value strong, arrow; opens popup `id`. Returns true while the popup is open (draw rows, EndPopup).
bool menu_button(const PanelIn& in, const char* id, const Box2& box, std::string_view caption,
                 std::string_view value);
// `stays`: the popup stays open, as for a switch.
bool menu_row(const PanelIn& in, std::string_view words, bool chosen, bool stays = false);
void menu_caption(const PanelIn& in, std::string_view words);
// A line to type in at the end of a menu; true when something was entered. `trouble` stands below it.
bool menu_field(const PanelIn& in, const char* id, const char* hint, std::string& text,
                const std::string& trouble, float width = 200);
// A field to type in; `text` is what stands in it.
struct TextField {
  std::size_t most = 200;       // bytes
  bool takes_keys = false;      // for one frame
  float left = 10, right = 10;  // px beside the text
};
struct Typed {
  bool changed = false, entered = false, active = false;
};
Typed text_field(const PanelIn& in, const char* id, const Box2& box, const char* hint, std::string& text,
                 const TextField& field = {});

Box2 centred_box(const PanelIn& in, float w, float h);     // in the window, inside it
bool close_cross(const PanelIn& in, const Box2& box);      // of a floating panel, in its upper right corner
void hint_tip(const PanelIn& in, std::string_view words);  // for the item just made, after LOOK's 350 ms
void tip_box(const PanelIn& in, ImVec2 at, std::string_view strong, std::string_view second = {},
             std::string_view third = {});  // at the pointer, kept inside the window
bool hit(const char* id, const Box2& box);  // an invisible button at the box
float shortcut_width(const PanelIn& in, std::string_view words);

}  // namespace vidik
