#pragma once
// The page's marks as vectors: what viewer/gpu/px_marks.h does for pixels.
//
// Units: px at 1x. Errors: a mark with a range outside its pool or a number that is not finite is left out: add() is false.

#include "export/vector_brush.h"
#include "text/fonts.h"

namespace vidik {

class VectorMarks {
 public:
  VectorMarks(const DrawList& list, Fonts& fonts, VectorBrush& brush)
      : list_(list), fonts_(fonts), brush_(brush) {}

  bool add(const Rect& mark);
  bool add(const Stroke& mark);
  bool add(const Polygon& mark);
  bool add(const Fade& mark);
  bool add(const Arc& mark);
  bool add(const Disc& mark);
  bool add(const Symbol& mark);
  bool add(const SymbolRing& mark);
  bool add(const GlyphRun& mark);

 private:
  void box(const PageBox& box, double radius, Color fill, Color border, double border_width);
  void letter(const Symbol& mark, Color ink);

  const DrawList& list_;
  Fonts& fonts_;
  VectorBrush& brush_;
};

}  // namespace vidik
