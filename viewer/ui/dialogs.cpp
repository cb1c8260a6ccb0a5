#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vidik {

namespace {

struct Shortcut {
  const char* keys;
  const char* what;
};
constexpr std::array<Shortcut, 43> kShortcuts{{{"Space", "Play, pause"},
                                               {"← →", "Step back, forward (Shift: 10 steps)"},
                                               {"Home End", "To window start, end"},
                                               {"[ ]", "Window start, end to the playhead"},
                                               {", .", "Slower, faster"},
                                               {"1 2 3 4 5", "Instant, Window, Trail, Cumulative, All"},
                                               {"L  R", "Loop, backwards"},
                                               {"G", "Go to a time; type the window"},
                                               {"Shift N P", "Next, previous change"},
                                               {"K", "Ranges and notes on the timeline"},
                                               {"H", "Hours, weekdays, months"},
                                               {"+ −", "Zoom in, out"},
                                               {"0", "Fit the six countries"},
                                               {"↑ ↓ Ctrl ← →", "Pan the map"},
                                               {"D", "Measure distance; Enter: the map's middle"},
                                               {"Backspace", "Take the last place back"},
                                               {"B", "Views to come back to"},
                                               {"Ctrl C", "Copy the place under the pointer"},
                                               {"N P", "Next, previous event by date"},
                                               {"C", "Centre the selected event"},
                                               {"M", "Parts of the base map, own files"},
                                               {"Esc", "Close, cancel a drag"},
                                               {"Ctrl K  /", "Search"},
                                               {"Ctrl T", "List of events"},
                                               {"Ctrl 1 to 9", "Overlay on, off"},
                                               {"Ctrl B  Ctrl J", "Left panel, timeline"},
                                               {"Ctrl Z", "Undo"},
                                               {"Ctrl Shift Z", "Redo"},
                                               {"Ctrl Shift L", "Dark, light theme"},
                                               {"F1  ?", "This sheet"},
                                               {"F11", "Full screen"},
                                               {"F12", "Save a picture at once"},
                                               {"Ctrl E", "Export: pages, formats, preview"},
                                               {"Ctrl Shift C", "Copy the picture"},
                                               {"Drag, wheel", "Pan, zoom at the pointer"},
                                               {"Shift drag", "Zoom to a box"},
                                               {"Double click", "Zoom in; on an event: fly there"},
                                               {"Wheel on timeline", "Zoom; with Shift: pan"},
                                               {"Right drag there", "Pan the timeline"},
                                               {"Ctrl drag", "Choose the events in a box"},
                                               {"Alt drag", "Without snapping to bars and events"},
                                               {"Tab  Shift Tab", "Next, previous control; Enter presses it"},
                                               {"Alt click", "Only this overlay, only this status"}}};

}  // namespace

void draw_shortcut_sheet(const PanelIn& in, Intents& out) {
  if (!in.desk.shortcuts_open) return;
  const int columns = in.view.size.width >= 900 ? 2 : 1;
  const float row = 24;
  const auto rows = static_cast<int>((kShortcuts.size() + 1) / static_cast<std::size_t>(columns));
  const Box2 box = centred_box(in, 820, 74 + row * static_cast<float>(rows));
  PanelFrame frame("##sheet", box, in.theme.panel, 0, 12, in.theme.line_strong);
  put_text(frame.list(), in.fonts.title, {box.x + 20, box.y + 14}, in.theme.text, "Keyboard and mouse");
  if (close_cross(in, box)) out.add(ShowPart{Part::shortcuts, false});
  ImGui::SetCursorScreenPos({box.x + 8, box.y + 52});
  ImGui::BeginChild("##rows", {box.w - 16, box.h - 60});
  const ImVec2 top = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float w = (box.w - 32) / static_cast<float>(columns);
  for (int i = 0; i < static_cast<int>(kShortcuts.size()); ++i) {
    const Shortcut& s = kShortcuts[static_cast<std::size_t>(i)];
    const float x = top.x + 12 + static_cast<float>(i / rows) * w,
                y = top.y + 12 + row * static_cast<float>(i % rows);
    put_line(list, in.fonts.strong, {x, y}, in.theme.text, s.keys);
    put_line(list, in.fonts.body, {x + 126, y}, in.theme.text2, s.what, w - 134);
  }
  ImGui::Dummy({1, row * static_cast<float>(rows)});
  ImGui::EndChild();
}

void draw_safe_start(const PanelIn& in, Intents& out) {
  if (in.desk.safe_start.empty()) return;
  constexpr float kWidth = 440;
  const float words_h = text_size(in.fonts.body, in.desk.safe_start, kWidth - 40).y;
  const Box2 box = centred_box(in, kWidth, words_h + 124);
  PanelFrame frame("##safe-start", box, in.theme.panel, 0, 12, in.theme.line_strong);
  ImDrawList& list = frame.list();
  put_line(list, in.fonts.strong, {box.x + 20, box.y + 28}, in.theme.text, "Vidik did not end cleanly");
  put_text(list, in.fonts.body, {box.x + 20, box.y + 52}, in.theme.text2, in.desk.safe_start, box.w - 40);
  const float y = box.y + box.h - 48;
  if (word_button(in, "##without", {box.x + 20, y, 196, 32}, "Start without overlays", {}))
    out.add(AnswerSafeStart{false});
  if (word_button(in, "##as-usual", {box.x + box.w - 176, y, 156, 32}, "Start as usual", {}))
    out.add(AnswerSafeStart{true});
}

void draw_notice(const PanelIn& in, Intents&) {
  UiMemory& m = in.memory;
  if (in.desk.notice_serial != m.notice_seen) {
    m.notice_seen = in.desk.notice_serial;
    m.notice_until = in.now_s + 4;
  }
  if (in.desk.notice.empty() || in.now_s >= m.notice_until) return;
  const std::string words = fit_text(in.fonts.body, in.desk.notice, in.layout.map.w - 80);
  const float w = text_size(in.fonts.body, words).x + 32;
  const float x = std::round(in.layout.map.x + (in.layout.map.w - w) / 2),
              y = in.layout.map.y + in.layout.map.h - 62;
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddRectFilled({x, y}, {x + w, y + 34}, im(in.theme.raised), 8);
  list.AddRect({x + 0.5f, y + 0.5f}, {x + w - 0.5f, y + 33.5f}, im(in.theme.line_strong), 8);
  put_line(list, in.fonts.body, {x + 16, y + 17}, in.theme.text, words);
}

}  // namespace vidik
