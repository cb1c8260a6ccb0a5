#pragma once
// How the dates of one column are written, and each of them as ISO 8601 or EDTF text that base/when.h reads.
//
// Errors: iso_date says in words why a text is no date, or why it cannot be told which. Cost: an ISO text
// costs one look.

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace vidik {

enum class DayOrder : std::uint8_t { unknown, day_first, month_first };

enum class NumberDates : std::uint8_t {
  none,
  ymd,
  ymdhms,
  unix_seconds,
  unix_millis,
  unix_micros,
  unix_nanos,
  excel
};

struct DateHabits {
  DayOrder order = DayOrder::unknown;       // of 4/5/1999
  NumberDates numbers = NumberDates::none;  // what bare numbers mean; four digits are always a year
  bool midnight_is_no_time = false;         // every clock time of the column is 00:00:00: dates, really
};

// "", "NA", "NULL", "unknown", "-", "0000-00-00" …: there is no date.
bool is_no_value(std::string_view text);

// ISO or EDTF text of it, or the reason. `text` is trimmed and has a value.
Result<std::string> iso_date(std::string_view text, const DateHabits& habits);

// Looks at all dates of a column, then knows its habits.
class DateCensus {
 public:
  void see(std::string_view text);
  DateHabits habits() const;
  bool needs_all_rows() const { return slashed_ + numbers_ + midnights_ > 0; }  // a few rows are not enough
  bool order_is_open() const;  // 4/5/1999 is in it, and nothing tells day from month
  std::string example() const { return example_; }
  std::uint64_t dates() const { return dates_; }    // values that look like dates
  std::uint64_t values() const { return values_; }  // values at all

 private:
  std::uint64_t values_ = 0, dates_ = 0, slashed_ = 0, numbers_ = 0, midnights_ = 0, clock_times_ = 0;
  bool day_first_ = false, month_first_ = false, undecided_ = false;
  std::string example_;
  std::size_t digits_min_ = 99, digits_max_ = 0;
  bool all_ymd_ = true;
};

// Words for a note: "Unix seconds".
std::string_view words_of(NumberDates numbers);

}  // namespace vidik
