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
float visible(const EventTimes& times, const TimeView& view);

// The visible rows of one layer.
struct VisibleRows {
  Row first = 0, last = 0;   // positions [first, last) of the index, all of them visible …
  std::vector<Row> extra;    // … and these positions outside it, ascending
  // With TimeTest::starts_in or Sureness::surely `first == last` and everything stands in extra.
  std::uint64_t count() const { return last - first + extra.size(); }
};

struct VisibleSet {
  std::vector<VisibleRows> layers;  // one a layer of the snapshot; a layer that is off has none
  std::uint64_t count = 0;          // possibly visible
  std::uint64_t count_surely = 0;   // visible on every reading
};

// `on[layer]` = the layer takes part.
VisibleSet visible_set(const Indexes& indexes, const TimeView& view, const std::vector<bool>& on);

// Every visible event as references in list order (earliest begin, layer, id). O(visible log layers).
std::vector<EventRef> listed(const Indexes& indexes, const VisibleSet& set);

}  // namespace vidik
