#include "geo/grid_reference.h"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>

#include <algorithm>
#include <cmath>

namespace vidik {
namespace {

struct Grid {
  int zone = 0;  // 0: polar
  bool north = true;
  double x = 0, y = 0;  // m
};

// The library throws on what is no place; that is asked before.
bool is_place(LonLat p) {
  return std::isfinite(p.lon) && std::isfinite(p.lat) && std::abs(p.lat) <= 90 && std::abs(p.lon) <= 540;
}

Grid grid_of(LonLat place) {
  Grid grid;
  GeographicLib::UTMUPS::Forward(place.lat, place.lon, grid.zone, grid.north, grid.x, grid.y);
  return grid;
}

// Of the power of ten that is not below `metres`.
int exponent(double metres) {
  return static_cast<int>(std::ceil(std::log10(std::clamp(metres, 1e-3, 1e9)) - 1e-9));
}

}  // namespace

std::string utm_words(LonLat place, double metres) {
  if (!is_place(place)) return {};
  const Grid grid = grid_of(place);
  const double step = std::pow(10.0, std::max(exponent(metres), 0));
  const auto whole = [&](double v) { return std::to_string(std::llround(std::round(v / step) * step)); };
  return (grid.zone > 0 ? std::to_string(grid.zone) : std::string()) + (grid.north ? "N " : "S ") +
         whole(grid.x) + " " + whole(grid.y);
}

std::string mgrs_words(LonLat place, double metres) {
  if (!is_place(place)) return {};
  const Grid grid = grid_of(place);
  const int digits = std::clamp(5 - exponent(metres), 0, 5);
  std::string packed;
  GeographicLib::MGRS::Forward(grid.zone, grid.north, grid.x, grid.y, place.lat, digits, packed);
  // "34TDN89414859": zone and band, square, then as many digits for each way.
  const auto half = static_cast<std::size_t>(digits);
  const std::size_t square = packed.size() - 2 * half - 2;
  std::string out = packed.substr(0, square) + " " + packed.substr(square, 2);
  if (digits > 0) out += " " + packed.substr(square + 2, half) + " " + packed.substr(square + 2 + half);
  return out;
}

}  // namespace vidik
