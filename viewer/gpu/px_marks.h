#pragma once
// Page marks of a draw list to vertices: what is one quad and what is many.
//
// Units: marks in px at 1x, vertices in device px. Errors: a mark with a range outside its pool or a number that is
// not finite is left out: add() answers false.

#include "frame/draw_list.h"
#include "gpu/atlas.h"
#include "gpu/px_batch.h"

#include <span>
#include <vector>

namespace vidik {

class PxMarks {
 public:
  PxMarks(PxBatch& batch, Atlas& atlas, Fonts& fonts) : batch_(batch), atlas_(atlas), fonts_(fonts) {}

  void begin(const DrawList& list) { list_ = &list, scale_ = list.scale; }
  bool add(const Rect& mark);
  bool add(const Disc& mark);
  bool add(const Fade& mark);
  bool add(const Arc& mark);
  bool add(const Symbol& mark);
  bool add(const SymbolRing& mark);
  bool add(const Stroke& mark);
  bool add(const Polygon& mark);
  bool add(const GlyphRun& mark);

 private:
  std::span<const Px> points_of(Range range) const;  // empty when it is not in the pool
  void box(double x0, double y0, double x1, double y1, float radius, Color fill, Color border,
           float border_width);
  void symbol_quad(Px centre, const SymbolVertex& look, float reach);
  void letter(const Symbol& mark, Color ink);
  void glyph(const GlyphRun& run, const Glyph& glyph, Color color, float halo_px);

  PxBatch& batch_;
  Atlas& atlas_;
  Fonts& fonts_;
  const DrawList* list_ = nullptr;
  float scale_ = 1;
  std::vector<Px> line_;  // kept between calls to save their memory
};

}  // namespace vidik
