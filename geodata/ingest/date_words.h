#pragma once
// The pieces of a date written for people: 24.03.1999., 3/24/1999 5:30 PM, 1. novembar 2024, Tue, 24 Mar 1999
// 10:00:00 GMT.
//
// Errors: what is none has good = false; a clock time that is none is refused.

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace vidik {

struct WrittenParts {
  enum class Form : std::uint8_t {
    numbers,  // first and second are day and month, in an order that the text does not tell
    ordered,  // first is the day, second the month
  };
  bool good = false;
  Form form = Form::ordered;
  int first = 0, second = 0, year = 0;  // first = 0: no day
  int year_digits = 4;
  std::string_view clock;  // what follows the date
};

WrittenParts split_date(std::string_view text);

// "T10:00:00Z" of " 10:00:00 GMT", "T5:30 PM", " 10:00 +0200"; hours and minutes are checked by base/when.h.
Result<std::string> iso_clock(std::string_view text);
bool is_midnight(std::string_view iso_clock);  // 00:00:00 and no zone

// 1…12, or 0: in English, Serbian, Croatian, Bosnian, Macedonian (either script), Albanian, also inflected
// and cut short.
int month_of(std::string_view word);

}  // namespace vidik
