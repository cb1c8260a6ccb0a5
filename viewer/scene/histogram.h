#pragma once
// How many events begin in each bar of time, or are active in it, by category.
//
// Threads: pure. Cost: O(bars * (log n + categories)) a layer, never O(events).

#include "frame/timeline_style.h"
#include "index/time_index.h"
#include "scene/axis.h"
#include "scene/calendar.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace vidik {

struct Bars {
  CalendarStep step;
  std::vector<Time> edges;  // one more than bars
  std::size_t categories = 0;
  std::vector<std::uint32_t> counts;  // [bar * categories + category of the snapshot]
  std::vector<std::uint64_t> before;  // of each bar, the total a calendar year earlier; empty: not asked

  std::size_t size() const { return edges.empty() ? 0 : edges.size() - 1; }
  std::uint32_t count(std::size_t bar, std::size_t category) const {
    return counts[bar * categories + category];
  }
  std::uint64_t total(std::size_t bar) const;
  std::uint64_t largest() const;  // of these and those a year before
};

// LOOK §7: the first of 5 min, 30 min, 3 h, 1 day, half-week, week, month, quarter (then years) with bars of
// `least_px`; about half a year always has half-weeks.
CalendarStep bar_step(const Axis& axis, double least_px = 6);
std::string_view words_of(CalendarStep bar);  // "half-week"

struct TimelineRows;  // scene/scene.h
// Events of the layers that are on: those that begin in each bar …
Bars count_bars(const Indexes& indexes, const std::vector<bool>& on, const Axis& axis, CalendarStep step,
                const TimeZone& zone);
// … or what the style asks for. A bar of what is active counts every event whose possible span meets it.
Bars count_bars(const TimelineRows& rows, const TimelineStyle& style, const std::vector<bool>& on,
                const Axis& axis, CalendarStep step, const TimeZone& zone);
// The height of a count, as a share of the height of `top`: count/top, its root, or log(1 + count) / log(1 + top).
float height_share(double count, double top, BarScale scale);

std::uint64_t nice_top(std::uint64_t largest);  // up to 1, 2, 5 times a power of ten

}  // namespace vidik
