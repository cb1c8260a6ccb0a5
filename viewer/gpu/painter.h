#pragma once
// Paints a draw list with OpenGL 3.3 core into the window's framebuffer or an off-screen target.
//
// Units: DrawList px * list.scale = device px. Ownership: copies what keep_* is given to the GPU; owns its GL objects.
// Threads: the thread whose GL context is current. Errors: create() says what the driver lacks; marks that refer to
// something not kept are counted in Stats::left_out. Cost: O(marks + visible chunks); the base is painted again only
// when base_key, size or scale changed, otherwise copied (0.5 ms at 1600x900 on llvmpipe). When the view moved by whole
// device px and base_look is the same, it is moved and only what came into view is painted.

#include "base/result.h"
#include "frame/draw_list.h"
#include "frame/parts_keeper.h"
#include "text/fonts.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace vidik {

using GlLoader = void (*(*)(const char* name))();  // eglGetProcAddress, glfwGetProcAddress …

struct PageTile {  // device px of the page, y down
  int x = 0, y = 0, width = 0, height = 0;
};

struct PaintStats {
  std::uint64_t marks = 0, left_out = 0;
  std::uint64_t base_repaints = 0, base_moves = 0;  // all of it; or only what came into view
};

class Painter : public PartsKeeper {
 public:
  static Result<std::unique_ptr<Painter>> create(GlLoader loader, Fonts& fonts);
  // Into framebuffer `target` (0 = the window's), whose lower left corner is the list's.
  virtual void paint(const DrawList& list, unsigned target) = 0;
  // One tile of a page too large for a framebuffer; `target` is as large as the tile. Tiles meet without a seam.
  virtual void paint_tile(const DrawList& list, unsigned target, const PageTile& tile) = 0;
  virtual const PaintStats& stats() const = 0;
  virtual std::string renderer() const = 0;  // GL_RENDERER and version
};

// A framebuffer of our own, read back top row first, RGBA.
class OffscreenTarget {
 public:
  static Result<std::unique_ptr<OffscreenTarget>> create(int width, int height);
  virtual ~OffscreenTarget() = default;
  virtual unsigned framebuffer() const = 0;
  virtual unsigned texture() const = 0;  // of its colours, lowest row first
  virtual void read(std::vector<std::uint8_t>& rgba) = 0;
};

}  // namespace vidik
