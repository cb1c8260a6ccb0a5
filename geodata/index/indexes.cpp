#include "index/time_index.h"

#include "base/share_out.h"

#include <algorithm>
#include <atomic>

namespace vidik {

namespace {

// Looked at on all processors, in pieces, and put together in order.
std::vector<Row> passing_rows(const Snapshot& snapshot, std::uint32_t layer, const Filter& filter) {
  constexpr Row kPiece = 1 << 15;
  const Row size = snapshot.layers[layer]->size();
  std::vector<std::vector<Row>> pieces((size + kPiece - 1) / kPiece);
  share_out(pieces.size(), [&](std::size_t i) {
    const Row first = static_cast<Row>(i) * kPiece;
    for (Row row = first; row < std::min(size, first + kPiece); ++row) {
      if (filter.passes(snapshot, {layer, row})) pieces[i].push_back(row);
    }
  });
  std::size_t count = 0;
  for (const std::vector<Row>& piece : pieces) count += piece.size();
  std::vector<Row> passing;
  passing.reserve(count);
  for (const std::vector<Row>& piece : pieces) passing.insert(passing.end(), piece.begin(), piece.end());
  return passing;
}

}  // namespace

IndexesRef make_indexes(SnapshotRef snapshot, const Filter& filter, const IndexesRef& before) {
  static std::atomic<std::uint64_t> last_serial{0};
  auto out = std::make_shared<Indexes>();
  out->serial = ++last_serial;
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
        passing = std::make_unique<std::vector<Row>>(passing_rows(*out->snapshot, layer, filter));
      }
      index = std::make_shared<const TimeIndex>(rows, std::move(passing));
    }
    out->hidden_by_filter += rows->size() - index->size();
    out->layers.push_back(std::move(index));
  }
  return out;
}

}  // namespace vidik
