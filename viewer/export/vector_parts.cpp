#include "export/vector_parts.h"

#include <algorithm>

namespace vidik {

void VectorParts::keep_geometry(GeometryId id, const RetainedGeometry& from) {
  Geometry kept{{from.vertices.begin(), from.vertices.end()}, {}, {}};
  std::uint32_t begin = 0;
  for (const std::uint32_t end : from.line_ends) {
    if (end < begin || end > kept.vertices.size()) break;
    kept.line_ends.push_back(end);
    begin = end;
  }
  for (const GeometryChunk& chunk : from.chunks)
    if (chunk.first <= kept.vertices.size() && chunk.count <= kept.vertices.size() - chunk.first)
      kept.chunks.push_back(chunk);
  geometry_.insert_or_assign(key(id), std::move(kept));
}

void VectorParts::keep_image(ImageId id, int width, int height, std::span<const std::uint8_t> rgba) {
  images_.erase(id);
  const auto bytes =
      static_cast<std::size_t>(std::max(width, 0)) * static_cast<std::size_t>(std::max(height, 0)) * 4;
  if (bytes == 0 || rgba.size() < bytes) return;
  images_.emplace(id,
                  Image{width, height, {rgba.begin(), rgba.begin() + static_cast<std::ptrdiff_t>(bytes)}});
}

void VectorParts::keep_points(std::uint64_t layer_serial, std::span<const Fixed2> positions,
                              std::span<const std::uint16_t> category) {
  const std::size_t count = std::min(positions.size(), category.size());
  const auto at = static_cast<std::ptrdiff_t>(count);
  points_.insert_or_assign(layer_serial, Points{{positions.begin(), positions.begin() + at},
                                                {category.begin(), category.begin() + at}});
}

}  // namespace vidik
