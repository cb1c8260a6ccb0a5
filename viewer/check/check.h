#pragma once
// `vidik plugin check`: every check of one overlay, each in a process of its own, with what it found.
//
// Units: seconds of wall clock. Ownership: plain values. Threads: the caller's; processes are ended before it returns.
// Errors: what cannot be checked at all (no such folder, no probe) is an Error; all else is a Finding.
// Cost: levels 1 to 4 take about a second for a small overlay; level 5 as long as it is told to.

#include "check/cases.h"
#include "check/finding.h"

#include "base/result.h"

#include <functional>
#include <string>
#include <vector>

namespace vidik {

struct CheckWishes {
  int level = 4;
  std::uint64_t seed = 1;
  int seconds = 10;   // of fuzz
  std::string only;   // checks whose id has this in it, whatever their level; empty: all
  std::string probe;  // the program; empty: beside the running one
};

struct Checked {
  const CheckCase* what = nullptr;
  Finding finding;
};

// `each` is called as soon as a check is over.
Result<std::vector<Checked>> check_overlay(const std::string& folder, const CheckWishes& wishes,
                                           const std::function<void(const Checked&)>& each);

}  // namespace vidik
