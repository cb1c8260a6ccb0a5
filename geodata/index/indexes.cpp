#include "index/time_index.h"

#include <atomic>

namespace vidik {

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
        passing = std::make_unique<std::vector<Row>>();
        for (Row row = 0; row < rows->size(); ++row) {
          if (filter.passes(*out->snapshot, {layer, row})) passing->push_back(row);
        }
        passing->shrink_to_fit();
      }
      index = std::make_shared<const TimeIndex>(rows, std::move(passing));
    }
    out->hidden_by_filter += rows->size() - index->size();
    out->layers.push_back(std::move(index));
  }
  return out;
}

}  // namespace vidik
