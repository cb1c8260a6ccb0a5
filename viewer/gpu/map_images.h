#pragma once
// Images over boxes of the map (relief), kept as premultiplied textures. The scene names one of about the right size.
//
// Ownership: copies the pixels once. Cost: paint() one quad; cubic filtering only where the image is enlarged.

#include "gpu/map_frame.h"

#include <map>

namespace vidik {

class MapImages {
 public:
  static Result<MapImages> create();
  void keep(ImageId id, int width, int height, std::span<const std::uint8_t> rgba);
  void drop(ImageId id) { kept_.erase(id); }
  bool paint(const MapImage& mark, const MapFrame& frame, bool with_stencil);

 private:
  struct Kept {
    GlTexture texture;
    int width = 0, height = 0;
  };
  Program plain_, cubic_;
  GlVertexArray array_;
  GlBuffer buffer_;
  std::map<ImageId, Kept> kept_;
};

}  // namespace vidik
