#pragma once
// One stretch of time laid along px: the same arithmetic for plot, overview and hit tests.
//
// Units: px at 1x, Time. Threads: pure.

#include "base/time.h"

namespace vidik {

struct Axis {
  Span span;
  float x0 = 0, x1 = 1;

  double us_per_px() const;
  float x_of(Time t) const;  // clamped to ±1e6
  Time time_at(float x) const;
};

}  // namespace vidik
