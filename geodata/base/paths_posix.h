#pragma once
// Where things are: the user's XDG folders, and what was installed beside the running program.
//
// Errors: none; a folder is named, not made. An XDG variable that is empty or relative is ignored, as its
// specification says. Without a home folder the user's folders are empty texts: keep nothing then.

#include "base/result.h"

#include <string>

namespace vidik {

std::string data_dir();    // $XDG_DATA_HOME/vidik, ~/.local/share/vidik
std::string config_dir();  // $XDG_CONFIG_HOME/vidik, ~/.config/vidik
std::string cache_dir();   // $XDG_CACHE_HOME/vidik, ~/.cache/vidik
std::string state_dir();   // $XDG_STATE_HOME/vidik, ~/.local/state/vidik

std::string program_dir();  // of the running program, links resolved: ".../bin"
std::string share_dir();    // ../share/vidik from there
std::string lib_dir();      // ../lib/vidik from there

// Makes the folder and those above it, for the user alone (0700).
Result<> make_dirs(const std::string& path);

}  // namespace vidik
