#pragma once
// Have files changed since they were looked at, and has whoever writes them come to an end?
//
// Units: milliseconds of the caller's clock. Threads: pure but for the file system. Errors: none; a file that is not there
// is a state like any other. Cost: one stat a file; nothing is read.

#include <cstdint>
#include <string>
#include <vector>

namespace vidik {

// A number that is another when any of the files is: its place on the disk, size or time of writing.
std::uint64_t stamp_of_files(const std::vector<std::string>& paths);

// The same for all files below a folder, at most 5,000. What is built is left out, and what is hidden: folders named "build"
// or with a CMakeCache.txt in them, and names that begin with a point.
std::uint64_t stamp_of_sources(const std::string& folder);

// Tells once of each change, when it is 200 ms old and nothing more has changed since, or sooner by take().
class Settling {
 public:
  explicit Settling(std::uint64_t stamp) : taken_(stamp), seen_(stamp) {}
  bool settled(std::uint64_t stamp, std::int64_t now_ms);
  bool take(std::uint64_t stamp);  // whether it is a change; it is told of

 private:
  std::uint64_t taken_, seen_;
  std::int64_t since_ms_ = 0;
};

}  // namespace vidik
