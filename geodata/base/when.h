#pragma once
// When an event happened, as exactly as it is known: two intervals of possibility and how it was written.
//
// Units: Time. begin lies somewhere in [begin_earliest, begin_latest], end in [end_earliest, end_latest];
// ends are exclusive (a day's end is the next midnight). A clock time with minutes is that instant: all four equal;
// as the end of an interval it is exactly then (half open). A whole day has begin_* = its midnight, end_* = the
// next. Week, month and year precision means "some time inside": begin in [first, last microsecond], end in
// [first, next period]; so does an hour written without minutes. kOpenBegin / kOpenEnd = open; an unknown side of
// an EDTF interval ("2023-09/") may lie anywhere up to open.

#include "base/result.h"
#include "base/time.h"
#include "base/time_zone.h"

#include <string>
#include <string_view>

namespace vidik {

struct When {
  Time begin_earliest, begin_latest, end_earliest, end_latest;
  Precision precision = Precision::second;  // of the begin, as written
  bool approximate = false;                 // EDTF "~"
  bool uncertain = false;                   // EDTF "?"
  bool zone_stated = true;                  // false: a clock time without zone was read in the given zone
  bool operator==(const When&) const = default;
};

// One date, date-time or EDTF level 1 expression (CONTRACT §2), also intervals "a/b", "../b", "a/..".
// Bare dates and clock times without offset are read in `zone`. Years outside 1…9999, impossible dates and
// anything left over are refused with the position (1-based column) in the text.
Result<When> parse_when(std::string_view text, const TimeZone& zone);

// Begin and end from two columns. An empty end: an instant (or the whole day …) of the begin, unless `ongoing`,
// which opens the end. `precision` overrides the written one ("day", "month", …) when not empty: week, month and
// year make [begin, end] a span of possibility (SCHEMA "Time").
Result<When> parse_when_columns(std::string_view begin, std::string_view end, std::string_view precision,
                                bool ongoing, const TimeZone& zone);

Result<Precision> parse_precision(std::string_view word);
std::string_view word_of(Precision precision);

}  // namespace vidik
