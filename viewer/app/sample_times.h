#pragma once
// Repeated measurements and what is said of them: median and 95th percentile.
//
// Units: milliseconds. Source: nearest-rank percentiles of the sorted samples.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

namespace vidik {

class SampleTimes {
 public:
  void add(double ms) { samples_.push_back(ms); }
  double median() const { return rank(0.5); }
  double p95() const { return rank(0.95); }

 private:
  double rank(double share) const {
    if (samples_.empty()) return 0;
    std::vector<double> sorted = samples_;
    std::sort(sorted.begin(), sorted.end());
    const auto at = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[at > 0 ? at - 1 : 0];
  }
  std::vector<double> samples_;
};

inline double now_ms() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

template <typename F>
double timed_ms(F&& work) {
  const double before = now_ms();
  work();
  return now_ms() - before;
}

}  // namespace vidik
