#pragma once
// What a picture as vectors is made of: the few things that SVG and PDF both can. viewer/export/vector_walk.h turns a draw list
// into these calls, one writer a format turns the calls into bytes.
//
// Units: px at 1x of the page, y down; the writer scales by the page's own factor. Colours are sRGB, not multiplied by alpha.
// Ownership: everything handed over is borrowed for the call. Threads: one. Errors: a writer keeps its first failure and says
// it at its end. Order of calls is painting order; the same calls give the same bytes.

#include "frame/draw_list.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vidik {

// Lines and cubic curves. `to` is where a step ends; `a` and `b` are a curve's control points.
struct PathStep {
  enum class Kind : std::uint8_t { move, line, curve, close };
  Kind kind = Kind::move;
  Px to, a = {}, b = {};
};
using VectorPath = std::vector<PathStep>;

struct VectorPen {
  float width = 1;
  float dash = 0, gap = 0;  // dash <= 0: solid
  bool round = false;       // caps; joins are round where `round_joins`, else mitred as far as 4 widths
  bool round_joins = true;
};

struct VectorPage {
  float width = 0, height = 0;  // px at 1x
  double scale = 1;             // px of the file for one of these
  Color ground;                 // not opaque: none is painted
};

// Rows from the top, RGBA, colours multiplied by alpha.
struct VectorImage {
  int width = 0, height = 0;
  std::span<const std::uint8_t> rgba;
};

class VectorSink {
 public:
  virtual ~VectorSink() = default;
  virtual void fill(const VectorPath& path, Color color) = 0;  // by the even-odd rule
  virtual void stroke(const VectorPath& path, Color color, const VectorPen& pen) = 0;
  virtual void fade(const Box2& box, Color from, Color to, bool across) = 0;
  // `glyphs`: the run's own, ids of `run.face`, each with its place on the baseline and its turn.
  virtual void text(const GlyphRun& run, std::span<const Glyph> glyphs) = 0;
  virtual void image(const VectorImage& image, const Box2& box, float alpha) = 0;
  // Until end() only what lies inside is painted; clips nest.
  virtual void begin_clip(const VectorPath& path) = 0;  // even-odd
  // What is painted until end() is laid over the page as one, so that its parts do not show through one another.
  virtual void begin_group(float alpha) = 0;
  virtual void end() = 0;
};

}  // namespace vidik
