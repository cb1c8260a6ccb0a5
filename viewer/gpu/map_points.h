#pragma once
// The events of whole layers kept on the GPU and drawn as round points.
//
// Ownership: copies positions and categories once (12 bytes an event). Cost: paint() one call for the run of rows
// and one for the extra rows.

#include "gpu/map_frame.h"

#include <unordered_map>

namespace vidik {

class MapPointSets {
 public:
  static Result<MapPointSets> create();
  void keep(std::uint64_t serial, std::span<const Fixed2> positions, std::span<const std::uint16_t> category);
  void drop(std::uint64_t serial) { kept_.erase(serial); }
  bool paint(const MapPoints& mark, const DrawList& list, const MapFrame& frame);

 private:
  struct Kept {
    GlVertexArray array;
    GlBuffer positions, categories, rows;
    std::size_t count = 0;
  };
  Program program_;
  GlTexture colors_;
  std::unordered_map<std::uint64_t, Kept> kept_;
  std::vector<std::uint8_t> rgba_;
};

}  // namespace vidik
