#pragma once
// The lanes of a timeline: events parted by overlay, category, status, country or actor.
//
// Ownership: keeps the layers alive. Threads: pure. Cost: make_lanes O(1) a layer by overlay, else O(events) with the
// texts read for country and actor; memory as filtered indexes.
// An event of several actors or countries ("A; B") stands in each of their lanes. Beyond kMostNamedLanes the rest share one.

#include "frame/timeline_style.h"
#include "index/time_index.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vidik {

inline constexpr std::size_t kMostNamedLanes = 24;

struct LanePart {
  std::uint32_t layer = 0;
  std::shared_ptr<const TimeIndex> index;
};
struct LaneRows {
  std::string name;  // as shown
  std::vector<LanePart> parts;
  std::optional<CategoryId> category;  // where all are of one
  std::optional<Status> status;
  std::uint64_t count() const;
};
struct LaneSet {
  LaneBy by = LaneBy::overlay;
  std::vector<LaneRows> lanes;  // none is empty
};
using LaneSetRef = std::shared_ptr<const LaneSet>;

LaneSet make_lanes(const Indexes& indexes, LaneBy by);

}  // namespace vidik
