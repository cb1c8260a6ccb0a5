#include "store/snapshot.h"

#include <algorithm>
#include <atomic>

namespace vidik {

std::uint64_t Snapshot::event_count() const {
  std::uint64_t sum = 0;
  for (const LayerRef& layer : layers) sum += layer->size();
  return sum;
}

Span Snapshot::time_range() const {
  Time first = kOpenEnd;
  Time last = kOpenBegin;
  for (const LayerRef& layer : layers) {
    const auto begins = layer->columns.begin.span();
    const auto ends = layer->columns.ends_sorted.span();
    const auto dated = std::upper_bound(begins.begin(), begins.end(), kOpenBegin.us);
    if (dated != begins.end()) {
      first = std::min(first, Time{*dated});
      last = std::max(last, plus({begins.back()}, 1));  // one that goes on counts with its begin
    }
    // Instants count to one microsecond after: the range holds them.
    const auto open = std::lower_bound(ends.begin(), ends.end(), kOpenEnd.us);
    if (open != ends.begin()) {
      first = std::min(first, plus({ends.front()}, -1));  // an end is the first moment after the event
      last = std::max(last, Time{*(open - 1)});
    }
  }
  return first <= last ? Span{first, last} : Span{};
}

SnapshotRef make_snapshot(std::vector<LayerRef> layers) {
  static std::atomic<std::uint64_t> last_serial{0};  // identity within the process, never part of any output
  auto out = std::make_shared<Snapshot>();
  out->layers = std::move(layers);
  out->serial = ++last_serial;
  for (const LayerRef& layer : out->layers) {
    std::vector<CategoryId>& map = out->category_of.emplace_back();
    for (const Category& row : layer->categories.rows()) {
      const int known = out->categories.find(row.id);
      map.push_back(known >= 0 ? static_cast<CategoryId>(known) : out->categories.intern(row));
    }
  }
  return out;
}

bool comes_before(const Snapshot& snapshot, EventRef a, EventRef b) {
  const std::int64_t begin_a = snapshot.layers[a.layer]->columns.begin[a.row];
  const std::int64_t begin_b = snapshot.layers[b.layer]->columns.begin[b.row];
  return begin_a != begin_b ? begin_a < begin_b : a < b;
}

}  // namespace vidik
