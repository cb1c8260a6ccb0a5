#include "index/time_index.h"

#include <algorithm>

namespace vidik {

namespace {

constexpr Row kFan = 16;  // children of a tree node: two cache lines of ends

// An instant is one microsecond long.
std::int64_t counted_end(const LayerColumns& c, Row row) {
  return c.end[row] > c.begin[row] ? c.end[row] : plus(Time{c.begin[row]}, 1).us;
}

std::size_t nodes_over(std::size_t count) { return (count + kFan - 1) / kFan; }

}  // namespace

TimeIndex::TimeIndex(LayerRef layer, std::unique_ptr<const std::vector<Row>> rows)
    : layer_(std::move(layer)), rows_(std::move(rows)) {
  const LayerColumns& c = layer_->columns;
  const Row n = size();
  std::vector<std::int64_t> leaves(nodes_over(n), INT64_MIN);
  for (Row p = 0; p < n; ++p) leaves[p / kFan] = std::max(leaves[p / kFan], counted_end(c, row_at(p)));
  max_end_.push_back(std::move(leaves));
  while (max_end_.back().size() > kFan) {
    const std::vector<std::int64_t>& below = max_end_.back();
    std::vector<std::int64_t> level(nodes_over(below.size()), INT64_MIN);
    for (std::size_t i = 0; i < below.size(); ++i) level[i / kFan] = std::max(level[i / kFan], below[i]);
    max_end_.push_back(std::move(level));
  }

  // A quarter of a byte an event, however many categories there are.
  const std::size_t categories = layer_->categories.size();
  block_ = static_cast<Row>(std::max<std::size_t>(256, categories * 16));
  category_sums_.reserve((static_cast<std::size_t>(n) / block_ + 1) * categories);
  std::vector<std::uint32_t> sums(categories);
  for (Row p = 0; p < n; ++p) {
    if (p % block_ == 0) category_sums_.insert(category_sums_.end(), sums.begin(), sums.end());
    ++sums[c.category[row_at(p)]];
  }
  if (n % block_ == 0) category_sums_.insert(category_sums_.end(), sums.begin(), sums.end());

  // Open begins stand first, and the events without any date among them.
  for (Row p = 0; p < n && begin_at(p) == kOpenBegin.us; ++p) {
    const Row row = row_at(p);
    if (c.end[row] == kOpenEnd.us && !c.facts[row].has(Facts::kDoubt)) ++timeless_;
  }

  if (rows_) {
    ends_sorted_.reserve(n);
    for (const Row row : *rows_) ends_sorted_.push_back(counted_end(c, row));
    std::sort(ends_sorted_.begin(), ends_sorted_.end());
  }
}

Row TimeIndex::size() const { return rows_ ? static_cast<Row>(rows_->size()) : layer_->size(); }

bool TimeIndex::has(Row row) const {
  return rows_ ? std::binary_search(rows_->begin(), rows_->end(), row) : row < layer_->size();
}

Row TimeIndex::lower_bound(Time t) const {
  const auto begins = layer_->columns.begin.span();
  if (!rows_) return static_cast<Row>(std::lower_bound(begins.begin(), begins.end(), t.us) - begins.begin());
  const auto at = std::lower_bound(rows_->begin(), rows_->end(), t.us,
                                   [&](Row row, std::int64_t us) { return begins[row] < us; });
  return static_cast<Row>(at - rows_->begin());
}

void TimeIndex::beginning_in(Span span, Row& first, Row& last) const {
  first = lower_bound(span.begin);
  last = span.end > span.begin ? lower_bound(span.end) : first;
}

void TimeIndex::collect_open(std::size_t level, Row node, Time t, Row first,
                             std::vector<Row>& positions) const {
  if (max_end_[level][node] <= t.us) return;
  const std::uint64_t from = static_cast<std::uint64_t>(node) * kFan;
  if (level > 0) {
    std::uint64_t width = kFan;  // positions under one child
    for (std::size_t below = 1; below < level; ++below) width *= kFan;
    const std::uint64_t to = std::min<std::uint64_t>(from + kFan, max_end_[level - 1].size());
    for (std::uint64_t child = from; child < to && child * width < first; ++child) {
      collect_open(level - 1, static_cast<Row>(child), t, first, positions);
    }
    return;
  }
  const LayerColumns& c = layer_->columns;
  const std::uint64_t to = std::min<std::uint64_t>(first, from + kFan);
  for (std::uint64_t p = from; p < to; ++p) {
    const auto position = static_cast<Row>(p);
    if (counted_end(c, row_at(position)) > t.us) positions.push_back(position);
  }
}

void TimeIndex::still_open_at(Time t, Row first, std::vector<Row>& positions) const {
  const std::size_t top = max_end_.size() - 1;
  for (Row node = 0; node < max_end_[top].size(); ++node) collect_open(top, node, t, first, positions);
}

void TimeIndex::add_categories(Row from, Row to, std::span<const CategoryId> category_of,
                               std::uint32_t* counts) const {
  const auto category = layer_->columns.category.span();
  const auto add_rows = [&](Row a, Row b) {
    for (Row p = a; p < b; ++p) ++counts[category_of[category[row_at(p)]]];
  };
  const Row first_block = (from + block_ - 1) / block_;
  const Row last_block = to / block_;
  if (first_block >= last_block) return add_rows(from, to);
  add_rows(from, first_block * block_);
  const std::size_t categories = layer_->categories.size();
  const std::uint32_t* before = &category_sums_[first_block * categories];
  const std::uint32_t* after = &category_sums_[last_block * categories];
  for (std::size_t k = 0; k < categories; ++k) counts[category_of[k]] += after[k] - before[k];
  add_rows(last_block * block_, to);
}

void TimeIndex::count_begins(std::span<const Time> edges, std::size_t categories,
                             std::span<const CategoryId> category_of, std::span<std::uint32_t> counts) const {
  if (edges.size() < 2) return;
  const Row dated = lower_bound(Time{kOpenBegin.us + 1});
  Row from = std::max(dated, lower_bound(edges[0]));
  for (std::size_t slice = 0; slice + 1 < edges.size(); ++slice) {
    const Row to = std::max(from, lower_bound(edges[slice + 1]));
    add_categories(from, to, category_of, &counts[slice * categories]);
    from = to;
  }
}

void TimeIndex::count_active(std::span<const Time> edges, std::span<std::uint32_t> counts) const {
  const std::span<const std::int64_t> ends = this->ends();
  for (std::size_t slice = 0; slice + 1 < edges.size(); ++slice) {
    if (edges[slice + 1] <= edges[slice]) continue;
    // Whoever ended by the slice's begin has begun before its end too.
    const auto ended = std::upper_bound(ends.begin(), ends.end(), edges[slice].us) - ends.begin();
    counts[slice] += lower_bound(edges[slice + 1]) - static_cast<Row>(ended);
  }
}

std::span<const std::int64_t> TimeIndex::ends() const {
  return rows_ ? std::span<const std::int64_t>(ends_sorted_) : layer_->columns.ends_sorted.span();
}

// An instant's end is a microsecond after its begin, and no change of its own.
bool TimeIndex::is_real_end(std::int64_t end) const {
  const auto ends = this->ends();
  const auto same = std::equal_range(ends.begin(), ends.end(), end);
  Row first = 0, last = 0;
  beginning_in({Time{end - 1}, Time{end}}, first, last);
  std::ptrdiff_t instants = 0;
  for (Row p = first; p < last; ++p)
    instants += layer_->columns.end[row_at(p)] <= layer_->columns.begin[row_at(p)];
  return same.second - same.first > instants;
}

std::optional<Time> TimeIndex::change_after(Time t) const {
  std::optional<Time> out;
  const Row next = lower_bound(plus(t, 1));
  if (next < size()) out = Time{begin_at(next)};
  const auto ends = this->ends();
  auto end = std::upper_bound(ends.begin(), ends.end(), t.us);
  if (end != ends.end() && *end == t.us + 1 && !is_real_end(*end))
    end = std::upper_bound(end, ends.end(), *end);
  if (end != ends.end() && *end < kOpenEnd.us && (!out || *end < out->us)) out = Time{*end};
  return out;
}

std::optional<Time> TimeIndex::change_before(Time t) const {
  std::optional<Time> out;
  const Row next = lower_bound(t);
  if (next > 0 && begin_at(next - 1) > kOpenBegin.us) out = Time{begin_at(next - 1)};
  const auto ends = this->ends();
  const auto end = std::lower_bound(ends.begin(), ends.end(), t.us);
  if (end == ends.begin()) return out;
  const std::int64_t last = *(end - 1);
  if ((!out || last > out->us) && is_real_end(last)) out = Time{last};
  return out;
}

std::size_t TimeIndex::heap_bytes() const {
  std::size_t bytes = category_sums_.capacity() * sizeof(std::uint32_t) +
                      ends_sorted_.capacity() * sizeof(std::int64_t) +
                      (rows_ ? rows_->capacity() * sizeof(Row) : 0);
  for (const auto& level : max_end_) bytes += level.capacity() * sizeof(std::int64_t);
  return bytes;
}

}  // namespace vidik
