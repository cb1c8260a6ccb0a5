#include "index/summary.h"

namespace vidik {

Summary summarise(const Indexes& indexes, const VisibleSet& set) {
  const Snapshot& snapshot = *indexes.snapshot;
  Summary out;
  out.by_category.resize(snapshot.categories.size());
  for (std::size_t k = 0; k < set.layers.size(); ++k) {
    const TimeIndex& index = *indexes.layers[k];
    const LayerColumns& c = index.layer().columns;
    const std::vector<CategoryId>& category_of = snapshot.category_of[k];
    each_visible_row(index, set.layers[k], [&](Row row) {
      ++out.by_category[category_of[c.category[row]]];
      ++out.by_status[static_cast<std::size_t>(c.facts[row].status())];
      if (c.facts[row].has(Facts::kNoPlace)) ++out.without_place;
    });
    out.layers.push_back({set.layers[k].count(), index.layer().size()});
  }
  return out;
}

}  // namespace vidik
