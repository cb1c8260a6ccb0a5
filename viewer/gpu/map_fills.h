#pragma once
// Areas of the map kept on the GPU as triangles.
//
// Ownership: copies the vertices once. Cost: paint() draws the chunks in view with one call.

#include "gpu/map_frame.h"

namespace vidik {

class MapFills {
 public:
  static Result<MapFills> create();
  void keep(GeometryId id, const RetainedGeometry& geometry);
  void drop(GeometryId id);
  // False when the geometry is not kept. `with_stencil`: the target has one.
  bool paint(const MapFill& mark, const MapFrame& frame, bool with_stencil);

 private:
  struct Kept {
    GeometryId id;
    GlVertexArray array;
    GlBuffer buffer;
    std::vector<GeometryChunk> chunks;
  };
  Program program_;
  std::vector<Kept> kept_;
  DrawRuns runs_;
};

}  // namespace vidik
