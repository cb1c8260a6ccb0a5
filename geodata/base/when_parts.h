#pragma once
// One written date, read: the stretch of time that its text covers, before begin and end are put together.
//
// Units: Time. Errors: bad_input with the text, what is wrong with it and the column (1-based).

#include "base/result.h"
#include "base/time.h"
#include "base/time_zone.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace vidik {

struct WrittenDate {
  Span covers;     // the day, month, hour … that is named; equal ends for an instant
  CivilDate date;  // as written, in the zone it was read in
  Precision precision = Precision::second;
  bool approximate = false;
  bool uncertain = false;
  bool zone_stated = true;
  std::optional<std::int64_t> offset_us;  // of a clock time that says it

  bool has_clock_time() const { return precision <= Precision::hour; }
};

// `text` without an interval's slash. `column` = where it begins in what the user wrote, for messages.
Result<WrittenDate> parse_written_date(std::string_view text, const TimeZone& zone, std::size_t column = 1);

// The day, ISO week, month or year of the calendar that holds the date: its first day and the next one's.
struct Period {
  CivilDate first, next;
};
Period period_of(const CivilDate& date, Precision precision);
Span span_of(const Period& period, const TimeZone& zone);

}  // namespace vidik
