#pragma once
// A place on the Web-Mercator map as two integers, and a box of such places.
//
// Units: the world is 2^32 units wide (0.93 cm at the equator), x grows east, y grows SOUTH (screen down);
// unit square (0…1) = (v + 2^31) / 2^32.

#include <cstdint>
#include <limits>

namespace vidik {

struct Fixed2 {
  std::int32_t x = 0, y = 0;
  bool operator==(const Fixed2&) const = default;
};

// Inclusive; as made it holds nothing.
struct FixedBox {
  std::int32_t west = std::numeric_limits<std::int32_t>::max();
  std::int32_t north = std::numeric_limits<std::int32_t>::max();
  std::int32_t east = std::numeric_limits<std::int32_t>::min();
  std::int32_t south = std::numeric_limits<std::int32_t>::min();
  bool operator==(const FixedBox&) const = default;

  bool empty() const { return west > east || north > south; }
  bool contains(Fixed2 p) const { return p.x >= west && p.x <= east && p.y >= north && p.y <= south; }
  void add(Fixed2 p) {
    if (p.x < west) west = p.x;
    if (p.x > east) east = p.x;
    if (p.y < north) north = p.y;
    if (p.y > south) south = p.y;
  }
};

}  // namespace vidik
