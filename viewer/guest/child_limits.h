#pragma once
// What the guest process gives up before it opens a plugin.
//
// Errors: none; what the kernel would not do is simply not in the list that comes back.
// Threads: all of it before any is started. Order: give_up_rights, confine_files, forbid_calls.

#include <string>
#include <vector>

namespace vidik {

// Binds the process's life to its parent's and lowers its limits. Returns what is now in force, in words.
std::vector<std::string> give_up_rights();

// What an overlay may do beyond the usual: what its manifest asks for and the user allowed.
struct ChildRights {
  std::string folder;  // its own, which it may read; empty: none
  bool files = false;  // read what the user may read
  bool network = false;
  bool runs_command = false;  // the process becomes an interpreter: one exec passes, never a second process
};
// As the program was called: --folder DIR, --files, --network, and -- before a command.
ChildRights rights_of(int argc, const char* const* argv);

// Reading and changing files, where the kernel has Landlock.
std::vector<std::string> confine_files(const ChildRights& rights);
// Network, other programs, signals and writing, where the kernel has seccomp.
std::vector<std::string> forbid_calls(const ChildRights& rights);

}  // namespace vidik
