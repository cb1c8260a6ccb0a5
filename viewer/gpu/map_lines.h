#pragma once
// Lines of the map kept on the GPU as points; the vertex shader makes each segment a quad.
//
// Ownership: copies the points once (12 bytes each). Cost: paint() draws what is in view with one call.

#include "gpu/map_frame.h"

namespace vidik {

// Which squares of a target anything was drawn into.
struct TouchedTiles {
  static constexpr int kSide = 32;  // device px
  int across = 0, down = 0;
  std::vector<std::uint8_t> touched;

  void reset(Size target);
  void touch(double x0, double y0, double x1, double y1);  // device px
};

// Runs of neighbouring segments, for one glMultiDrawElementsBaseVertex over indices that repeat.
struct QuadRuns {
  std::vector<GLsizei> counts;      // of indices
  std::vector<GLint> bases;         // first vertex
  std::vector<const void*> starts;  // in the indices: all begin with the first
  void add(std::uint32_t first_segment, std::uint32_t segments);
  void clear() { counts.clear(), bases.clear(), starts.clear(); }
  void draw() const;
};

class MapLines {
 public:
  static Result<MapLines> create();
  void keep(GeometryId id, const RetainedGeometry& geometry);
  void drop(GeometryId id);
  bool has(GeometryId id) const { return find(id) != nullptr; }
  // Blends the strokes' colour, or with `as_coverage` writes white for the caller to blend once. False: not kept.
  bool paint(const MapStroke& mark, const MapFrame& frame, float scale, bool as_coverage);
  // Marks the tiles that the stroke may touch.
  void touch(const MapStroke& mark, const MapFrame& frame, float scale, TouchedTiles& tiles) const;

 private:
  struct Kept {
    GeometryId id;
    GlBuffer points, lengths;
    GlTexture points_view, lengths_view;
    std::vector<GeometryChunk> pieces;  // of at most kPiece segments: first and number of segments
  };
  const Kept* find(GeometryId id) const;

  Program solid_, dashed_, fat_;
  GlVertexArray array_;  // without attributes: the shader looks the points up
  GlBuffer quads_;       // indices of the two triangles of each segment of a piece
  std::vector<Kept> kept_;
  QuadRuns runs_;
};

}  // namespace vidik
