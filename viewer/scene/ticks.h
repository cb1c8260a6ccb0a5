#pragma once
// The two-level labels of a time axis: seconds to thousands of years in a zone, never touching one another.
//
// Units: px, Time. `Tick::x` is where the period begins; the label stands to its right from label_x on.
// Threads: pure. Cost: O(ticks), a few hundred at most.

#include "base/time_zone.h"
#include "scene/axis.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

struct Tick {
  Time at;
  float x = 0;
  float label_x = 0, label_width = 0;  // width 0: no label
  std::string label;
  bool major = false;  // the larger unit: it wins over the smaller
};

using MeasureText = std::function<float(std::string_view text, bool major)>;

// `blocked`: a stretch of px no label may touch (the playhead's flag); w <= 0 = none.
struct BlockedStretch {
  float x = 0, w = 0;
};
std::vector<Tick> time_ticks(const Axis& axis, const TimeZone& zone, const MeasureText& measure,
                             BlockedStretch blocked = {});

}  // namespace vidik
