#pragma once
// A file that is written piece by piece and counts only once finish() said so.
//
// Ownership: closes the file; one that was not finished is removed. Threads: one.
// Errors: unavailable with the system's reason, from finish(); pieces after a failure are dropped.

#include "base/result.h"

#include <string>
#include <string_view>

namespace vidik {

class StreamedFile {
 public:
  explicit StreamedFile(const std::string& path);
  StreamedFile(const StreamedFile&) = delete;
  StreamedFile& operator=(const StreamedFile&) = delete;
  ~StreamedFile();

  bool add(std::string_view bytes);  // false: there is no more room, or whatever else finish() will say
  Result<> finish();                 // all of it is on the disk

 private:
  std::string path_;
  int file_ = -1;
  int error_ = 0;
};

}  // namespace vidik
