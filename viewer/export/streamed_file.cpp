#include "export/streamed_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace vidik {

StreamedFile::StreamedFile(const std::string& path)
    : path_(path), file_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
  if (file_ < 0) error_ = errno;
}

StreamedFile::~StreamedFile() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(path_.c_str());
}

bool StreamedFile::add(std::string_view bytes) {
  while (error_ == 0 && !bytes.empty()) {
    const ssize_t n = ::write(file_, bytes.data(), std::min<std::size_t>(bytes.size(), std::size_t{1} << 30));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) error_ = errno;
    if (n == 0) error_ = ENOSPC;
    if (n > 0) bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return error_ == 0;
}

Result<> StreamedFile::finish() {
  if (error_ == 0 && ::fsync(file_) != 0) error_ = errno;
  if (error_ != 0)
    return fail(Code::unavailable, std::string("the file cannot be written (") + std::strerror(error_) + ")",
                path_);
  if (::close(std::exchange(file_, -1)) == 0) return Done{};
  const int reason = errno;
  ::unlink(path_.c_str());
  return fail(Code::unavailable, std::string("the file cannot be written (") + std::strerror(reason) + ")",
              path_);
}

}  // namespace vidik
