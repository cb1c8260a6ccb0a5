#pragma once
// The camera on its way: flying to a goal, or gliding after the wheel with the place under the pointer held still (LOOK §8).
//
// Units: seconds, px at 1x, degrees. Pure: time comes in as what has passed. Errors: none.

#include "ui/camera_moves.h"

#include <optional>

namespace vidik {

class Flight {
 public:
  void fly(const Camera& from, const Camera& to, const Box2& map);
  void glide(const Camera& from, Px at, double zoom);
  void stop() { kind_ = Kind::none; }
  bool under_way() const { return kind_ != Kind::none; }
  Camera goal(const Camera& now, const Box2& map) const;  // where it ends; `now` when it is at rest
  double zoom_goal(const Camera& now) const {
    return kind_ == Kind::glide ? zoom_ : kind_ == Kind::fly ? to_.zoom : now.zoom;
  }
  // Moves `camera` on by dt; true while it has not arrived.
  bool advance(Camera& camera, const Box2& map, double dt_s);

 private:
  enum class Kind { none, fly, glide };
  Kind kind_ = Kind::none;
  Camera from_, to_;
  double done_s_ = 0, length_s_ = 0;
  Px at_;
  double zoom_ = 0;
};

}  // namespace vidik
