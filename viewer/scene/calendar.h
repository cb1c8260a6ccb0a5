#pragma once
// Steps of the calendar in a zone: where periods begin, from seconds to a thousand years.
//
// Units: Time; a step is `count` of a unit, lined up with the calendar (3 months begin in January, weeks on Monday).
// Threads: pure. Cost: O(edges) with one zone look-up each. Errors: stops at the years 1 and 9999.

#include "base/time_zone.h"
#include "scene/axis.h"

#include <cstdint>
#include <vector>

namespace vidik {

enum class CalendarUnit : std::uint8_t { second, minute, hour, day, half_week, week, month, year };

struct CalendarStep {
  CalendarUnit unit = CalendarUnit::day;
  int count = 1;
  bool operator==(const CalendarStep&) const = default;
};

std::int64_t typical_us(CalendarStep step);

// The last beginning of such a period at or before `t`.
Time floor_to(Time t, CalendarStep step, const TimeZone& zone);
Time next_after(Time begin, CalendarStep step, const TimeZone& zone);  // `begin` is a beginning

// Beginnings over the pieces between an axis' folded gaps: a gap is one step, however long it is.
std::vector<Time> edges_over(const Axis& axis, CalendarStep step, const TimeZone& zone);

// Beginnings from the last one at or before span.begin to the first at or after span.end; at most `most`.
std::vector<Time> edges_over(Span span, CalendarStep step, const TimeZone& zone, std::size_t most = 4000);

}  // namespace vidik
