#pragma once
// Where things stand on a page that leaves the program (LOOK §10): beside the map, or under it on a tall page.
//
// Units: px at 1x of the page, which is 1500 x 844 at 16:9 and of that area in any other shape. Threads: pure.

#include "frame/view_state.h"

namespace vidik {

struct PresentPlan {
  float width = 0, height = 0;
  bool tall = false;     // title, map, key, strip one under the other
  bool leaders = false;  // call-outs stand on the map with lines; else they are numbered and stand in `notes`
  Box2 title, key, notes, strip;  // strip: the bars alone
  float footer = 0;               // top of its first line
  Box2 map, free;                 // free: the part of the map that the six countries are fitted into
};
PresentPlan plan_present(const ViewState& view);

// How much larger than at 1x a page of so many px of the file is: an A4 page and a slide have the same words.
double present_scale(Size device);
// A page of so many px of the file, all of it `ratio` times as large; lay_out_page() comes after it.
void set_page(ViewState& view, Size px, double ratio);

}  // namespace vidik
