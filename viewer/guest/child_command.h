#pragma once
// A guest in another language: vidik-guest gives up its rights and becomes the command of the manifest.
//
// Ownership: the words are main's own. Errors: become_command comes back only with the reason why there is no such program.

#include "base/result.h"

namespace vidik {

// The words after "--", ended by null as argv is; null when there are none.
char** command_in(int argc, char** argv);

// Becomes the command, which speaks on the same descriptors.
Error become_command(char** command);

}  // namespace vidik
