#pragma once
// The marks of one lane: ticks for instants, bars for what lasts, folded where they cannot be told apart.
//
// Units: px, Time. Threads: pure. Cost: O(px * log n) however many events there are: lanes with more than
// kMostEach events in view are folded by binary search and show no bars.

#include "index/time_index.h"
#include "scene/axis.h"

#include <cstdint>
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
  Row row = 0;              // of the layer: the most severe of them
  int severity = 1;
  float range_x0 = 0, range_x1 = 0;  // possible range of an imprecise date; equal = none
  std::vector<Row> rows;             // up to kMostRows of them
};
inline constexpr std::size_t kMostRows = 64;

struct LaneBar {
  float x0 = 0, x1 = 0;
  bool open_begin = false, open_end = false;
  int sub_row = 0;  // 0…2
  Row row = 0;
};

struct LaneMarks {
  std::vector<LaneTick> ticks;
  std::vector<LaneBar> bars;
  int sub_rows = 0;
  bool folded = false;
};
LaneMarks lane_marks(const TimeIndex& index, const Axis& axis);

}  // namespace vidik
