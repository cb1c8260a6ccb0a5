#pragma once
// What map marks name, kept to be drawn as vectors: handed over as to a painter (frame/parts_keeper.h).
//
// Ownership: owns copies. Threads: one. Errors: what is not kept is null; chunks and line ends that reach beyond the vertices
// are left out. Cost: keep_*() O(size); finding O(log n).

#include "frame/parts_keeper.h"

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace vidik {

class VectorParts final : public PartsKeeper {
 public:
  struct Geometry {
    std::vector<Fixed2> vertices;
    std::vector<std::uint32_t> line_ends;
    std::vector<GeometryChunk> chunks;
  };
  struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;  // multiplied by alpha
  };
  struct Points {
    std::vector<Fixed2> positions;
    std::vector<std::uint16_t> category;  // as many
  };

  void keep_geometry(GeometryId id, const RetainedGeometry& geometry) override;
  void keep_image(ImageId id, int width, int height, std::span<const std::uint8_t> rgba) override;
  void drop_geometry(GeometryId id) override { geometry_.erase(key(id)); }
  void drop_image(ImageId id) override { images_.erase(id); }
  void keep_points(std::uint64_t layer_serial, std::span<const Fixed2> positions,
                   std::span<const std::uint16_t> category) override;
  void drop_points(std::uint64_t layer_serial) override { points_.erase(layer_serial); }

  const Geometry* geometry(GeometryId id) const { return find(geometry_, key(id)); }
  const Image* image(ImageId id) const { return find(images_, id); }
  const Points* points(std::uint64_t layer_serial) const { return find(points_, layer_serial); }

 private:
  static std::pair<int, int> key(GeometryId id) { return {static_cast<int>(id.layer), id.lod}; }
  template <typename M>
  static const typename M::mapped_type* find(const M& map, const typename M::key_type& id) {
    const auto found = map.find(id);
    return found == map.end() ? nullptr : &found->second;
  }

  std::map<std::pair<int, int>, Geometry> geometry_;
  std::map<ImageId, Image> images_;
  std::map<std::uint64_t, Points> points_;
};

}  // namespace vidik
