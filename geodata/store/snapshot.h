#pragma once
// All layers as they are now, and one category table over them; a change makes a new snapshot.
//
// Threads: immutable. Ownership: shared.

#include "store/layer.h"

#include <compare>
#include <memory>
#include <vector>

namespace vidik {

// One event, anywhere: the layer's place in the snapshot and the row in it.
struct EventRef {
  std::uint32_t layer = 0;
  Row row = 0;
  auto operator<=>(const EventRef&) const = default;
};

struct Snapshot {
  std::vector<LayerRef> layers;                      // drawing and lane order
  CategoryTable categories;                          // union, in order of the layers
  std::vector<std::vector<CategoryId>> category_of;  // [layer][the layer's category] -> categories
  std::uint64_t serial = 0;                          // grows with each new snapshot

  CategoryId category(EventRef e) const {
    return category_of[e.layer][layers[e.layer]->columns.category[e.row]];
  }
  std::uint64_t event_count() const;
  Span time_range() const;  // of all dated events, open ends left out; equal ends when there is none
};

using SnapshotRef = std::shared_ptr<const Snapshot>;
SnapshotRef make_snapshot(std::vector<LayerRef> layers);

// Order of every list: earliest begin, layer, id (rows of one layer already are).
bool comes_before(const Snapshot& snapshot, EventRef a, EventRef b);

}  // namespace vidik
