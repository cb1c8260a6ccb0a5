#include "guest/wait_posix.h"

#include <poll.h>

#include <ctime>

namespace vidik {

std::int64_t monotonic_ms() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

void wait_readable(const std::vector<int>& fds, int milliseconds) {
  std::vector<pollfd> watched;
  for (const int fd : fds) watched.push_back({fd, POLLIN, 0});
  poll(watched.data(), static_cast<nfds_t>(watched.size()), milliseconds);
}

}  // namespace vidik
