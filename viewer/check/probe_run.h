#pragma once
// One check run in vidik-plugin-probe: started, its tables read for it, watched and ended.
//
// Threads: the caller's, which waits. Errors: in the finding. Cost: a process; at most 60 s, of fuzz its own seconds more.

#include "check/finding.h"

#include "guest/manifest.h"

#include <string>
#include <string_view>

namespace vidik {

struct ProbeRun {
  std::string program;  // vidik-plugin-probe
  std::string folder;   // of the overlay, absolute
  const Manifest* manifest = nullptr;
  int binary = -1;  // sealed copy
  std::string_view check;
  std::uint64_t seed = 1;
  int seconds = 10;
};

Finding run_probe(const ProbeRun& run);

}  // namespace vidik
