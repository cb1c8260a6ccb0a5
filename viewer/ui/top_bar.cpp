#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include <algorithm>

namespace vidik {

namespace {

// The mark: a valley between two slopes with the sun over it, drawn so that it needs no picture file.
void put_mark(ImDrawList& out, const Theme& t, ImVec2 c) {
  const ImVec2 slopes[5] = {
      {c.x - 9, c.y - 6}, {c.x - 4, c.y + 6}, {c.x, c.y - 1}, {c.x + 4, c.y + 6}, {c.x + 9, c.y - 6}};
  out.AddPolyline(slopes, 5, im(t.text), 0, 2.4f);
  out.AddCircleFilled({c.x, c.y - 6}, 2, im(t.text), 16);
}

void search_field(const PanelIn& in, Intents& out, const Box2& box) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  UiMemory& memory = in.memory;
  const Typed typed = text_field(in, "##search", box, "Search titles, places and summaries", memory.words,
                                 {.takes_keys = in.desk.focus_search, .left = 34, .right = 32});
  put_icon(list, in.fonts.icons, {box.x + 17, box.y + box.h / 2}, in.theme.text2, icon::search);
  if (typed.changed) out.add(SetWords{memory.words});
  const bool typing = typed.active;
  if (!typing && memory.words != in.desk.choices.words)
    memory.words = in.desk.choices.words;  // undone, cleared
  if (typing) {
    list.AddRect({box.x - 1, box.y - 1}, {box.x + box.w + 1, box.y + box.h + 1}, im(in.theme.select), 7, 0,
                 2);
  }
  if (!in.desk.choices.words.empty()) {
    const Box2 clear{box.x + box.w - 28, box.y + 3, 24, 24};
    if (icon_button(in, "##clear-search", clear, icon::close, {.bare = true, .hint = "Clear the search"})) {
      memory.words.clear();
      out.add(SetWords{});
    }
  } else if (!typing && box.w > 300) {
    const float w = text_size(in.fonts.micro, "Ctrl K").x;
    put_line(list, in.fonts.micro, {box.x + box.w - w - 12, box.y + box.h / 2}, in.theme.text3, "Ctrl K");
  }
}

}  // namespace

void draw_top_bar(const PanelIn& in, Intents& out) {
  const Box2& bar = in.layout.top_bar;
  const Theme& t = in.theme;
  PanelFrame frame("##top", bar, t.panel);
  ImDrawList& list = frame.list();
  list.AddLine({0, bar.h - 0.5f}, {bar.w, bar.h - 0.5f}, im(t.line));
  const float y = bar.h / 2;

  put_mark(list, t, {24, y});
  float x = 46;
  x += put_line(list, in.fonts.product, {x, y}, t.text, "Vidik") + 13;
  list.AddLine({x + 0.5f, y - 10}, {x + 0.5f, y + 10}, im(t.line_strong));
  x += 13;

  const float field_w = std::clamp(bar.w * 0.325f, 200.0f, 520.0f);
  const float field_x = std::max((bar.w - field_w) / 2, 240.0f);
  put_line(list, in.fonts.body, {x, y}, t.text, in.title, field_x - 16 - x);
  search_field(in, out, {field_x, y - 15, field_w, 30});

  float right = bar.w - 12;
  right -= 112;
  if (word_button(
          in, "##shot", {right, y - 14, 112, 28}, "Export",
          {.active = in.desk.export_open, .hint = "Pages and pictures (Ctrl E); F12 saves one at once"},
          icon::photo_camera)) {
    out.add(ShowPart{Part::exporting, !in.desk.export_open});
  }
  const auto tool = [&](const char* id, unsigned code, std::string_view hint, bool on) {
    right -= 36;
    return icon_button(in, id, {right, y - 14, 32, 28}, code, {.active = on, .bare = true, .hint = hint});
  };
  if (tool("##settings", icon::settings, "Settings", in.desk.settings_open)) {
    out.add(ShowPart{Part::settings, !in.desk.settings_open});
  }
  if (tool("##help", icon::help, "Keyboard shortcuts (F1)", in.desk.shortcuts_open)) {
    out.add(ShowPart{Part::shortcuts, !in.desk.shortcuts_open});
  }
  const bool dark = t.name == ThemeName::dark;
  if (tool("##theme", dark ? icon::light_mode : icon::dark_mode,
           dark ? "Light theme (Ctrl Shift L)" : "Dark theme (Ctrl Shift L)", false)) {
    out.add(SetTheme{dark ? ThemeName::light : ThemeName::dark});
  }
  if (tool("##list", icon::list, "List of the events shown (Ctrl T)", in.desk.list_open)) {
    out.add(ShowPart{Part::event_list, !in.desk.list_open});
  }
}

}  // namespace vidik
