#pragma once
// What is visible and how strongly: the one place that decides (CONTRACT §4).
//
// Threads: all pure. Cost: visible() O(1); visible_set O(log n + found) a layer.

#include "base/time_view.h"
#include "index/time_index.h"

#include <optional>

namespace vidik {

// The span the mode tests against; nullopt = no time test (mode all).
std::optional<Span> tested_span(const TimeView& view);

// 0 = not visible, else strength in (0, 1]. The filter is not asked here: rows of the index passed it.
//
// overlap: the event's possible span meets the tested one; starts_in: its begin may lie inside. `surely` demands that
// of every reading of the event. An instant is one microsecond long. An event without any date (both sides open) is
// visible in every mode and test. In trail, strength falls from 1 at the cursor to .30 at the window's begin.
float visible(const EventTimes& times, const TimeView& view);

// The visible rows of one layer.
struct VisibleRows {
  Row first = 0, last = 0;  // positions [first, last) of the index, all of them visible …
  std::vector<Row> extra;   // … and these positions outside it, ascending
  // With Sureness::surely `first == last` and everything stands in extra.
  std::uint64_t count() const { return last - first + extra.size(); }
};

struct VisibleSet {
  std::vector<VisibleRows> layers;  // one a layer of the snapshot; a layer that is off has none
  std::uint64_t count = 0;          // possibly visible
  std::uint64_t count_surely = 0;   // visible on every reading
  std::uint64_t timeless = 0;       // of `count`: events without any date
};

// `on[layer]` = the layer takes part.
VisibleSet visible_set(const Indexes& indexes, const TimeView& view, const std::vector<bool>& on);

// The nearest time after (or before) `t` at which an event of the layers that are on begins or ends. O(log n) a layer.
std::optional<Time> next_change(const Indexes& indexes, const std::vector<bool>& on, Time t, bool forward);

// Every visible event as references in list order (earliest begin, layer, id). O(visible log layers).
std::vector<EventRef> listed(const Indexes& indexes, const VisibleSet& set);

}  // namespace vidik
