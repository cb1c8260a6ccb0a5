#include "index/visible.h"

#include <algorithm>
#include <iterator>

namespace vidik {

namespace {

bool is_seen(const TimeIndex& index, Row position, const TimeView& view) {
  return visible(index.layer().times(index.row_at(position)), view) > 0;
}

// Every position that is possibly visible: what begins in the tested span, and what began before and may reach it.
VisibleRows possible_rows(const TimeIndex& index, const TimeView& view) {
  VisibleRows out;
  const std::optional<Span> span = tested_span(view);
  if (!span) {
    out.last = index.size();
    return out;
  }
  index.beginning_in(*span, out.first, out.last);
  index.still_open_at(span->begin, out.first, out.extra);
  if (view.test == TimeTest::starts_in) {
    std::erase_if(out.extra, [&](Row position) { return !is_seen(index, position, view); });
  }
  return out;
}

// Of the rows in [first, last), those that a reading of the event could move out of sight.
std::uint64_t doubtful_in(const TimeIndex& index, Row first, Row last, const TimeView& surely) {
  if (first == last) return 0;
  const Layer& layer = index.layer();
  const auto doubts = layer.columns.doubts.span();
  const Row from = index.row_at(first);
  const Row to = index.row_at(last - 1);
  auto at = std::lower_bound(doubts.begin(), doubts.end(), from,
                             [](const DoubtRow& d, Row r) { return d.row < r; });
  std::uint64_t count = 0;
  Row position = first;
  for (; at != doubts.end() && at->row <= to; ++at) {
    if (!index.is_whole()) {
      while (position < last && index.row_at(position) < at->row) ++position;
      if (index.row_at(position) != at->row) continue;  // hidden by the filter
    }
    const LayerColumns& c = layer.columns;
    const EventTimes times{Time{c.begin[at->row]}, Time{at->begin_latest}, Time{at->end_earliest},
                           Time{c.end[at->row]}};
    if (visible(times, surely) <= 0) ++count;
  }
  return count;
}

VisibleRows rows_of(const TimeIndex& index, const TimeView& view, VisibleSet& set) {
  TimeView surely = view;
  surely.sureness = Sureness::surely;
  VisibleRows rows = possible_rows(index, view);
  const Layer& layer = index.layer();
  if (view.sureness == Sureness::surely && !layer.columns.doubts.span().empty() && tested_span(view)) {
    std::vector<Row> kept;
    for (const Row p : rows.extra) {
      if (is_seen(index, p, surely)) kept.push_back(p);
    }
    for (Row p = rows.first; p < rows.last; ++p) {
      if (!layer.columns.facts[index.row_at(p)].has(Facts::kDoubt) || is_seen(index, p, surely)) {
        kept.push_back(p);
      }
    }
    rows = {};
    rows.extra = std::move(kept);
  }
  set.count += rows.count();
  std::uint64_t doubtful = doubtful_in(index, rows.first, rows.last, surely);
  for (const Row p : rows.extra) {
    const Row row = index.row_at(p);
    if (layer.columns.facts[row].has(Facts::kDoubt) && !is_seen(index, p, surely)) ++doubtful;
  }
  set.count_surely += rows.count() - doubtful;
  set.timeless += index.timeless();
  return rows;
}

}  // namespace

VisibleSet visible_set(const Indexes& indexes, const TimeView& view, const std::vector<bool>& on) {
  VisibleSet set;
  set.layers.resize(indexes.layers.size());
  for (std::size_t layer = 0; layer < indexes.layers.size(); ++layer) {
    if (layer < on.size() && !on[layer]) continue;
    set.layers[layer] = rows_of(*indexes.layers[layer], view, set);
  }
  return set;
}

std::optional<Time> next_change(const Indexes& indexes, const std::vector<bool>& on, Time t, bool forward) {
  std::optional<Time> out;
  for (std::size_t i = 0; i < indexes.layers.size(); ++i) {
    if (i < on.size() && !on[i]) continue;
    const TimeIndex& index = *indexes.layers[i];
    const std::optional<Time> near = forward ? index.change_after(t) : index.change_before(t);
    if (near && (!out || (forward ? *near < *out : *near > *out))) out = near;
  }
  return out;
}

std::vector<EventRef> listed(const Indexes& indexes, const VisibleSet& set) {
  const Snapshot& snapshot = *indexes.snapshot;
  const auto before = [&](EventRef a, EventRef b) { return comes_before(snapshot, a, b); };
  std::vector<EventRef> out;
  out.reserve(set.count);
  std::vector<std::size_t> starts;
  for (std::size_t k = 0; k < set.layers.size(); ++k) {
    const auto layer = static_cast<std::uint32_t>(k);
    const TimeIndex& index = *indexes.layers[k];
    const VisibleRows& rows = set.layers[k];
    starts.push_back(out.size());
    const auto split = std::lower_bound(rows.extra.begin(), rows.extra.end(), rows.first);
    const auto add = [&](Row position) { out.push_back({layer, index.row_at(position)}); };
    std::for_each(rows.extra.begin(), split, add);
    for (Row p = rows.first; p < rows.last; ++p) add(p);
    std::for_each(split, rows.extra.end(), add);
  }
  // Each layer's rows are in order already: merge neighbours until one run is left.
  starts.push_back(out.size());
  while (starts.size() > 2) {
    std::vector<std::size_t> merged{starts[0]};
    for (std::size_t i = 1; i + 1 < starts.size(); i += 2) {
      const auto at = [&](std::size_t k) { return out.begin() + static_cast<std::ptrdiff_t>(starts[k]); };
      std::inplace_merge(at(i - 1), at(i), at(i + 1), before);
      merged.push_back(starts[i + 1]);
    }
    if (starts.size() % 2 == 0) merged.push_back(starts.back());
    starts = std::move(merged);
  }
  return out;
}

}  // namespace vidik
