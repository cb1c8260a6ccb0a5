// The export panel: the page as it will be, what it is made of, and where it goes.

#include "ui/export_settings.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kColumn = 300;

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

// How far a film is; of a picture only for how long it has been painted.
void progress(const PanelIn& in, const Box2& box) {
  const ExportSight& sight = *in.exporting;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const double s = in.now_s - sight.since_s;
  std::string words = sight.phase.empty() ? "Painting" : sight.phase;
  if (sight.of > 0 && sight.phase == "Painting")
    words +=
        " frame " + std::to_string(std::min(sight.done + 1, sight.of)) + " of " + std::to_string(sight.of);
  if (s >= 1) words += ", " + std::to_string(static_cast<int>(s)) + " s";
  put_line(list, in.fonts.body, {box.x, box.y + (sight.of > 0 ? 10 : 16)}, in.theme.text2, words, box.w);
  if (sight.of == 0) return;
  const float full = std::clamp(static_cast<float>(sight.done) / static_cast<float>(sight.of), 0.0f, 1.0f);
  list.AddRectFilled({box.x, box.y + 24}, {box.x + box.w, box.y + 28}, im(in.theme.control), 2);
  list.AddRectFilled({box.x, box.y + 24}, {box.x + box.w * full, box.y + 28}, im(in.theme.accent), 2);
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
           std::to_string(sight.px.width) + " × " + std::to_string(sight.px.height) + " px" +
               (sight.film.empty() ? "" : " · " + sight.film),
           box.w - 170);
  if (close_cross(in, box)) out.add(ShowPart{Part::exporting, false});
  const float right = box.x + box.w - kColumn - 20, foot = box.y + box.h - 56;
  preview(in, {box.x + 20, box.y + 56, right - box.x - 40, foot - box.y - 104});
  ExportChoice next = choice;
  export_settings(in, {right, box.y + 56, kColumn, foot - box.y - 56}, next, out);
  const Box2 field{box.x + 20, foot - 36, right - box.x - 40, 30};
  const Typed file = text_field(in, "##file", field, sight.file.c_str(), m.export_file, {.most = 1023});
  if (file.changed) next.file = m.export_file;
  if (!(next == choice)) out.add(SetExport{next});

  float x = box.x + 20;
  const bool free = !sight.at_work;
  const char* save = !free ? "Stop" : sight.goes_on ? "Go on" : "Save";
  if (word_button(in, "##save", {x, foot, 128, 32}, save, {.primary = free, .hint = {}},
                  free ? icon::photo_camera : icon::close))
    out.add(free ? Intent(Export{ExportTo::file}) : Intent(StopExport{}));
  x += 140;
  if (word_button(in, "##copy", {x, foot, 128, 32}, "Copy picture", {.enabled = free, .hint = "Ctrl Shift C"},
                  icon::content_copy))
    out.add(Export{ExportTo::clipboard});
  x += 140;
  if (word_button(in, "##command", {x, foot, 220, 32}, "Copy its command line",
                  {.hint = "Makes the same picture without a window"}))
    out.add(Export{ExportTo::command});
  if (sight.at_work) progress(in, {x + 234, foot, box.x + box.w - 20 - x - 234, 32});
}

}  // namespace vidik
