#pragma once
// What the reading child gives up before it touches a file: memory, time, writing, network, other programs.
//
// Threads: call once, before any thread is started. Errors: what the kernel refuses is left out and told.

#include <cstdint>
#include <string>

namespace vidik {

struct SandboxLimits {
  std::uint32_t memory_mb, cpu_s;
};

// Words for what is in force: "memory, time, no privileges, no writing, no network, no programs".
std::string enter_sandbox(const SandboxLimits& limits);

}  // namespace vidik
