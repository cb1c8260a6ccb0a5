#pragma once
// What the reading child gives up before it touches a file: memory, time, writing, network, other programs.
//
// Threads: call once, before any thread is started. Errors: limits that the kernel refuses are left out; forbidden
// calls it refuses are told, and the caller must not go on.

#include <cstdint>
#include <string>

namespace vidik {

struct SandboxLimits {
  std::uint32_t memory_mb, cpu_s;
};

struct SandboxState {
  bool calls_forbidden =
      false;  // no network, programs, writing or signals to others: without this nothing may be read
  std::string trouble;  // the system's words when they are not
};

SandboxState enter_sandbox(const SandboxLimits& limits);

}  // namespace vidik
