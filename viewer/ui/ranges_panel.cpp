// Ranges of time by name, and notes at a moment: named, renamed, shown, taken away, saved in the project.

#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include "base/text.h"
#include "base/time_text.h"

#include <algorithm>

namespace vidik {

namespace {

constexpr float kWidth = 380, kRow = 40;

void change(const PanelIn& in, Intents& out, const char* words, auto&& how) {
  TimelineStyle style = in.view.timeline_style;
  how(style);
  out.add(SetTimelineStyle{std::move(style), words});
}

std::string span_said(const PanelIn& in, const NamedRange& range) {
  return range.span.begin == range.span.end ? date_time_words(range.span.begin, in.zone)
                                            : span_words(range.span, in.zone);
}

void range_row(const PanelIn& in, Intents& out, const Box2& box, float y, std::size_t i) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  UiMemory& m = in.memory;
  const NamedRange& range = in.view.timeline_style.ranges[i];
  const std::string id = std::to_string(i);
  if (m.range_renamed == static_cast<int>(i)) {
    const Typed typed = text_field(in, ("##range-new-" + id).c_str(), {box.x + 16, y, box.w - 60, 30}, "Name",
                                   m.new_name, {.takes_keys = m.name_fresh});
    m.name_fresh = false;
    if (!typed.entered) return;
    const std::string name(trimmed(m.new_name));
    if (!name.empty())
      change(in, out, "rename a range", [&](TimelineStyle& style) { style.ranges[i].name = name; });
    m.range_renamed = -1;
    return;
  }
  const bool note = range.span.begin == range.span.end;
  if (word_button(in, ("##range-" + id).c_str(), {box.x + 8, y, box.w - 104, kRow - 4}, "",
                  {.bare = true, .hint = note ? "Playhead there" : "Make it the window"})) {
    if (note)
      out.add(SetCursor{range.span.begin});
    else
      out.add(SetWindow{range.span, range.span.end});
    out.add(Settle{});
  }
  put_line(list, in.fonts.body, {box.x + 16, y + 9}, in.theme.text, range.name, box.w - 120);
  put_line(list, in.fonts.small, {box.x + 16, y + 26}, in.theme.text2, span_said(in, range), box.w - 120);
  if (icon_button(in, ("##range-name-" + id).c_str(), {box.x + box.w - 88, y + 5, 26, 26}, icon::edit,
                  {.bare = true, .hint = "Rename"})) {
    m.range_renamed = static_cast<int>(i);
    m.new_name = range.name;
    m.name_fresh = true;
  }
  if (icon_button(in, ("##range-gone-" + id).c_str(), {box.x + box.w - 56, y + 5, 26, 26}, icon::close,
                  {.bare = true, .hint = "Delete"})) {
    change(in, out, "delete a range", [&](TimelineStyle& style) {
      style.ranges.erase(style.ranges.begin() + static_cast<std::ptrdiff_t>(i));
    });
  }
}

}  // namespace

void draw_ranges_panel(const PanelIn& in, Intents& out) {
  UiMemory& m = in.memory;
  if (!in.desk.ranges_open) {
    m.range_renamed = -1;
    m.range_fresh = true;
    return;
  }
  const std::vector<NamedRange>& ranges = in.view.timeline_style.ranges;
  const Box2 room = in.layout.map;
  const float wanted = 196 + kRow * static_cast<float>(std::max<std::size_t>(ranges.size(), 1));
  const Box2 box{room.x + room.w - kWidth - 24, room.y + 60, kWidth, std::min(wanted, room.h - 72)};
  PanelFrame frame("##ranges", box, in.theme.panel, 0, 12, in.theme.line_strong);
  ImDrawList& list = frame.list();
  put_line(list, in.fonts.strong, {box.x + 16, box.y + 24}, in.theme.text, "Ranges and notes");
  if (icon_button(in, "##close", {box.x + box.w - 40, box.y + 10, 28, 28}, icon::close,
                  {.bare = true, .hint = "Close (Esc)"}))
    out.add(ShowPart{Part::ranges, false});

  const Typed typed =
      text_field(in, "##range-name", {box.x + 16, box.y + 48, box.w - 32, 30},
                 "Name, as blockades or election campaign", m.range_name, {.takes_keys = m.range_fresh});
  m.range_fresh = false;
  const std::string name(trimmed(m.range_name));
  const Look look{.enabled = !name.empty(), .hint = "The time between the two handles"};
  const Look note_look{.enabled = !name.empty(), .hint = "The moment of the playhead"};
  const bool window =
      word_button(in, "##add-range", {box.x + 16, box.y + 86, 168, 28}, "Name the window", look);
  const bool note =
      word_button(in, "##add-note", {box.x + 192, box.y + 86, 172, 28}, "Note at the playhead", note_look);
  if (!name.empty() && (window || typed.entered || note)) {
    const Time cursor = in.view.time.cursor;
    change(in, out, note ? "add a note" : "name a range", [&](TimelineStyle& style) {
      style.ranges.push_back({name, note ? Span{cursor, cursor} : in.view.time.window});
      style.ranges_shown = true;
    });
    m.range_name.clear();
  }
  const Box2 rows{box.x, box.y + 124, box.w, box.h - 124 - 48};
  ImGui::SetCursorScreenPos({rows.x, rows.y});
  ImGui::BeginChild("##range-rows", {rows.w - 4, rows.h});
  const ImVec2 top = ImGui::GetCursorScreenPos();
  if (ranges.empty())
    put_text(*ImGui::GetWindowDrawList(), in.fonts.body, {rows.x + 16, top.y + 4}, in.theme.text2,
             "None yet. Set the window to a stretch of time, type its name and press Enter.", rows.w - 40);
  for (std::size_t i = 0; i < ranges.size(); ++i)
    range_row(in, out, box, top.y + kRow * static_cast<float>(i), i);
  ImGui::SetCursorScreenPos(top);
  ImGui::Dummy({1, kRow * static_cast<float>(std::max<std::size_t>(ranges.size(), 1))});
  ImGui::EndChild();
  if (word_button(in, "##save-ranges", {box.x + 16, box.y + box.h - 40, 148, 28}, "Save in the project",
                  {.hint = "With lanes, bars and scale; what else stands in it stays"}))
    out.add(SaveTimeline{});
}

}  // namespace vidik
