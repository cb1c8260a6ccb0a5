#include "ingest/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>

namespace vidik {

Result<std::unique_ptr<FileBytes>> FileBytes::open(const std::string& path) {
  struct stat before {};
  if (::stat(path.c_str(), &before) != 0) {
    const int reason = errno;
    return fail(reason == ENOENT || reason == ENOTDIR ? Code::not_found : Code::unavailable,
                reason == ENOENT ? "there is no such file"
                                 : std::string("the file cannot be opened: ") + std::strerror(reason),
                path);
  }
  if (S_ISDIR(before.st_mode)) return fail(Code::bad_input, "this is a folder, not a file", path);
  if (!S_ISREG(before.st_mode)) return fail(Code::refused, "this is a device or a pipe, not a file", path);
  // Not blocking, should it have become a pipe in between.
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0)
    return fail(Code::unavailable, std::string("the file cannot be opened: ") + std::strerror(errno), path);
  struct stat after {};
  if (::fstat(file, &after) != 0 || !S_ISREG(after.st_mode)) {
    ::close(file);
    return fail(Code::refused, "this is not a file any more", path);
  }
  return std::unique_ptr<FileBytes>(new FileBytes(file, static_cast<std::uint64_t>(after.st_size)));
}

FileBytes::~FileBytes() { ::close(file_); }

std::size_t FileBytes::read(char* to, std::size_t size) {
  for (;;) {
    const ssize_t got = ::pread(file_, to, size, static_cast<off_t>(at_));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) error_ = std::string("reading failed: ") + std::strerror(errno);
    if (got <= 0) return 0;
    at_ += static_cast<std::uint64_t>(got);
    return static_cast<std::size_t>(got);
  }
}

std::string FileBytes::head(std::size_t size) {
  std::string out(size, '\0');
  std::size_t have = 0;
  while (have < size) {
    const ssize_t got = ::pread(file_, out.data() + have, size - have, static_cast<off_t>(have));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    have += static_cast<std::size_t>(got);
  }
  out.resize(have);
  return out;
}

}  // namespace vidik
