#include "mapset/mapped_file_posix.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace vidik {

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return fail(errno == ENOENT ? Code::not_found : Code::unavailable,
                std::string("the file cannot be opened (") + std::strerror(errno) + ")", path);
  }
  struct stat about {};
  MappedFile mapped;
  const bool good = ::fstat(file, &about) == 0 && S_ISREG(about.st_mode);
  if (good && about.st_size > 0) {
    const auto size = static_cast<std::size_t>(about.st_size);
    void* memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (memory != MAP_FAILED) mapped.bytes_ = {static_cast<const char*>(memory), size};
  }
  ::close(file);
  if (!good || (about.st_size > 0 && mapped.bytes_.empty())) {
    return fail(Code::unavailable, "the file cannot be mapped", path);
  }
  return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

FileStamp file_stamp(const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return {};
  return {static_cast<std::uint64_t>(about.st_size),
          static_cast<std::int64_t>(about.st_mtim.tv_sec) * 1'000'000'000 + about.st_mtim.tv_nsec};
}

}  // namespace vidik
