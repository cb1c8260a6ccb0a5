// The export panel: the page as it will be, what it is made of, and where it goes.

#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kColumn = 300, kRow = 38;

std::string page_words(const ExportSight& sight, const std::string& page) {
  for (const PageRow& row : sight.pages)
    if (row.id == page) return row.words;
  return page == "none" ? "The view, without panels" : page;
}

void preview(const PanelIn& in, const Box2& box) {
  const ExportSight& sight = *in.exporting;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({box.x, box.y}, {box.x + box.w, box.y + box.h}, im(in.theme.plot), 6);
  if (sight.texture == 0 || sight.width <= 0) return;
  const float fit =
      std::min(box.w / static_cast<float>(sight.width), box.h / static_cast<float>(sight.height));
  const float w = std::floor(static_cast<float>(sight.width) * fit),
              h = std::floor(static_cast<float>(sight.height) * fit);
  const float x = std::round(box.x + (box.w - w) / 2), y = std::round(box.y + (box.h - h) / 2);
  if (in.desk.export_choice.transparent) {  // a chequer says where nothing is
    constexpr float kSide = 12;
    for (int j = 0; static_cast<float>(j) * kSide < h; ++j)
      for (int i = j % 2; static_cast<float>(i) * kSide < w; i += 2)
        list.AddRectFilled({x + static_cast<float>(i) * kSide, y + static_cast<float>(j) * kSide},
                           {std::min(x + w, x + static_cast<float>(i + 1) * kSide),
                            std::min(y + h, y + static_cast<float>(j + 1) * kSide)},
                           im(in.theme.control));
  }
  // GL keeps the lowest row first.
  list.AddImage(imgui_compat::texture<ImTextureID>(sight.texture), {x, y}, {x + w, y + h}, {0, 1}, {1, 0});
  list.AddRect({x - 0.5f, y - 0.5f}, {x + w + 0.5f, y + h + 0.5f}, im(in.theme.line));
}

// A row of buttons of which one is lit; true: `chosen` is another.
template <typename T, std::size_t N>
bool choose(const PanelIn& in, const char* id, const Box2& box, const std::pair<T, const char*> (&all)[N],
            T& chosen) {
  bool changed = false;
  const float each = (box.w + 6) / static_cast<float>(N);
  for (std::size_t i = 0; i < N; ++i) {
    const Box2 button{box.x + each * static_cast<float>(i), box.y, each - 6, 28};
    const std::string name = std::string(id) + all[i].second;
    if (word_button(in, name.c_str(), button, all[i].second,
                    {.active = chosen == all[i].first, .hint = {}}) &&
        chosen != all[i].first)
      chosen = all[i].first, changed = true;
  }
  return changed;
}

// Which page: a preset, the view, or a size that is typed.
void page_menu(const PanelIn& in, const Box2& box, ExportChoice& next) {
  UiMemory& m = in.memory;
  const ExportSight& sight = *in.exporting;
  if (!menu_button(in, "##page", box, "Page", page_words(sight, next.page))) return;
  if (menu_row(in, page_words(sight, "none"), next.page == "none")) next.page = "none";
  for (const PageRow& row : sight.pages)
    if (menu_row(in, row.words, row.id == next.page)) next.page = row.id;
  if (menu_field(in, "##own-size", "1200x800, 210x297mm, 8.5x11in", m.export_size, sight.trouble, 220) &&
      !m.export_size.empty())
    next.page = m.export_size;
  ImGui::EndPopup();
}

float labelled(const PanelIn& in, const Box2& column, float y, std::string_view words) {
  put_line(*ImGui::GetWindowDrawList(), in.fonts.body, {column.x, y + 14}, in.theme.text2, words);
  return column.x + 96;
}

