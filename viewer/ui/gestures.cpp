#include "ui/gestures.h"

namespace vidik {

void tell_hover(const PanelIn& in, Intents& out, EventKey now, HoverPlace from) {
  UiMemory& m = in.memory;
  const auto me = static_cast<int>(from);
  if (now.empty() && m.hover_from != me) return;
  if (now == m.hovered) return;
  m.hovered = now;
  m.hover_from = now.empty() ? 0 : me;
  m.hover_since = in.now_s;
  out.add(Hover{std::move(now)});
}

bool call_off_drag(const PanelIn& in, Intents& out) {
  UiMemory& m = in.memory;
  switch (m.drag) {
    case Drag::none:
      return false;
    case Drag::map:
      out.add(FlyTo{m.start_camera.lon, m.start_camera.lat, m.start_camera.zoom});
      break;
    case Drag::box:
    case Drag::pick_box:
      break;
    case Drag::plot_pan:
    case Drag::overview_pan:
    case Drag::overview_begin:
    case Drag::overview_end:
      out.add(SetTimelineSpan{m.start_span});
      break;
    default:
      out.add(SetWindow{m.start_window, m.start_cursor});
      break;
  }
  m.drag = Drag::none;
  m.cancelled = true;
  out.add(TimelineDrag{false});
  out.add(Settle{});
  return true;
}

}  // namespace vidik
