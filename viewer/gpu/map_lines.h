#pragma once
// Lines of the map kept on the GPU as points; the vertex shader makes each segment a quad.
//
// Ownership: copies the points once (12 bytes each). Cost: paint() draws the chunks in view with one call.

#include "gpu/map_frame.h"

namespace vidik {

class MapLines {
 public:
  static Result<MapLines> create();
  void keep(GeometryId id, const RetainedGeometry& geometry);
  bool has(GeometryId id) const { return find(id) != nullptr; }
  // Blends the strokes' colour, or with `as_coverage` writes white for the caller to blend once. False: not kept.
  bool paint(const MapStroke& mark, const MapFrame& frame, float scale, bool as_coverage);

 private:
  struct Kept {
    GeometryId id;
    GlBuffer points, lengths;
    GlTexture points_view, lengths_view;
    std::vector<GeometryChunk> chunks;
  };
  const Kept* find(GeometryId id) const;

  Program program_;
  GlVertexArray array_;  // without attributes: the shader looks the points up
  std::vector<Kept> kept_;
  DrawRuns runs_;
};

}  // namespace vidik
