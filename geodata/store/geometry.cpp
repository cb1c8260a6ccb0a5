#include "store/geometry.h"

#include <algorithm>

namespace vidik {

bool is_whole(std::span<const PlaceE7> points, std::span<const GeometryPart> parts) {
  std::uint32_t from = 0;
  for (const GeometryPart& part : parts) {
    if (part.end <= from || static_cast<int>(part.kind) >= kGeometryKinds) return false;
    from = part.end;
  }
  const auto is_place = [](const PlaceE7& p) { return p.lat >= -900'000'000 && p.lat <= 900'000'000; };
  return from > 0 && from == points.size() && std::all_of(points.begin(), points.end(), is_place);
}

GeometryBox box_of(std::span<const PlaceE7> points) {
  GeometryBox box{points[0].lon, points[0].lat, points[0].lon, points[0].lat};
  for (const PlaceE7& p : points) {
    box.west = std::min(box.west, p.lon);
    box.east = std::max(box.east, p.lon);
    box.south = std::min(box.south, p.lat);
    box.north = std::max(box.north, p.lat);
  }
  return box;
}

}  // namespace vidik
