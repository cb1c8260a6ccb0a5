#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

namespace vidik {

namespace {

void draw_map_tools(const PanelIn& in, Intents& out, const Box2& box) {
  PanelFrame frame("##tools", box, in.theme.panel_map, 0, 8, in.theme.line);
  if (icon_button(in, "##measure", {box.x, box.y, 32, 32}, icon::straighten,
                  {.active = in.desk.measuring, .bare = true, .hint = "Measure distance and area (D)"}))
    out.add(MeasureMap{!in.desk.measuring});
  if (icon_button(in, "##views", {box.x, box.y + 32, 32, 32}, icon::bookmark,
                  {.active = in.desk.bookmarks_open, .bare = true, .hint = "Views to come back to (B)"}))
    out.add(ShowPart{Part::bookmarks, !in.desk.bookmarks_open});
  frame.list().AddLine({box.x + 1, box.y + 31.5f}, {box.x + 31, box.y + 31.5f}, im(in.theme.line));
}

}  // namespace

void draw_map_controls(const PanelIn& in, Intents& out) {
  const Theme& t = in.theme;
  const float x = in.layout.map.x + 16, y = in.layout.map.y + 16 + 30 + 14;
  in.memory.zoom_buttons = {x, y, 32, 200};
  PanelFrame frame("##zoom", {x, y, 32, 128}, t.panel_map, 0, 8, t.line);
  ImDrawList& list = frame.list();
  const Px centre{in.layout.map.x + in.layout.map.w / 2, in.layout.map.y + in.layout.map.h / 2};
  const auto place = [&](int i) { return Box2{x, y + 32 * static_cast<float>(i), 32, 32}; };
  if (icon_button(in, "##in", place(0), icon::add, {.bare = true, .hint = "Zoom in (+)"}))
    out.add(ZoomMap{centre, 2});
  if (icon_button(in, "##out", place(1), icon::remove, {.bare = true, .hint = "Zoom out (−)"})) {
    out.add(ZoomMap{centre, 0.5});
  }
  if (icon_button(in, "##fit", place(2), icon::fit, {.bare = true, .hint = "Fit the six countries (0)"})) {
    out.add(FitMap{});
  }
  if (icon_button(in, "##layers", place(3), icon::layers,
                  {.active = in.desk.map_open, .bare = true, .hint = "Base map: parts and own files (M)"})) {
    out.add(ShowPart{Part::map, !in.desk.map_open});
  }
  for (int i = 1; i < 4; ++i) {
    const float at = y + 32 * static_cast<float>(i) - 0.5f;
    list.AddLine({x + 1, at}, {x + 31, at}, im(t.line));
  }
  draw_map_tools(in, out, {x, y + 136, 32, 64});
}

}  // namespace vidik
