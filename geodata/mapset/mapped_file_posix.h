#pragma once
// A file seen as memory, read only.
//
// Ownership: unmaps when it goes away. Threads: const members from any. Errors: not_found or unavailable with the
// system's reason. Cost: nothing is read until it is looked at. A file that somebody cuts short while it is mapped
// ends the program: ours are only ever replaced whole (base/atomic_file.h).

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace vidik {

class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

// Size and time of last change of a file, to tell whether it is the one a cache was made from; zeros when there is none.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t changed_ns = 0;
  bool operator==(const FileStamp&) const = default;
};
FileStamp file_stamp(const std::string& path);

}  // namespace vidik
