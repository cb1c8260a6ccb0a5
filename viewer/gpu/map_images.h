#pragma once
// Images over boxes of the map (relief), kept as premultiplied textures. The scene names one of about the right size.
//
// Ownership: copies the pixels once. Cost: paint() one quad, or as many as its net has in view; cubic filtering only where the image is enlarged.

#include "gpu/map_frame.h"

#include <map>

namespace vidik {

class MapImages {
 public:
  static Result<MapImages> create();
  void keep(ImageId id, int width, int height, std::span<const std::uint8_t> rgba);
  void drop(ImageId id) { kept_.erase(id); }
  bool paint(const MapImage& mark, const DrawList& list, const MapFrame& frame, bool with_stencil);

 private:
  struct Kept {
    GlTexture texture;
    int width = 0, height = 0;
  };
  // Corners of triangles, cut to the view where they are a box's: device px; a place on the page and in the texture;
  // how far in the texture a px goes, to the right and down.
  struct Corner {
    float x, y, from_x, from_y, u, v, per_px[4];
  };
  void box_corners(const MapImage& mark, const MapFrame& frame);
  void net_corners(const MapImage& mark, const DrawList& list, const MapFrame& frame);

  std::vector<Corner> corners_;
  Program plain_, cubic_;
  GlVertexArray array_;
  GlBuffer buffer_;
  std::map<ImageId, Kept> kept_;
};

}  // namespace vidik
