#pragma once
// More events in view than dots can tell apart, counted in hexagons that stay on the ground while the map moves.
//
// Units: MapView px; places in degrees * 1e7 as the store keeps them. The hexagons (pointed tops) are laid out on the
// Mercator world at the nearest quarter zoom step, so their size on the page is within 9 % of kCellPx.
// Threads: pure. Cost: add() about 10 ns an event.

#include "scene/quick_places.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace vidik {

inline constexpr double kCellPx = 11;  // from a hexagon's middle to its corners

class CountCells {
 public:
  explicit CountCells(const MapView& view);

  void add(std::int32_t lon_e7, std::int32_t lat_e7);
  std::uint64_t in_view() const { return in_view_; }  // of those added; cells at the edge reach beyond

  struct Cell {
    Px middle;
    std::uint32_t count = 0;
  };
  std::vector<Cell> cells() const;  // not empty ones, by row and column
  float radius() const { return static_cast<float>(radius_); }

 private:
  MapView view_;
  double radius_, dx_, dy_;  // px: of a cell, between columns, between rows
  QuickPlaces places_;
  double left_, top_;                   // px of the map box from the world's edges
  std::int64_t first_row_, first_col_;  // of the counted grid
  int cols_, rows_;
  std::vector<std::uint32_t> counts_;
  std::uint64_t in_view_ = 0;
};

// Classes of counts, each beginning at 1, 3, 10, 30 … : the six that end at the largest count.
class CountClasses {
 public:
  static constexpr std::size_t kMost = 6;
  explicit CountClasses(std::uint32_t largest);
  std::size_t size() const { return size_; }
  std::size_t class_of(std::uint32_t count) const;
  std::string words(std::size_t k) const;  // "10–29"; the lowest may be "1–99"

 private:
  std::array<std::uint64_t, kMost + 1> from_{};
  std::size_t size_ = 0;
};

}  // namespace vidik
