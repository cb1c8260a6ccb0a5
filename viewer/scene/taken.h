#pragma once
// The places on a map that are already used, so that labels keep off them.
//
// Units: px. Threads: one owner. Cost: each question looks at the boxes of a few cells.

#include "frame/draw_list.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace vidik {

class TakenBoxes {
 public:
  void add(const Box2& box);
  bool free(const Box2& box) const;
  float overlap(const Box2& box) const;  // px² that are used already; boxes that overlap count twice

 private:
  template <typename F>
  void each_cell(const Box2& box, F&& f) const;
  std::vector<Box2> boxes_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;  // only looked up, never walked
};

// A row of small boxes along the part of a line that is in `map`, so that names keep off it.
void add_line_boxes(const Box2& map, std::span<const Px> line, std::vector<Box2>& boxes);

}  // namespace vidik
