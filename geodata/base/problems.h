#pragma once
// Collects what went wrong while the work went on: the warning reporter of partial success.
//
// Threads: one owner. Cost: the first `kept` problems keep their text, the rest are counted.

#include <cstdint>
#include <string>
#include <vector>

namespace vidik {

struct Problem {
  std::uint64_t row = 0;  // line of the file on which the record begins; 0 = not about a row
  std::string reason;
};

class Problems {
 public:
  explicit Problems(std::size_t kept = 10'000) : kept_(kept) {}
  void add(std::uint64_t row, std::string reason) {
    ++count_;
    if (list_.size() < kept_) list_.push_back({row, std::move(reason)});
  }
  std::uint64_t count() const { return count_; }
  const std::vector<Problem>& list() const { return list_; }

 private:
  std::size_t kept_;
  std::uint64_t count_ = 0;
  std::vector<Problem> list_;
};

}  // namespace vidik
