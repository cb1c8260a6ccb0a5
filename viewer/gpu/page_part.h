#pragma once
// The part of a page that a framebuffer holds.
//
// Pictures are the same bits wherever the part begins and whatever its size: corners stand on
// the grid, the viewport is a power of two, and shaders compute from where a px is (shaders/page.frag).
// Units: device px of the page, y down. Cost: none.

#include "frame/grid.h"
#include "frame/view_state.h"
#include "gpu/program.h"

namespace vidik {

struct PxRect {
  int x = 0, y = 0, w = 0, h = 0;
  bool operator==(const PxRect&) const = default;
};
PxRect intersection(const PxRect& a, const PxRect& b);
PxRect device_rect(const Box2& box, float scale);  // outwards to whole px

void set_viewport(const PxRect& tile);
void set_page(const Program& program, const PxRect& tile);  // the uniforms of shaders/page.*
void set_scissor(const PxRect& clip, const PxRect& tile);

}  // namespace vidik
