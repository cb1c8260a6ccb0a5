#pragma once
// Times and durations as people type and read them: command line, JSON, axis, card.
//
// Errors: parse functions refuse with a sentence that names the text and what is accepted.

#include "base/when.h"

#include <string>
#include <string_view>

namespace vidik {

// A length of time: calendar part (in the display zone) and exact part. `7d`, `2w`, `30d`, `1mo`, `1y`, `P1M`,
// `PT6H`, `6h`, `30min`, `45s`. A bare `m` is refused (minutes or months?).
struct Duration {
  int months = 0;
  int days = 0;
  std::int64_t us = 0;
  bool operator==(const Duration&) const = default;
};
Result<Duration> parse_duration(std::string_view text);
Time add(Time t, const Duration& d, const TimeZone& zone, int sign);

// What `--at` names: an instant, or a whole day/month/year whose end the cursor takes (CONTRACT §4).
struct Moment {
  Span span;            // equal ends for an instant
  Precision precision;  // second/minute/hour: has a clock time
};
Result<Moment> parse_moment(std::string_view text, const TimeZone& zone);

std::string iso_with_offset(Time t,
                            const TimeZone& zone);     // "2024-11-29T19:10:00+01:00"; micros only if not zero
std::string date_words(Time t, const TimeZone& zone);  // "29 Nov 2024"
std::string date_time_words(Time t, const TimeZone& zone);       // "29 Nov 2024, 19:10"
std::string weekday_date_words(Time t, const TimeZone& zone);    // "Sat 15 Mar 2025"
std::string when_words(const When& when, const TimeZone& zone);  // LOOK §13 "Dates by precision"
std::string span_words(Span span,
                       const TimeZone& zone);  // "1 Nov 2024 to 15 Mar 2025" (exclusive end in, last day out)
std::string offset_words(Time t, const TimeZone& zone);  // "UTC+1"
std::string_view month_short(int month);                 // "Nov"

}  // namespace vidik
