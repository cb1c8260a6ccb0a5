#pragma once
// What the user asked of the clock and the timeline, as data. Part of Intent (ui/intents.h).
//
// Units: Time. Ownership: plain values.

#include "base/time_view.h"
#include "frame/timeline_style.h"
#include "ui/desk.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace vidik {

// --- the clock ---
struct SetCursor {
  Time to;
};  // the window moves along when it must
struct SetWindow {
  Span window;
  Time cursor;
};
struct SetMode {
  Mode mode{};
};
struct SetTest {
  TimeTest test{};
  Sureness sureness{};
};
struct SetStep {
  std::int64_t us = kMicrosPerDay;
};
struct StepCursor {
  int steps = 1;
};
struct CursorToEnd {
  bool end = true;
};  // of the window
struct SetZone {
  std::string name;
};  // IANA; clock times stay as they read, bare dates are days of the new zone

// --- what the timeline shows ---
struct SetTimelineSpan {
  Span span;
};
struct ShowDays {
  int days = 0;
};  // of the timeline round the cursor; 0 = all data
struct SetTimelineStyle {
  TimelineStyle style;
  const char* words = "change the timeline";  // for undo; lives as long as the program
};
struct SaveTimeline {};  // style and ranges, into the project's file
struct ScrollLanes {
  std::size_t first = 0;
};
struct TimelineDrag {
  bool on = false;
};  // the y scale holds still meanwhile

// --- playback ---
struct Play {
  bool on = false;
};
struct SetPlayback {
  Playback playback;
};
struct ChangeSpeed {
  int steps = 1;
};  // to the next of kSpeeds

}  // namespace vidik
