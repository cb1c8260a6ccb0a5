#include "base/mapped_file_posix.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace vidik {

Result<MappedFile> map_file(const std::string& path) {
  const auto failed = [&](std::string_view what) {
    return fail(errno == ENOENT ? Code::not_found : Code::unavailable,
                std::string(what) + " (" + std::strerror(errno) + ")", path);
  };
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return failed("the file cannot be opened");
  struct stat about {};
  if (::fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) {
    ::close(file);
    return fail(Code::unavailable, "this is not a plain file", path);
  }
  MappedFile out;
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size != 0) {
    void* memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    const int error = errno;
    ::close(file);
    errno = error;
    if (memory == MAP_FAILED) return failed("the file cannot be mapped");
    out.keep =
        std::shared_ptr<const void>(memory, [size](const void* p) { ::munmap(const_cast<void*>(p), size); });
    out.bytes = {static_cast<const char*>(memory), size};
  } else {
    ::close(file);
  }
  return out;
}

}  // namespace vidik
