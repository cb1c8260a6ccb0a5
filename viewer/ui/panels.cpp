#include "ui/panels.h"

namespace vidik {

void draw_panels(const PanelIn& in, Intents& out) {
  begin_focus(in);
  read_shortcuts(in, out);
  draw_map_input(in, out);
  if (in.layout.timeline.h > 0) {
    draw_timeline_input(in, out);
    draw_transport(in, out);
  }
  draw_top_bar(in, out);
  if (in.layout.rail.w > 0) draw_rail(in, out);
  draw_map_controls(in, out);
  draw_inset_input(in, out);
  draw_readout(in, out);
  draw_measuring(in, out);
  draw_pill(in, out);
  draw_pile_list(in, out);
  draw_card(in, out);
  if (in.layout.left.w > 0) draw_left_panel(in, out);
  draw_event_list(in, out);
  draw_bookmarks(in, out);
  draw_ranges_panel(in, out);
  draw_cycle_panel(in, out);
  draw_go_to(in, out);
  draw_safe_start(in, out);
  draw_settings(in, out);
  draw_plugins(in, out);
  draw_map_panel(in, out);
  draw_export(in, out);
  draw_shortcut_sheet(in, out);
  draw_event_tip(in, out);
  draw_notice(in, out);
  end_focus();
}

std::vector<Box2> covered_boxes(const PanelIn& in) {
  std::vector<Box2> out;
  for (const Box2& box :
       {in.memory.pill, in.memory.zoom_buttons, in.memory.card, in.memory.readout, in.memory.pile}) {
    if (box.w > 0) out.push_back(box);
  }
  if (in.layout.left.w > 0 && in.layout.left.x + in.layout.left.w > in.layout.map.x)
    out.push_back(in.layout.left);
  return out;
}

}  // namespace vidik
