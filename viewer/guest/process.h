#pragma once
// One guest process: started, spoken to without ever waiting, ended and reaped.
//
// Units: sizes in bytes, processor time in microseconds. Ownership: owns the process and both pipes; ends all of it when it
// goes away. Threads: one owner, and the thread that starts must outlive the process (its end is the guest's end).
// Errors: start() says why; afterwards a closed pipe or nonsense on it shows in next().
// Cost: start 1 to 2 ms; pump() moves at most its budget.

#include "base/result.h"
#include "guest/wire.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vidik {

// A descriptor that closes itself.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor();
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

// How a process ended.
struct Ending {
  int signal = 0;  // 0: it left by itself with `exit_code`
  int exit_code = 0;
};

// What a process uses now; nothing when there is none of this number.
struct ProcessUse {
  std::uint64_t resident_bytes = 0;
  std::int64_t cpu_ms = 0;
};
std::optional<ProcessUse> process_use(int pid);

class GuestProcess {
 public:
  // `binary` is handed to the child as descriptor 4; `words` are what the program is called with.
  static Result<GuestProcess> start(const std::string& program, int binary,
                                    const std::vector<std::string>& words = {});
  GuestProcess(GuestProcess&& other) noexcept;
  GuestProcess& operator=(GuestProcess&&) = delete;
  ~GuestProcess();  // kills what still runs and reaps it

  void send(std::string message) { outgoing_ += message; }
  std::size_t unsent_bytes() const { return outgoing_.size() - sent_; }
  void pump(std::size_t budget = std::size_t{8} << 20);
  void forget_messages() { incoming_ = WireAssembly(); }  // of one that is leaving: nobody reads them

  enum class Next { message, nothing, closed, nonsense };
  // The payload stays valid until the next call of pump() or next().
  Next next(Message& type, std::string_view& payload);

  std::optional<Ending> ending();  // never waits; ends what the process left in its group
  void kill();                     // the whole process group, at once
  std::int64_t cpu_us() const;
  bool is_running_or_ready() const;  // on a processor or waiting for one, not asleep
  int id() const { return pid_; }
  int wake_fd() const { return closed_ ? -1 : wire_.get(); }
  // What it printed: cleaned of escapes, the last 64 KiB.
  const std::string& log() const { return log_; }

 private:
  GuestProcess(int pid, Descriptor wire, Descriptor log)
      : pid_(pid), wire_(std::move(wire)), log_pipe_(std::move(log)) {}
  void pump_log();

  int pid_ = 0;
  Descriptor wire_, log_pipe_;
  WireAssembly incoming_;
  std::string outgoing_;
  std::size_t sent_ = 0;
  bool closed_ = false;
  std::optional<Ending> ending_;
  std::string log_;
};

}  // namespace vidik
