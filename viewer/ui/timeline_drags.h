#pragma once
// What a pointer on the timeline takes hold of, and what a drag of it asks for: pure, so that it can be tested without a window.
//
// Units: px at 1x, Time. Errors: none; a window never becomes shorter than kShortestWindow.

#include "ui/intents.h"
#include "ui/panel_in.h"

namespace vidik {

inline constexpr std::int64_t kShortestWindow = kMicrosPerMinute;

// What lies under the point, in the order of what is on top.
Drag grab_at(const TimelinePlaces& places, Px at);

struct DragNow {
  Px at;              // pointer
  float dx = 0;       // since the press
  bool free = false;  // Alt: no snapping
};
// The state a drag leads to, from its start.
struct Dragged {
  Span window, span;
  Time cursor;
};
Dragged drag_timeline(Drag drag, const TimelinePlaces& places, const Dragged& start, const DragNow& now);

// The bar edge or event within 6 px, the nearest of them, else t.
Time snapped(const TimelinePlaces& places, Time t);
// `factor` < 1 zooms in; the time `at` stays where it is.
Span zoomed_span(Span span, Time at, double factor);
Span shifted(Span span, double parts);  // by parts of its length

// An event in the middle with as much room on either side as it lasts, a day at least.
Span span_round(const EventTimes& times);

float overview_x(const TimelinePlaces& places, Time t);
Time overview_time(const TimelinePlaces& places, float x);

}  // namespace vidik
