#include "guest/trust.h"

#include "base/sha256.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

namespace vidik {
namespace {

constexpr std::size_t kMaxBinary = 64u << 20;

Result<std::string> real_path(const std::string& path) {
  char* resolved = realpath(path.c_str(), nullptr);
  if (resolved == nullptr) return fail(Code::not_found, std::strerror(errno), path);
  std::string out(resolved);
  std::free(resolved);
  return out;
}

bool is_ours(const struct stat& s) { return s.st_uid == 0 || s.st_uid == geteuid(); }

Result<Descriptor> open_regular(const std::string& path, struct stat& s) {
  // Not blocking, so that a FIFO under this name cannot hold us.
  Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!file) return fail(Code::not_found, std::strerror(errno), path);
  if (fstat(file.get(), &s) != 0 || !S_ISREG(s.st_mode))
    return fail(Code::refused, "not a regular file", path);
  return file;
}

}  // namespace

Result<Done> check_folder(const std::string& folder) {
  VIDIK_TRY(std::string path, real_path(folder));
  struct stat below {};
  bool first = true;
  for (;;) {
    struct stat s {};
    if (lstat(path.c_str(), &s) != 0) return fail(Code::refused, std::strerror(errno), path);
    if (!S_ISDIR(s.st_mode)) return fail(Code::refused, "not a folder", path);
    if (!is_ours(s))
      return fail(Code::refused, "it belongs to another user; own it yourself or move it", path);
    if ((s.st_mode & (S_IWGRP | S_IWOTH)) != 0) {
      const bool sticky = (s.st_mode & S_ISVTX) != 0 && !first && is_ours(below);
      if (!sticky) return fail(Code::refused, "others may write there; chmod go-w", path);
    }
    if (path == "/") return Done{};
    below = s;
    first = false;
    const std::size_t slash = path.rfind('/');
    path = slash == 0 ? "/" : path.substr(0, slash);
  }
}

Result<std::string> resolved_inside(const std::string& folder, std::string_view name) {
  VIDIK_TRY(const std::string root, real_path(folder));
  VIDIK_TRY(std::string path, real_path(root + "/" + std::string(name)));
  if (path.compare(0, root.size() + 1, root + "/") != 0) {
    return fail(Code::refused, "a link leads out of the plugin's folder", root + "/" + std::string(name));
  }
  struct stat s {};
  VIDIK_TRY([[maybe_unused]] const Descriptor file, open_regular(path, s));
  return path;
}

Result<std::string> read_inside(const std::string& folder, std::string_view name, std::size_t most) {
  VIDIK_TRY(const std::string path, resolved_inside(folder, name));
  struct stat s {};
  VIDIK_TRY(const Descriptor file, open_regular(path, s));
  if (static_cast<std::uint64_t>(s.st_size) > most)
    return fail(Code::refused, "longer than " + std::to_string(most) + " bytes", path);
  std::string out(static_cast<std::size_t>(s.st_size) + 1, '\0');  // one more, to see whether it has grown
  std::size_t size = 0;
  while (size < out.size()) {
    const ssize_t n = read(file.get(), out.data() + size, out.size() - size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fail(Code::bad_input, std::strerror(errno), path);
    if (n == 0) break;
    size += static_cast<std::size_t>(n);
  }
  if (size == out.size()) return fail(Code::refused, "it is being written to", path);
  out.resize(size);
  return out;
}

Result<SealedCopy> sealed_copy(const std::string& folder, std::string_view name) {
  VIDIK_TRY(const std::string bytes, read_inside(folder, name, kMaxBinary));
  SealedCopy out;
  const std::string label(name.substr(name.rfind('/') + 1));  // what a debugger and /proc show
  out.memory = Descriptor(memfd_create(label.c_str(), MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!out.memory)
    return fail(Code::unavailable, std::string("no memory for a private copy: ") + std::strerror(errno));
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t n = write(out.memory.get(), bytes.data() + at, bytes.size() - at);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0)
      return fail(Code::unavailable, std::string("no memory for a private copy: ") + std::strerror(errno));
    at += static_cast<std::size_t>(n);
  }
  if (fcntl(out.memory.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0) {
    return fail(Code::unavailable, std::string("the private copy cannot be sealed: ") + std::strerror(errno));
  }
  out.sha256 = sha256_hex(bytes);
  return out;
}

}  // namespace vidik
