#pragma once
// Keeps the timeline's rows at what the view asks for: few events at once, many on a thread of their own.
//
// Threads: the main thread. Errors: none. Cost: follow() O(1) when nothing changed; with fewer than kAtOnce events what
// make_timeline_rows costs, else nothing: the rows that stand stay until the new ones are there.

#include "app/background.h"
#include "index/cycle.h"
#include "scene/scene.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace vidik {

inline constexpr std::uint64_t kAtOnce = 20'000;  // events: about a millisecond

class TimelineLoad {
 public:
  // `view.moving`: the extent waits until the camera rests.
  void follow(const IndexesRef& indexes, const ViewState& view);
  bool poll();  // true when others are there
  bool busy() const { return making_.busy(); }
  const TimelineRows& rows() const { return rows_; }

 private:
  struct Wish {
    std::uint64_t indexes = 0, snapshot = 0;
    LaneBy lanes{};
    bool active = false, in_map = false, fold_gaps = false;
    Camera camera;
    Box2 map;
    bool operator==(const Wish&) const = default;
  };
  TimelineRows rows_;
  Wish asked_;
  std::uint64_t shown_snapshot_ = 0;
  Background<TimelineRows> making_;
};

}  // namespace vidik
