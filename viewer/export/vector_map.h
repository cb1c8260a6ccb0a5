#pragma once
// The map's marks as vectors: areas by their outlines, lines cut at the page, images brought onto the page's own px.
//
// Units: px at 1x. Ownership: borrows list, parts and brush. Threads: one. Errors: false for a mark that names what was not
// kept or lies outside its pool. Cost: areas and lines what their chunks in view cost.

#include "export/vector_brush.h"
#include "export/vector_parts.h"

#include <array>
#include <map>

namespace vidik {

class VectorMap {
 public:
  // `with_areas`: fills are remembered by their stencil bits, as in a list's base.
  VectorMap(const DrawList& list, const VectorParts& parts, VectorBrush& brush, bool with_areas);

  bool paint(const MapFill& mark);
  bool paint(const MapStroke& mark);
  bool paint(const MapImage& mark);
  bool paint(const MapPoints& mark);
  // Marks one after another with the same stencil are painted inside one opening of its areas; what comes after them, and
  // the end, wants it closed.
  void leave_areas();
  // Of a fill in px, cut at the frame and thinned; empty when it is not seen.
  std::vector<PageLine> rings_of(GeometryId id) const;

 private:
  using Rings = std::vector<PageLine>;
  struct Resampled {
    int width = 0, height = 0;
    PageBox box;
    std::vector<std::uint8_t> rgba;
  };

  PagePoint to_px(Fixed2 at) const;
  PageBox to_px(const FixedBox& box) const;
  // Inside the areas of all of `bits` and outside those of all of `without`; false: nothing of that is seen.
  bool enter_areas(std::uint8_t bits, std::uint8_t without);
  Resampled resampled(const MapImage& mark, const VectorParts::Image& image, const PageBox& seen) const;

  const DrawList& list_;
  const VectorParts& parts_;
  VectorBrush& brush_;
  bool with_areas_;
  PageBox map_;  // where the map is, whole device px
  double origin_x_, origin_y_, unit_;
  std::array<std::vector<Rings>, 8> areas_;  // by bit
  std::uint8_t entered_ = 0, outside_of_ = 0;
  bool seen_ = true;  // of what is entered
  int opened_ = 0;
};

// The box as the painter cuts there: outwards to whole device px.
PageBox whole_device_px(const Box2& box, double scale);

}  // namespace vidik
