#pragma once
// Where the parts of the window stand (LOOK §9): a pure function of its size and of what is open.
//
// Units: px at 1x. Errors: none; smaller than 900 x 600 is laid out as if it were cut off.

#include "frame/view_state.h"

namespace vidik {

enum class Breadth : std::uint8_t { rail, narrow, wide };  // width < 1100, < 1360, and above

struct LayoutIn {
  Size size;
  bool left_open = true, timeline_open = true;
  int lanes = 6;           // of the timeline
  int range_rows = 0;      // with the names of ranges, over its axis
  float left_width = 288;  // wanted, 248 … 400, counts from 1360 px on
};

struct Layout {
  Breadth breadth{};
  Box2 top_bar;
  Box2 rail;  // of symbols, w = 0: none
  Box2 left;  // the panel; over the map when it is a rail's; w = 0: closed
  Box2 map;
  Box2 transport;  // h = 0: timeline closed
  Box2 timeline;   // flag space … overview
  float plot_x = 0, plot_right = 0;
  bool lanes_shown = true, overview_shown = true;
  bool step_in_menu = false, zoom_in_menu = false;
  float card_width = 336;
  bool card_over_map = false;  // it covers half of the map: the legend has to go
};

inline constexpr float kTopBarHeight = 44, kTransportHeight = 42, kRailWidth = 44;
inline constexpr float kFlagHeight = 18, kAxisHeight = 20, kHistogramHeight = 44, kOverviewHeight = 26,
                       kRangeRowHeight = 15;

Layout lay_out_window(const LayoutIn& in);

}  // namespace vidik
