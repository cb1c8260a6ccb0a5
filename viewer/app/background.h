#pragma once
// One piece of work at a time on a thread of its own; what is asked for meanwhile waits, and the latest wish wins.
//
// Threads: all members belong to one thread; `job` runs on another and must own what it looks at. The destructor waits
// for the job that runs. Errors: none; a job returns what it has to say.

#include <atomic>
#include <functional>
#include <optional>
#include <thread>
#include <utility>

namespace vidik {

template <typename T>
class Background {
 public:
  Background() = default;
  ~Background() {
    if (thread_.joinable()) thread_.join();
  }
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  void start(std::function<T()> job) {
    if (busy())
      next_ = std::move(job);
    else
      run(std::move(job));
  }
  bool busy() const { return thread_.joinable(); }
  // The result, once it is there; one that a later wish has overtaken is never seen.
  std::optional<T> take() {
    if (!busy() || !done_.load(std::memory_order_acquire)) return std::nullopt;
    thread_.join();
    std::optional<T> out = std::exchange(result_, std::nullopt);
    if (!next_) return out;
    run(std::exchange(next_, nullptr));
    return std::nullopt;
  }

 private:
  void run(std::function<T()> job) {
    done_.store(false, std::memory_order_relaxed);
    thread_ = std::thread([this, job = std::move(job)] {
      result_.emplace(job());
      done_.store(true, std::memory_order_release);
    });
  }

  std::thread thread_;
  std::atomic<bool> done_{false};
  std::optional<T> result_;
  std::function<T()> next_;
};

}  // namespace vidik
