#pragma once
// One line of a file of commands as words: blanks part them, single and double quotes and backslashes keep what they hold
// together, # begins a comment. Nothing is replaced: no variables, no patterns.
//
// Errors: bad_input for a quote that does not end. Pure.

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace vidik {

Result<std::vector<std::string>> shell_line(std::string_view line);

}  // namespace vidik
