#pragma once
// The clock that guests are watched by, and waiting for any of them to have said something.
//
// Units: milliseconds of CLOCK_MONOTONIC, which stands still while the machine sleeps.

#include <cstdint>
#include <vector>

namespace vidik {

std::int64_t monotonic_ms();
// Until one of the descriptors can be read, or so long.
void wait_readable(const std::vector<int>& fds, int milliseconds);

}  // namespace vidik
