#pragma once
// The line, area or set of places of an event, beside the one place that stands for it.
//
// Units: 1e-7 degree; longitudes may pass ±180 (to ±214), so that what crosses the date line stays whole.
// Ownership: views borrow from their layer or batch. Threads: plain data. Errors: none.

#include <cstdint>
#include <span>

namespace vidik {

enum class GeometryKind : std::uint8_t { places, line, ring };
inline constexpr int kGeometryKinds = 3;

struct PlaceE7 {
  std::int32_t lon, lat;
  bool operator==(const PlaceE7&) const = default;
};

// One run of points: places for themselves, a line, or a ring (its first point is not repeated at its end). What is
// inside is odd-even over all rings of one event.
struct GeometryPart {
  std::uint32_t end;  // one past its last point, counted from the event's first
  GeometryKind kind;
  std::uint8_t reserved[3];
};

struct GeometryBox {
  std::int32_t west, south, east, north;  // all four are inside
  bool meets(const GeometryBox& other) const {
    return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
  }
};

struct GeometryView {
  std::span<const PlaceE7> points;
  std::span<const GeometryPart> parts;
  GeometryBox box;

  std::span<const PlaceE7> part(std::size_t i) const {
    const std::uint32_t first = i == 0 ? 0 : parts[i - 1].end;
    return points.subspan(first, parts[i].end - first);
  }
};

// Whether the parts share out exactly these points, each of them one at least, and every latitude is one.
bool is_whole(std::span<const PlaceE7> points, std::span<const GeometryPart> parts);

GeometryBox box_of(std::span<const PlaceE7> points);  // not empty

}  // namespace vidik
