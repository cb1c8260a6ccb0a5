#pragma once
// What the files of a picture are known by: SHA-256 of a file, and one for a folder with all that is in it.
//
// Ownership: remembers what it has read, so that the frames of a film read each file once. Threads: one owner.
// Errors: nothing for what is not there or cannot be read. Cost: 200 MB/s; the shipped map data 0.1 s, once.

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace vidik {

struct InputHash {
  std::uint64_t bytes = 0;
  std::string sha256;
  bool operator==(const InputHash&) const = default;
};

class InputHashes {
 public:
  std::optional<InputHash> file(const std::string& path);
  // Of "NAME SHA256" lines of all regular files in it and below, by name from the folder on; links are not followed.
  std::optional<InputHash> folder(const std::string& path);
  void forget() { known_.clear(); }

 private:
  std::map<std::string, std::optional<InputHash>> known_;
};

}  // namespace vidik
