#pragma once
// One stretch of time laid along px: the same arithmetic for plot, overview and hit tests.
//
// Units: px at 1x, Time. Threads: pure. Cost: O(gaps), a few dozen at most.

#include "base/time.h"

#include <span>

namespace vidik {

inline constexpr double kGapPx = 14;  // a folded gap is as wide as its mark

struct Axis {
  Span span;
  float x0 = 0, x1 = 1;
  // Ascending and apart: each is folded to kGapPx, where that saves room. None is when little else would be left.
  std::span<const Span> gaps = {};

  double us_per_px() const;  // where nothing is folded
  float x_of(Time t) const;  // clamped to ±1e6
  Time time_at(float x) const;
  bool in_gap(Time t) const;  // inside a folded one: nothing is marked there

  // The folded gaps one after the other, cut to the span; none where none is folded.
  template <typename Each>
  void each_gap(Each&& each) const;

 private:
  struct Scale {
    double us_per_px;
    bool folds;  // gaps are folded at all
  };
  Scale scale() const;
  bool saves_room(Span gap) const;
  Span cut(Span gap) const;
  double plain_us_per_px() const;
};

template <typename Each>
void Axis::each_gap(Each&& each) const {
  if (gaps.empty() || !scale().folds) return;
  for (const Span& gap : gaps)
    if (saves_room(cut(gap))) each(cut(gap));
}

}  // namespace vidik
