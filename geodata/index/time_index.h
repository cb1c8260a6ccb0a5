#pragma once
// Which events of a layer overlap a span of time, and how many begin in each slice.
//
// Units: Time. Ownership: keeps its layer alive; the columns stay in the layer. Without a filter an index costs
// about 1 byte an event (maximum-end tree, category sums); with one, 4 more for each row that passes.
// Threads: immutable once built. Cost: build O(n); see each member. `position` = place in the index's own order:
// the row itself without a filter, the k-th passing row with one.

#include "index/filter.h"
#include "store/snapshot.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace vidik {

class TimeIndex {
 public:
  // `rows` = the rows that pass, ascending; null = all rows.
  TimeIndex(LayerRef layer, std::unique_ptr<const std::vector<Row>> rows);

  const Layer& layer() const { return *layer_; }
  Row size() const;                           // positions
  Row timeless() const { return timeless_; }  // of them, events without any date
  bool is_whole() const { return rows_ == nullptr; }
  Row row_at(Row position) const { return rows_ ? (*rows_)[position] : position; }
  bool has(Row row) const;  // O(log n)

  // Positions whose earliest begin is in [span.begin, span.end): contiguous. O(log n).
  void beginning_in(Span span, Row& first, Row& last) const;
  // Positions before `first` whose latest end (instants: begin + 1) is after `t`, ascending. O(log n + found).
  void still_open_at(Time t, Row first, std::vector<Row>& positions) const;
  // counts[slice * categories + category] += events that begin in the slice (earliest begin); slices are
  // [edges[i], edges[i+1]), ascending; open begins are in none. O(slices * (log n + categories)).
  void count_begins(std::span<const Time> edges, std::size_t categories,
                    std::span<const CategoryId> category_of, std::span<std::uint32_t> counts) const;
  // counts[i] += events whose possible span meets [edges[i], edges[i+1]). O(slices * log n). Exact for the whole
  // layer; with a filter the ends of the passing rows are sorted once when built.
  void count_active(std::span<const Time> edges, std::span<std::uint32_t> counts) const;
  // The nearest time after, before `t` at which an event begins or ends (open sides never do).
  // O(log n + events of one instant).
  std::optional<Time> change_after(Time t) const;
  std::optional<Time> change_before(Time t) const;
  std::size_t heap_bytes() const;

 private:
  LayerRef layer_;
  std::unique_ptr<const std::vector<Row>> rows_;
  std::int64_t begin_at(Row position) const { return layer_->columns.begin[row_at(position)]; }
  Row lower_bound(Time t) const;  // the first position whose begin is not before t
  void add_categories(Row from, Row to, std::span<const CategoryId> category_of, std::uint32_t* counts) const;
  bool is_real_end(std::int64_t end) const;
  std::span<const std::int64_t> ends() const;  // ascending, of instants begin + 1
  void collect_open(std::size_t level, Row node, Time t, Row first, std::vector<Row>& positions) const;

  Row timeless_ = 0;
  Row block_ = 256;                                 // positions from one row of category_sums_ to the next
  std::vector<std::vector<std::int64_t>> max_end_;  // levels of 16
  std::vector<std::uint32_t> category_sums_;  // of each block, what lies before it, by the layer's category
  std::vector<std::int64_t> ends_sorted_;     // only with a filter
};

// The indexes of a snapshot under one filter.
struct Indexes {
  SnapshotRef snapshot;
  Filter filter;
  std::vector<std::shared_ptr<const TimeIndex>> layers;
  std::uint64_t hidden_by_filter = 0;
  std::uint64_t serial =
      0;  // grows with each that is made; identity within the process, never part of any output
};
using IndexesRef = std::shared_ptr<const Indexes>;
// O(n) only for layers the filter does not pass whole. `before` lends the indexes of unchanged layers.
IndexesRef make_indexes(SnapshotRef snapshot, const Filter& filter, const IndexesRef& before = nullptr);
// The same less the events that `keeps` refuses, which is asked from several threads at once. O(n).
IndexesRef narrowed(const Indexes& whole, const std::function<bool(EventRef)>& keeps);

}  // namespace vidik
