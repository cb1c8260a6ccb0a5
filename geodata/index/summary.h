#pragma once
// How many of the visible events there are of each kind: legend, statistics, layer list.
//
// Threads: pure. Cost: O(visible).

#include "index/visible.h"

#include <array>

namespace vidik {

// "58 of 290": what is visible of a layer, and what it holds.
struct LayerCount {
  std::uint64_t shown = 0, all = 0;
  bool operator==(const LayerCount&) const = default;
};

struct Summary {
  std::vector<std::uint64_t> by_category;  // of the snapshot's table
  std::array<std::uint64_t, kStatusCount> by_status{};
  std::vector<LayerCount> layers;
  std::uint64_t without_place = 0;
};

Summary summarise(const Indexes& indexes, const VisibleSet& set);

// Calls f(Row) for each visible row of the layer, in order of begin.
template <typename F>
void each_visible_row(const TimeIndex& index, const VisibleRows& rows, F&& f) {
  std::size_t extra = 0;
  for (; extra < rows.extra.size() && rows.extra[extra] < rows.first; ++extra)
    f(index.row_at(rows.extra[extra]));
  for (Row p = rows.first; p < rows.last; ++p) f(index.row_at(p));
  for (; extra < rows.extra.size(); ++extra) f(index.row_at(rows.extra[extra]));
}

}  // namespace vidik
