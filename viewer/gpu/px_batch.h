#pragma once
// Collects page marks as vertices and draws them in their order with few calls.
//
// Units: device px, y down. Ownership: owns programs' vertex buffers. Threads: the context's.
// Cost: one upload a kind and one draw call a run of the same kind and clip, at flush().

#include "frame/color.h"
#include "frame/view_state.h"
#include "gpu/page_part.h"
#include "gpu/program.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vidik {

struct FlatVertex {
  float x, y, way[4];
  Color color, to;
};
struct BoxVertex {
  float x, y, centre_x, centre_y, half_w, half_h, radius, border_width;
  Color fill, border;
};
struct ArcVertex {
  float x, y, centre_x, centre_y, radius, half_width, wide, ends[4];
  Color color;
};
struct StrokeVertex {
  float x, y, from_x, from_y, way_x, way_y, length, half_width, begin, round, planes[4], dash, gap;
  Color color;
};
struct SymbolVertex {
  float x, y, centre_x, centre_y, radius, outline_width, casing_half, alpha, dash, gap;
  std::uint8_t shape, mitred, unused[2];
  Color left, right, outline, casing;
};
struct GlyphVertex {
  float x, y, from_x, from_y;
  Color color;
};

class PxBatch {
 public:
  static Result<PxBatch> create();

  void begin(const PxRect& tile, GLuint glyph_atlas);  // a new target, which holds `tile` of the page
  void bounds(const PxRect& box);  // clips never reach beyond it; begin() sets it to the target
  void clip(const PxRect& box);    // for what is added after it
  const PxRect& clipped_to() const { return clip_; }

  // Triangles; the others are quads: four corners in the order upper left, upper right, lower left, lower right.
  std::vector<FlatVertex>& flat() { return stream(flat_, 0); }
  std::vector<FlatVertex>& opaque_flat() { return stream(flat_, 0, true); }
  std::vector<BoxVertex>& box() { return stream(box_, 1); }
  std::vector<ArcVertex>& arc() { return stream(arc_, 2); }
  std::vector<StrokeVertex>& stroke() { return stream(stroke_, 3); }
  std::vector<SymbolVertex>& symbol() { return stream(symbol_, 4); }
  std::vector<GlyphVertex>& glyph() { return stream(glyph_, 5); }

  void flush();  // draws what was collected

 private:
  static constexpr std::size_t kKinds = 6;
  struct Run {
    std::size_t kind, first, count;
    PxRect clip;
    bool opaque;  // nothing below is looked at
  };
  struct Kind {
    Program program;
    GlVertexArray array;
    GlBuffer buffer;
  };

  template <typename Vertex>
  std::vector<Vertex>& stream(std::vector<Vertex>& vertices, std::size_t kind, bool opaque = false) {
    open_run(kind, opaque);
    return vertices;
  }
  void open_run(std::size_t kind, bool opaque);
  void close_run();
  std::size_t size_of(std::size_t kind) const;
  void upload();

  std::array<Kind, kKinds> kinds_;
  GlBuffer quads_;  // 0 1 2 2 1 3, repeated
  std::size_t quad_count_ = 0;
  std::vector<FlatVertex> flat_;
  std::vector<BoxVertex> box_;
  std::vector<ArcVertex> arc_;
  std::vector<StrokeVertex> stroke_;
  std::vector<SymbolVertex> symbol_;
  std::vector<GlyphVertex> glyph_;
  std::vector<Run> runs_;
  PxRect clip_, bounds_;
  PxRect tile_;
  GLuint glyph_atlas_ = 0;
};

}  // namespace vidik
