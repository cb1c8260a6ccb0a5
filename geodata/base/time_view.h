#pragma once
// The clock's hands as plain data: window, cursor, mode and how time is tested (CONTRACT §4).
//
// Units: Time; step in microseconds.

#include "base/time.h"

#include <optional>
#include <string_view>

namespace vidik {

enum class Mode : std::uint8_t { instant, window, trail, cumulative, all };
enum class TimeTest : std::uint8_t { overlap, starts_in };
enum class Sureness : std::uint8_t { possibly, surely };

struct TimeView {
  Span window;                           // [begin, end) between the handles
  Time cursor;                           // inside the window or at its end
  std::int64_t step_us = kMicrosPerDay;  // instant mode shows what is active within half of it on either side
  Mode mode = Mode::cumulative;
  TimeTest test = TimeTest::overlap;
  Sureness sureness = Sureness::possibly;
  // Instant mode: the whole day, month or year that was named instead of a point in time ("--at 2025-03-15"); it is
  // tested in place of cursor ± half a step. A point when it is empty (begin == end) or the cursor has left its end.
  Span moment{};
  bool operator==(const TimeView&) const = default;
};

std::string_view word_of(Mode mode);  // "instant" "window" "trail" "cumulative" "all"
std::optional<Mode> mode_of(std::string_view word);

}  // namespace vidik
