#pragma once
// What is taken off events before anything of them leaves the program, so that a published picture or table harms nobody.
//
// Units: km on the ground, hours. Threads: plain data. Errors: none. The same redaction of the same events is the same
// result: nothing in it is random, and no clock but `as_of` is asked.

#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace vidik {

struct Redaction {
  double grid_km = 0;  // > 0: places become the centre of a cell of about so many km
  bool municipalities =
      false;  // places become the municipality (where the map has none: admin-1) that they lie in
  std::int64_t hide_hours =
      0;                      // > 0: what began, on any reading, less than so long before `as_of` is left out
  std::optional<Time> as_of;  // none: the playhead
  std::vector<std::string>
      drop;  // fields that are emptied: names of `events --json`, or of columns kept as extra

  bool on() const { return grid_km > 0 || municipalities || hide_hours > 0 || !drop.empty(); }
  bool operator==(const Redaction&) const = default;
};

}  // namespace vidik
