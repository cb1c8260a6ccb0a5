#pragma once
// Size and time of last change of a file, to tell whether it is the one a cache was made from.
//
// Errors: zeros when there is no such file.

#include <cstdint>
#include <string>

namespace vidik {

struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t changed_ns = 0;
  bool operator==(const FileStamp&) const = default;
};

FileStamp file_stamp(const std::string& path);

}  // namespace vidik
