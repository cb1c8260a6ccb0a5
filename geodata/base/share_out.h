#pragma once
// Independent pieces of one job, shared out to the processors.
//
// Threads: f runs on several at once and must not throw; share_out() returns when all pieces are done.
// Cost: about 50 µs to start the threads; a job of one piece runs where it is asked for.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace vidik {

template <typename F>
void share_out(std::size_t pieces, const F& f) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < pieces; i = next++) f(i);
  };
  const std::size_t most = std::max(1u, std::thread::hardware_concurrency());
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < std::min(pieces, most); ++i) others.emplace_back(work);
  work();
}  // the others are waited for

}  // namespace vidik
