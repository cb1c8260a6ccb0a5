#pragma once
// A compiler at work beside the window: started, read and ended without ever waiting for it.
//
// Ownership: owns the process and all that it starts in its group; kills them when it goes away. Threads: one owner.
// Errors: start() says why; later the exit code does. Cost: read() takes at most 64 KiB.

#include "base/result.h"
#include "guest/process.h"

#include <optional>
#include <string>
#include <vector>

namespace vidik {

class BuildProcess {
 public:
  // The first word is looked up in PATH. Standard output and errors come through read(), in the order written.
  static Result<BuildProcess> start(const std::vector<std::string>& words);
  BuildProcess(BuildProcess&& other) noexcept
      : pid_(std::exchange(other.pid_, 0)), output_(std::move(other.output_)) {}
  BuildProcess& operator=(BuildProcess&&) = delete;
  ~BuildProcess();

  std::string read();          // what it wrote since, as it is
  std::optional<int> ended();  // its exit code, or 128 and the signal; ask before the last read()

 private:
  BuildProcess(int pid, Descriptor output) : pid_(pid), output_(std::move(output)) {}
  int pid_ = 0;
  Descriptor output_;
};

}  // namespace vidik
