#include "base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace vidik {

namespace {

Error system_error(std::string_view what, const std::string& path) {
  return fail(errno == ENOENT ? Code::not_found : Code::unavailable,
              std::string(what) + " (" + std::strerror(errno) + ")", path);
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    // Linux writes at most 2 GiB at once; a smaller piece is the same everywhere.
    const ssize_t n = ::write(file, bytes.data(), std::min<std::size_t>(bytes.size(), std::size_t{1} << 30));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

constexpr mode_t kNewFile = 0666;  // less the umask

// A new file beside `path` with the rights of `path`, or with usual ones where there is none; -1 and errno.
int create_beside(const std::string& path, std::string& temporary) {
  struct stat old {};
  const bool replaces = ::stat(path.c_str(), &old) == 0 && S_ISREG(old.st_mode);
  const mode_t mode = replaces ? old.st_mode & 0777 : kNewFile;
  for (int tries = 0; tries < 100; ++tries) {
    unsigned char random[4];
    if (::getentropy(random, sizeof random) != 0) return -1;
    temporary = path + ".";
    for (const unsigned char byte : random) {
      temporary += "0123456789abcdef"[byte >> 4];
      temporary += "0123456789abcdef"[byte & 15];
    }
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file < 0 && errno == EEXIST) continue;
    if (file >= 0 && replaces)
      (void)::fchmod(file, mode);  // what the umask took away; not every file system has it
    return file;
  }
  return -1;
}

}  // namespace

Result<> write_file_atomically(const std::string& path, std::string_view bytes) {
  const std::string_view parts[] = {bytes};
  return write_file_atomically(path, parts);
}

Result<> write_file_atomically(const std::string& path, std::span<const std::string_view> parts) {
  std::string temporary;
  const int file = create_beside(path, temporary);
  if (file < 0) return system_error("the file cannot be created", path);
  bool good = true;
  for (const std::string_view part : parts) good = good && write_all(file, part);
  good = good && ::fsync(file) == 0;
  const int error = errno;
  if (::close(file) != 0 || !good || ::rename(temporary.c_str(), path.c_str()) != 0) {
    if (!good) errno = error;
    const Error reason = system_error("the file cannot be written", path);
    ::unlink(temporary.c_str());
    return reason;
  }
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory >= 0) {
    ::fsync(directory);  // the name survives a power cut too; not every file system offers it
    ::close(directory);
  }
  return Done{};
}

Result<std::string> read_file(const std::string& path, std::size_t most) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return system_error("the file cannot be opened", path);
  std::string out;
  bool good = true;
  while (good && out.size() <= most) {
    constexpr std::size_t kPiece = 1 << 16;
    const std::size_t before = out.size();
    out.resize(before + kPiece);
    ssize_t n = 0;
    do {
      n = ::read(file, out.data() + before, kPiece);
    } while (n < 0 && errno == EINTR);
    out.resize(before + (n > 0 ? static_cast<std::size_t>(n) : 0));
    if (n == 0) break;
    good = n > 0;
  }
  const int error = errno;
  ::close(file);
  errno = error;
  if (!good) return system_error("the file cannot be read", path);
  if (out.size() > most) {
    return fail(Code::refused, "the file is longer than " + std::to_string(most) + " bytes", path);
  }
  return out;
}

}  // namespace vidik
