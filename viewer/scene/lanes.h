#pragma once
// The marks of one lane: ticks for instants, bars for what lasts, folded where they cannot be told apart.
//
// Units: px, Time. Threads: pure. Cost: O(px * log n) however many events there are: lanes with more than
// kMostEach events in view are folded by binary search and show no bars.

#include "scene/axis.h"
#include "scene/lane_set.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vidik {

inline constexpr Row kMostEach = 2000;  // events looked at one by one in a lane
inline constexpr double kFoldPx = 3;    // under this two marks cannot be told apart

// Events that begin within kFoldPx of the first of them.
struct FoldedMark {
  Time at;        // begin of the first
  Row first = 0;  // its position in the index
  std::uint32_t count = 0;
};
std::vector<FoldedMark> fold_begins(const TimeIndex& index, const Axis& axis, double least_px = kFoldPx);

struct LaneTick {
  float x = 0;
  std::uint32_t count = 0;  // events it stands for
  EventRef event;           // the most severe of them; of a crowded lane the first
  int severity = 1;
  float range_x0 = 0, range_x1 = 0;  // possible range of an imprecise date; equal = none
  std::vector<EventRef> events;      // up to kMostNamed of them
};
inline constexpr std::size_t kMostNamed = 64;

struct LaneBar {
  float x0 = 0, x1 = 0;
  float sure_x0 = 0, sure_x1 = 0;  // what lies inside on every reading of the dates; empty: nothing does
  bool open_begin = false, open_end = false;
  int sub_row = 0;  // 0…2
  EventRef event;
};

struct LaneMarks {
  std::vector<LaneTick> ticks;
  std::vector<LaneBar> bars;
  int sub_rows = 0;
  bool folded = false;
};
// Of the parts whose layers are on.
LaneMarks lane_marks(std::span<const LanePart> parts, const std::vector<bool>& on, const Axis& axis);

}  // namespace vidik
