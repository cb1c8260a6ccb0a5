#pragma once
// Where this program and its SDK stand, as CMake must be told.

#include "base/paths_posix.h"

#include <string>

namespace vidik {

// For CMAKE_PREFIX_PATH; empty where CMake looks by itself.
inline std::string prefix_for_cmake() {
  const std::string folder = program_dir();
  const std::string prefix = folder.substr(0, folder.rfind('/'));
  return prefix == "/usr" || prefix == "/usr/local" ? std::string() : prefix;
}

}  // namespace vidik
