#pragma once
// What the guest process gives up before it opens a plugin.
//
// Errors: none; what the kernel would not do is simply not in the list that comes back.

#include <string>
#include <vector>

namespace vidik {

// Binds the process's life to its parent's and lowers its limits. Returns what is now in force, in words.
std::vector<std::string> give_up_rights();

}  // namespace vidik
