#pragma once
// Where translucent lines cover the map, so that lines of one mark blend once however often they cross.
//
// Ownership: owns one texture of the target's size, made when first needed. Cost: a clear, and one blended pass over
// the tiles that are touched, for up to four marks in a row; for the retained base, not for every frame.

#include "gpu/map_frame.h"
#include "gpu/map_lines.h"

#include <span>

namespace vidik {

class Coverage {
 public:
  static constexpr std::size_t kMost = 4;  // channels of a pixel

  static Result<Coverage> create();
  // Paints up to kMost strokes with the same stencil over the bound framebuffer, in order.
  void paint(std::span<const MapStroke> marks, MapLines& lines, const MapFrame& frame, float scale);

 private:
  void fit(Size size);
  void cover_tiles();

  Program program_;
  GlVertexArray array_;
  GlBuffer corners_;
  TouchedTiles tiles_;
  std::vector<float> boxes_;
  GlTexture texture_;
  GlFramebuffer framebuffer_;
  Size size_;
};

}  // namespace vidik
