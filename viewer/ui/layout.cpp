#include "ui/layout.h"

#include <algorithm>

namespace vidik {

namespace {

float strip_height(const Layout& out, int lanes, int range_rows) {
  float h = kFlagHeight + kAxisHeight + kHistogramHeight;
  if (out.lanes_shown)
    h += 8 + 16 * static_cast<float>(std::clamp(lanes, 1, 8)) +
         kRangeRowHeight * static_cast<float>(range_rows);
  if (out.overview_shown) h += 6 + kOverviewHeight;
  return h + 5;
}

}  // namespace

Layout lay_out_window(const LayoutIn& in) {
  Layout out;
  const float w = static_cast<float>(std::max(in.size.width, 320));
  const float h = static_cast<float>(std::max(in.size.height, 320));
  out.breadth = w >= 1360 ? Breadth::wide : w >= 1100 ? Breadth::narrow : Breadth::rail;
  out.zoom_in_menu = out.breadth != Breadth::wide;
  out.step_in_menu = out.breadth == Breadth::rail;
  out.card_width = out.breadth == Breadth::wide ? 336 : 304;
  out.card_over_map = out.breadth == Breadth::rail;
  out.lanes_shown = h >= 760;
  out.overview_shown = h >= 640;
  out.top_bar = {0, 0, w, kTopBarHeight};

  const float strip = in.timeline_open ? strip_height(out, in.lanes, in.range_rows) : 0;
  const float transport = in.timeline_open ? kTransportHeight : 0;
  const float bottom = h - strip - transport;
  float left = 0;
  if (out.breadth == Breadth::rail) {
    out.rail = {0, kTopBarHeight, kRailWidth, bottom - kTopBarHeight};
    left = kRailWidth;
    if (in.left_open) out.left = {kRailWidth, kTopBarHeight, 288, bottom - kTopBarHeight};
  } else {
    left = out.breadth == Breadth::wide ? std::clamp(in.left_width, 248.0f, 400.0f) : 248.0f;
    if (in.left_open) {
      out.left = {0, kTopBarHeight, left, bottom - kTopBarHeight};
    }
  }
  const float map_x = out.breadth == Breadth::rail ? kRailWidth : out.left.w;
  out.map = {map_x, kTopBarHeight, std::max(w - map_x, 320.0f), std::max(bottom - kTopBarHeight, 260.0f)};
  // The plot keeps its place when the left panel closes: the gutter is the panel's width.
  out.plot_x = left;
  out.plot_right = w - 16;
  if (in.timeline_open) {
    out.transport = {0, bottom, w, transport};
    out.timeline = {0, bottom + transport, w, strip};
  }
  return out;
}

}  // namespace vidik
