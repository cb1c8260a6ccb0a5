#pragma once
// A river on the screen, evenly sampled, and calm stretches of it: gentle curves beside it that a name can follow.
//
// Units: px at 1x. Threads: pure. Cost: O(points of the piece); samples only near the box.

#include "scene/name_path.h"

#include "geo/fixed.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vidik {

struct CalmStretch {
  NamePath curve;              // through the river's mean
  float above = 0, below = 0;  // px that the river strays from it to either side
  Px middle;                   // on the river
};

class RiverLine {
 public:
  static constexpr float kStep = 4;  // px between two samples
  struct Sample {
    std::int64_t index;  // times kStep: px from the line's first point, so that panning does not move it
    Px at;
  };
  RiverLine(const MapView& view, std::span<const Fixed2> points, const Box2& near);

  std::span<const Sample> samples() const { return samples_; }
  // About sample `middle`, wide enough for a name of `width` px. None where the river ends, leaves the box, turns back or strays by
  // more than `most_strayed` from a gentle curve.
  std::optional<CalmStretch> calm(std::size_t middle, float width, float most_strayed) const;

 private:
  std::vector<Sample> samples_;
};

}  // namespace vidik
