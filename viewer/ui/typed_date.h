#pragma once
// Times, lengths and speeds as people type them: ISO, or the way the program writes it.

#include "base/time_text.h"

namespace vidik {

// "2025-03-15", "2025-03", "2025", "2025-03-15T18:00", "15 Mar 2025", "Mar 2025", "15.3.2025", "15 March 2025, 18:00".
Result<Moment> moment_typed(std::string_view text, const TimeZone& zone);
// The same, and "-3d", "+2w", "- 6 hours": so far from `from`; days and longer ones are calendar days of the zone.
Result<Moment> moment_typed(std::string_view text, const TimeZone& zone, Time from);
// "26 days", "2w", "6 hours", "P1M", "1 year": more than nothing.
Result<Duration> length_typed(std::string_view text);
// "3 days / s", "12 h/s", "1w": microseconds of data a second; a month counts 30 days, a year 365.
Result<std::int64_t> speed_typed(std::string_view text);

}  // namespace vidik
