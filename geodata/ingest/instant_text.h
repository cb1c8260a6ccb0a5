#pragma once
// The one form of time that big files are written in, 2024-11-29T19:10:00Z, read without detours.
//
// Errors: anything else, also an impossible date in that form, is left to base/when.h, which reads it alike
// and says what is wrong.

#include "base/when.h"

#include <string_view>

namespace vidik {

// True when `begin` is of that form and `end` too or empty; `when` is then what parse_when_columns makes of
// them (the caller still compares begin and end).
bool instants(std::string_view begin, std::string_view end, When& when);

}  // namespace vidik
