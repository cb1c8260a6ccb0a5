#include "scene/axis.h"

#include <algorithm>
#include <cmath>

namespace vidik {

double Axis::us_per_px() const {
  const double px = x1 - x0;
  const double us = static_cast<double>(span.end.us) - static_cast<double>(span.begin.us);
  return px > 0 && us > 0 ? us / px : 1.0;
}

float Axis::x_of(Time t) const {
  if (t == kOpenBegin) return -1e6f;
  if (t == kOpenEnd) return 1e6f;
  const double us = static_cast<double>(t.us) - static_cast<double>(span.begin.us);
  return static_cast<float>(std::clamp(x0 + us / us_per_px(), -1e6, 1e6));
}

Time Axis::time_at(float x) const {
  const double us = (static_cast<double>(x) - x0) * us_per_px();
  const double limit = 4e18;
  return plus(span.begin, static_cast<std::int64_t>(std::llround(std::clamp(us, -limit, limit))));
}

}  // namespace vidik
