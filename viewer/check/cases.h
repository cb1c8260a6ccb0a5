#pragma once
// The checks of `vidik plugin check`, in the order they run: docs/plugins/checks.md says of each what to do when it fails.
//
// An id is for ever: scripts name it. A gate that fails makes the rest senseless: they are skipped, so that one fault is
// told once.

#include <span>
#include <string_view>

namespace vidik {

struct CheckCase {
  std::string_view id;
  int level = 1;
  bool is_gate = false;
  bool in_probe =
      true;  // runs the plugin's code, in vidik-plugin-probe; else the checking program looks for itself
  std::string_view about;
};

std::span<const CheckCase> check_cases();

}  // namespace vidik
