#pragma once
// The places on a map that are already used, so that labels keep off them.
//
// Units: px. Threads: one owner. Cost: each question looks at the boxes of a few cells.

#include "frame/view_state.h"

#include <cstdint>
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

}  // namespace vidik
