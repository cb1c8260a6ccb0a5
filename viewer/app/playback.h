#pragma once
// Moves the clock: by steps, and during playback by data time per real second (LOOK §8).
//
// Units: Time; dt in seconds. Pure. Errors: none. In mode window the whole window moves, since the playhead alone would
// change nothing there; in the other modes the playhead moves inside it.

#include "base/time_view.h"
#include "base/time_zone.h"
#include "ui/desk.h"

#include <functional>
#include <optional>
#include <string>

namespace vidik {

// The cursor set; a window that does not hold it moves along, its length kept.
void set_cursor(TimeView& time, Time to);
void set_window(TimeView& time, Span window, Time cursor);
void step_cursor(TimeView& time, int steps, const TimeZone& zone);

// Where playback began and how long it has been under way: its place follows from these alone, so that no rounding adds up
// and it never drifts from the clock. A frame that took longer than two seconds (a machine asleep) counts as two.
struct PlayClock {
  std::optional<Time> from;
  double elapsed_s = 0;
  Time placed;  // where it stood after the last frame; elsewhere: somebody moved it, and it begins anew there
  std::int64_t speed = 0;  // us a second, with its sign
  bool turned = false;     // bounced: the other way round
};
struct PlayFacts {
  const TimeZone& zone;
  Span data;  // bounds a moving window
  // The nearest time after (or before) at which what can be shown changes; nullopt: nothing more does.
  std::function<std::optional<Time>(Time, bool forward)> next_change;
};
struct Played {
  bool goes_on = true;       // false: the end was reached and nothing repeats
  std::int64_t skipped = 0;  // us that were passed over because nothing changes in them
};
Played advance_playback(TimeView& time, const Playback& playback, const PlayFacts& facts, double dt_s,
                        bool whole_steps, PlayClock& clock);

}  // namespace vidik