void settings(const PanelIn& in, const Box2& column, ExportChoice& next) {
  UiMemory& m = in.memory;
  const bool page = next.page != "none";
  float y = column.y;
  page_menu(in, {column.x, y, column.w, 28}, next);
  y += kRow;
  static constexpr std::pair<ExportFormat, const char*> kFormats[] = {
      {ExportFormat::png, "PNG"}, {ExportFormat::svg, "SVG"}, {ExportFormat::pdf, "PDF"}};
  float x = labelled(in, column, y, "Format");
  choose(in, "##format", {x, y, column.x + column.w - x, 28}, kFormats, next.format);
  y += kRow;
  static constexpr std::pair<int, const char*> kRatios[] = {{1, "1 ×"}, {2, "2 ×"}, {4, "4 ×"}};
  x = labelled(in, column, y, "Pixels");
  choose(in, "##ratio", {x, y, column.x + column.w - x, 28}, kRatios, next.ratio);
  y += kRow;
  if (page) {
    static constexpr std::pair<bool, const char*> kThemes[] = {{true, "Light"}, {false, "Dark"}};
    x = labelled(in, column, y, "Theme");
    choose(in, "##light", {x, y, column.x + column.w - x, 28}, kThemes, next.light);
    y += kRow;
    const Typed title =
        text_field(in, "##title", {column.x, y, column.w, 30}, "Title", m.export_title, {.most = 200});
    if (title.changed) next.title = m.export_title;
    y += kRow;
    const Typed under = text_field(in, "##subtitle", {column.x, y, column.w, 30}, "Instead of the dates",
                                   m.export_subtitle, {.most = 300});
    if (under.changed) next.subtitle = m.export_subtitle;
    y += kRow + 4;
  }
  const auto flag = [&](const char* id, std::string_view words, bool& on, std::string_view hint) {
    put_line(*ImGui::GetWindowDrawList(), in.fonts.body, {column.x, y + 12}, in.theme.text2, words);
    if (switch_control(in, id, {column.x + column.w - 30, y + 12}, on, hint)) on = !on;
    y += 30;
  };
  if (page) {
    flag("##callouts", "Call-outs", next.callouts, "The most severe events, in words beside the map");
    flag("##clear", "No ground", next.transparent,
         "To lay over something else: without sea and neighbours' land");
  }
  flag("##beside", "Text file beside it", next.text_beside,
       "Title, counts and all events in words, for those who cannot see it");
}

}  // namespace

void draw_export(const PanelIn& in, Intents& out) {
  UiMemory& m = in.memory;
  if (!in.desk.export_open || in.exporting == nullptr) {
    m.export_shown = false;
    return;
  }
  const ExportChoice& choice = in.desk.export_choice;
  if (!m.export_shown) {
    m.export_title = choice.title.empty() ? in.title : choice.title;
    m.export_subtitle = choice.subtitle;
    m.export_file = choice.file;
    m.export_shown = true;
  }
  const ExportSight& sight = *in.exporting;
  const Box2 box = centred_box(in, 1080, 640);
  PanelFrame frame("##export", box, in.theme.panel, 0, 12, in.theme.line_strong);
  ImDrawList& list = frame.list();
  put_text(list, in.fonts.title, {box.x + 20, box.y + 14}, in.theme.text, "Export");
  put_line(list, in.fonts.small, {box.x + 108, box.y + 28}, in.theme.text3,
           std::to_string(sight.px.width) + " × " + std::to_string(sight.px.height) + " px");
  if (close_cross(in, box)) out.add(ShowPart{Part::exporting, false});
  const float right = box.x + box.w - kColumn - 20, foot = box.y + box.h - 56;
  preview(in, {box.x + 20, box.y + 56, right - box.x - 40, foot - box.y - 104});
  ExportChoice next = choice;
  settings(in, {right, box.y + 56, kColumn, foot - box.y - 56}, next);
  const Box2 field{box.x + 20, foot - 36, right - box.x - 40, 30};
  const Typed file = text_field(in, "##file", field, sight.file.c_str(), m.export_file, {.most = 1023});
  if (file.changed) next.file = m.export_file;
  if (!(next == choice)) out.add(SetExport{next});

  float x = box.x + 20;
  const bool free = !sight.at_work;
  if (word_button(in, "##save", {x, foot, 128, 32}, sight.at_work ? "Stop" : "Save",
                  {.primary = free, .hint = {}}, free ? icon::photo_camera : icon::close))
    out.add(free ? Intent(Export{ExportTo::file}) : Intent(StopExport{}));
  x += 140;
  if (word_button(in, "##copy", {x, foot, 128, 32}, "Copy picture", {.enabled = free, .hint = "Ctrl Shift C"},
                  icon::content_copy))
    out.add(Export{ExportTo::clipboard});
  x += 140;
  if (word_button(in, "##command", {x, foot, 220, 32}, "Copy its command line",
                  {.hint = "Makes the same picture without a window"}))
    out.add(Export{ExportTo::command});
  if (sight.at_work) {
    const double s = in.now_s - sight.since_s;
    put_line(list, in.fonts.body, {x + 234, foot + 16}, in.theme.text2,
             "Painting" + std::string(s < 1 ? "" : ", " + std::to_string(static_cast<int>(s)) + " s"));
  }
}

}  // namespace vidik
