#pragma once
// How whole map coordinates become device px in one picture: what all map shaders share.
//
// Units: fixed coordinates (frame/geometry.h) and device px, y down. Cost: none.

#include "frame/draw_list.h"
#include "gpu/page_part.h"
#include "gpu/program.h"

#include <span>
#include <vector>

namespace vidik {

struct MapFrame {
  Size target;           // the whole page, device px
  PxRect tile;           // the part of it that is painted, as large as the framebuffer
  PxRect box;            // the map's part of it
  bool is_part = false;  // only what is in the box is painted, page marks too
  // A place near the middle of the map that stays while it moves a little, so that what is computed from it does too.
  std::int32_t centre_x = 0, centre_y = 0;
  double origin_x = 0, origin_y = 0;  // where it is, device px on the grid
  double unit = 1;                    // device px of one fixed unit

  // True when any of `chunk`, grown by `margin` device px, may be seen.
  bool sees(const FixedBox& chunk, double margin) const;
  Px to_px(Fixed2 place) const;
  void set(const Program& program) const;
};

MapFrame map_frame(const DrawList& list, Size target, const PxRect& tile);

// Runs of neighbouring chunks that are in view, for one glMultiDrawArrays.
struct DrawRuns {
  std::vector<GLint> firsts;
  std::vector<GLsizei> counts;
  void add(GLint first, GLsizei count);
  void clear() { firsts.clear(), counts.clear(); }
  void draw(GLenum what) const;
};

void set_color(const Program& program, Color color);  // u_color, premultiplied

// While it lives, only px whose stencil has all of `bits` and none of `without` are drawn; 0, 0 = all.
class StencilClip {
 public:
  explicit StencilClip(std::uint8_t bits, std::uint8_t without = 0);
  ~StencilClip();
  StencilClip(const StencilClip&) = delete;
  StencilClip& operator=(const StencilClip&) = delete;

 private:
  bool on_;
};

}  // namespace vidik
