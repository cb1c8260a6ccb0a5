#pragma once
// Pushes symbols apart that would cover one another; what cannot move stays where it is.
//
// Units: px. Threads: pure. Cost: O(n * neighbours).

#include "frame/draw_list.h"

#include <vector>

namespace vidik {

struct SpreadItem {
  double x = 0, y = 0;  // the true place
  float radius = 0;
  bool fixed = false;     // the selected symbol, an overlay's own
  double most = 26;       // px it may be moved (LOOK §6); clusters less
  double dx = 0, dy = 0;  // out: how far it was moved
};

void push_apart(std::vector<SpreadItem>& items);

}  // namespace vidik
