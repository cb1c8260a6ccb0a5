#pragma once
// The command line: words to Options, or the help, or one line that says what is wrong.
//
// Errors: wrong usage prints one line on stderr and answers exit code 2; --help and --version print on stdout, 0.

#include "app/options.h"

#include <variant>

namespace vidik {

// Options, or the exit code when everything is said already.
std::variant<Options, int> parse_command_line(int argc, const char* const* argv);

}  // namespace vidik
