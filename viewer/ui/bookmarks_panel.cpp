// Views to come back to: go there, keep the present one, give another name, delete.

#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include <algorithm>

namespace vidik {

namespace {

constexpr float kWidth = 288, kRow = 30;

constexpr std::size_t kLongestName = 119;  // bytes

void row(const PanelIn& in, Intents& out, std::size_t i, const Box2& box) {
  UiMemory& m = in.memory;
  const Bookmark& mark = in.desk.bookmarks[i];
  ImGui::PushID(static_cast<int>(i));
  if (m.renamed == static_cast<int>(i)) {
    const Typed typed = text_field(in, "##new-name", {box.x, box.y + 1, box.w - 68, 28}, "Another name",
                                   m.new_name, {.most = kLongestName, .takes_keys = m.name_fresh});
    m.name_fresh = false;
    if (typed.entered) {
      out.add(RenameBookmark{i, m.new_name});
      m.renamed = -1;
    }
  } else if (word_button(in, "##go", {box.x, box.y + 1, box.w - (mark.from_project ? 0 : 68), 28}, mark.name,
                         {.bare = true, .hint = "Go to this view"})) {
    out.add(FlyToView{mark.camera});
  }
  if (!mark.from_project) {
    if (icon_button(in, "##rename", {box.x + box.w - 62, box.y + 1, 28, 28}, icon::edit,
                    {.bare = true, .hint = "Rename"})) {
      m.renamed = m.renamed == static_cast<int>(i) ? -1 : static_cast<int>(i);
      m.new_name = mark.name;
      m.name_fresh = true;
    }
    if (icon_button(in, "##delete", {box.x + box.w - 30, box.y + 1, 28, 28}, icon::close,
                    {.bare = true, .hint = "Delete (Ctrl Z brings it back)"})) {
      out.add(RemoveBookmark{i});
      m.renamed = -1;
    }
  }
  ImGui::PopID();
}

}  // namespace

void draw_bookmarks(const PanelIn& in, Intents& out) {
  UiMemory& m = in.memory;
  if (!in.desk.bookmarks_open) {
    m.renamed = -1;
    m.bookmark_name.clear();
    return;
  }
  const std::size_t count = in.desk.bookmarks.size();
  const float most = std::max(kRow, in.layout.map.h - 170);
  const float rows = std::min(most, kRow * static_cast<float>(std::max<std::size_t>(count, 1)));
  const float x = in.memory.zoom_buttons.x + in.memory.zoom_buttons.w + 8;
  const float y = std::min(in.memory.zoom_buttons.y + 136, in.layout.map.y + in.layout.map.h - rows - 106);
  const Box2 box{x, std::max(y, in.layout.map.y + 8), kWidth, rows + 98};
  PanelFrame frame("##bookmarks", box, in.theme.panel, 0, 12, in.theme.line_strong);
  put_line(frame.list(), in.fonts.strong, {box.x + 16, box.y + 24}, in.theme.text, "Views");
  if (icon_button(in, "##close", {box.x + box.w - 40, box.y + 10, 28, 28}, icon::close,
                  {.bare = true, .hint = "Close (Esc)"}))
    out.add(ShowPart{Part::bookmarks, false});
  ImGui::SetCursorScreenPos({box.x + 8, box.y + 44});
  ImGui::BeginChild("##views", {box.w - 16, rows});
  const ImVec2 top = ImGui::GetCursorScreenPos();
  for (std::size_t i = 0; i < count; ++i)
    row(in, out, i, {top.x, top.y + kRow * static_cast<float>(i), box.w - 16, kRow});
  if (count == 0)
    put_line(*ImGui::GetWindowDrawList(), in.fonts.body, {top.x + 8, top.y + kRow / 2}, in.theme.text3,
             "None yet: name the view and keep it");
  ImGui::SetCursorScreenPos(top);
  ImGui::Dummy({1, kRow * static_cast<float>(count)});
  ImGui::EndChild();
  const float low = box.y + box.h - 42;
  const Typed typed = text_field(in, "##name", {box.x + 12, low, box.w - 98, 30}, "Name of this view",
                                 m.bookmark_name, {.most = kLongestName});
  const bool kept = word_button(in, "##keep", {box.x + box.w - 80, low, 68, 30}, "Keep",
                                {.hint = "Keep the view as it is now"});
  if (typed.entered || kept) {
    out.add(AddBookmark{m.bookmark_name});
    m.bookmark_name.clear();
  }
}

}  // namespace vidik
