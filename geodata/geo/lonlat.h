#pragma once
// A place on the globe in degrees, and a box of such places.
//
// Units: degrees, WGS 84. A box is closed and never crosses 180 degrees (the shipped frame is 12..30 E); an empty box
// has west > east.

#include <algorithm>
#include <limits>

namespace vidik {

struct LonLat {
  double lon = 0, lat = 0;
  bool operator==(const LonLat&) const = default;
};

struct LonLatBox {
  double west = std::numeric_limits<double>::infinity();
  double south = std::numeric_limits<double>::infinity();
  double east = -std::numeric_limits<double>::infinity();
  double north = -std::numeric_limits<double>::infinity();
  bool operator==(const LonLatBox&) const = default;

  bool empty() const { return west > east || south > north; }
  bool contains(LonLat p) const { return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north; }
  bool meets(const LonLatBox& other) const {
    return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
  }
  void add(LonLat p) {
    west = std::min(west, p.lon);
    east = std::max(east, p.lon);
    south = std::min(south, p.lat);
    north = std::max(north, p.lat);
  }
};

}  // namespace vidik
