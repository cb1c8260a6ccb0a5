#pragma once
// Moves the clock: by steps, and during playback by data time per real second (LOOK §8).
//
// Units: Time; dt in seconds. Pure. Errors: none. In mode window the whole window moves, since the playhead alone would
// change nothing there; in the other modes the playhead moves inside it.

#include "base/time_view.h"
#include "base/time_zone.h"
#include "ui/desk.h"

namespace vidik {

// The cursor set; a window that does not hold it moves along, its length kept.
void set_cursor(TimeView& time, Time to);
void set_window(TimeView& time, Span window, Time cursor);
// Whole days are calendar days of the zone, so that a step over a change of the clocks keeps the hour.
Time stepped(Time from, std::int64_t step_us, int steps, const TimeZone& zone);
void step_cursor(TimeView& time, int steps, const TimeZone& zone);

// One frame of playback; false when the end was reached and nothing repeats. `carry_us` keeps what is less than a step
// when motion is reduced. `data` bounds a moving window.
bool advance_playback(TimeView& time, const Desk& desk, Span data, double dt_s, const TimeZone& zone,
                      std::int64_t& carry_us);

}  // namespace vidik
