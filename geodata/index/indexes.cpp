#include "index/time_index.h"

#include "base/share_out.h"

#include <algorithm>
#include <atomic>

namespace vidik {

namespace {

// Looked at on all processors, in pieces, and put together in order. `row_at(k)`: the k-th of `size` rows in question.
template <typename RowAt, typename Passes>
std::vector<Row> passing_rows(Row size, RowAt&& row_at, Passes&& passes) {
  constexpr Row kPiece = 1 << 15;
  std::vector<std::vector<Row>> pieces((size + kPiece - 1) / kPiece);
  share_out(pieces.size(), [&](std::size_t i) {
    const Row first = static_cast<Row>(i) * kPiece;
    for (Row k = first; k < std::min(size, first + kPiece); ++k) {
      const Row row = row_at(k);
      if (passes(row)) pieces[i].push_back(row);
    }
  });
  std::size_t count = 0;
  for (const std::vector<Row>& piece : pieces) count += piece.size();
  std::vector<Row> passing;
  passing.reserve(count);
  for (const std::vector<Row>& piece : pieces) passing.insert(passing.end(), piece.begin(), piece.end());
  return passing;
}

std::uint64_t next_serial() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

}  // namespace

IndexesRef make_indexes(SnapshotRef snapshot, const Filter& filter, const IndexesRef& before) {
  auto out = std::make_shared<Indexes>();
  out->serial = next_serial();
  out->snapshot = std::move(snapshot);
  out->filter = filter;
  for (std::uint32_t layer = 0; layer < out->snapshot->layers.size(); ++layer) {
    const LayerRef& rows = out->snapshot->layers[layer];
    const bool whole = filter.passes_whole(*rows);
    std::shared_ptr<const TimeIndex> index;
    if (before) {
      for (const auto& old : before->layers) {
        const bool same_rows = whole ? old->is_whole() : !old->is_whole() && before->filter == filter;
        if (!index && &old->layer() == rows.get() && same_rows) index = old;
      }
    }
    if (!index) {
      std::unique_ptr<std::vector<Row>> passing;
      if (!whole) {
        passing = std::make_unique<std::vector<Row>>(passing_rows(
            rows->size(), [](Row row) { return row; },
            [&](Row row) {
              return filter.passes(*out->snapshot, {layer, row});
            }));
      }
      index = std::make_shared<const TimeIndex>(rows, std::move(passing));
    }
    out->hidden_by_filter += rows->size() - index->size();
    out->layers.push_back(std::move(index));
  }
  return out;
}

IndexesRef narrowed(const Indexes& whole, const std::function<bool(EventRef)>& keeps) {
  auto out = std::make_shared<Indexes>();
  out->serial = next_serial();
  out->snapshot = whole.snapshot;
  out->filter = whole.filter;
  out->hidden_by_filter = whole.hidden_by_filter;
  for (std::uint32_t layer = 0; layer < whole.layers.size(); ++layer) {
    const TimeIndex& index = *whole.layers[layer];
    auto kept = std::make_unique<std::vector<Row>>(passing_rows(
        index.size(), [&](Row position) { return index.row_at(position); },
        [&](Row row) {
          return keeps({layer, row});
        }));
    out->layers.push_back(std::make_shared<const TimeIndex>(whole.snapshot->layers[layer], std::move(kept)));
  }
  return out;
}

}  // namespace vidik
