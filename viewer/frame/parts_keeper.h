#pragma once
// Who is given, once, what map marks only name: geometry, images and the places of events. A painter puts them on the GPU,
// a picture of vectors keeps them to draw from.
//
// Ownership: everything handed over is borrowed for the call. Threads: the keeper's. Errors: none.

#include "frame/draw_list.h"

#include <cstdint>
#include <span>

namespace vidik {

class PartsKeeper {
 public:
  virtual ~PartsKeeper() = default;
  virtual void keep_geometry(GeometryId id, const RetainedGeometry& geometry) = 0;
  // Colours multiplied by alpha, north row first.
  virtual void keep_image(ImageId id, int width, int height, std::span<const std::uint8_t> rgba) = 0;
  // What a user's own file left behind when it was taken off the map.
  virtual void drop_geometry(GeometryId id) = 0;
  virtual void drop_image(ImageId id) = 0;
  // One layer's events: positions (fixed) and category, row by row. Replaces what stood under the serial.
  virtual void keep_points(std::uint64_t layer_serial, std::span<const Fixed2> positions,
                           std::span<const std::uint16_t> category) = 0;
  virtual void drop_points(std::uint64_t layer_serial) = 0;
};

}  // namespace vidik
