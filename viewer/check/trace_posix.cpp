#include "check/trace_posix.h"

#include <fcntl.h>
#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

extern "C" {
extern char** environ;
#if defined(__SANITIZE_ADDRESS__)
std::size_t __sanitizer_get_current_allocated_bytes(void);
#endif
}

namespace vidik {
namespace {

constexpr int kMostDescriptors = 64;  // as child_limits_posix.cpp allows
int status_fd = -1;                   // /proc/self/status, which may not be opened later

int thread_count() {
  std::array<char, 8192> text{};
  const ssize_t n = status_fd < 0 ? 0 : pread(status_fd, text.data(), text.size() - 1, 0);
  const std::string_view all(text.data(), n > 0 ? static_cast<std::size_t>(n) : 0);
  const std::size_t at = all.find("\nThreads:");
  return at == std::string_view::npos ? 0 : std::atoi(text.data() + at + 9);
}

std::string of_descriptor(int fd) {
  struct stat about {};
  if (fstat(fd, &about) != 0) return "closed";
  return std::to_string(about.st_dev) + ":" + std::to_string(about.st_ino);
}

}  // namespace

void open_trace() { status_fd = open("/proc/self/status", O_RDONLY | O_CLOEXEC); }

Holdings holdings() {
  Holdings out;
#if defined(__SANITIZE_ADDRESS__)
  out.heap_bytes = __sanitizer_get_current_allocated_bytes();
#else
  const struct mallinfo2 heap = mallinfo2();
  out.heap_bytes = heap.uordblks + heap.hblkhd;
#endif
  for (int fd = 0; fd < kMostDescriptors; ++fd) out.descriptors += fcntl(fd, F_GETFD) >= 0 ? 1 : 0;
  out.threads = thread_count();
  return out;
}

Settings settings() {
  Settings out;
  out.locale = std::setlocale(LC_ALL, nullptr);
  std::array<char, PATH_MAX> folder{};
  if (getcwd(folder.data(), folder.size()) != nullptr) out.folder = folder.data();
  const mode_t mask = ::umask(0);
  ::umask(mask);
  out.umask = std::to_string(mask);
  for (char** at = environ; at != nullptr && *at != nullptr; ++at) out.environment += std::string(*at) + '\n';
  for (int signal = 1; signal < NSIG; ++signal) {
    struct sigaction now {};
    std::array<char, 40> word{};
    if (sigaction(signal, nullptr, &now) != 0) continue;
    std::snprintf(word.data(), word.size(), "%d=%p ", signal, reinterpret_cast<void*>(now.sa_handler));
    out.signals += word.data();
  }
  for (int fd = 0; fd < 3; ++fd) out.standard_descriptors += of_descriptor(fd) + ' ';
  return out;
}

std::string what_changed(const Settings& before, const Settings& after) {
  if (before.locale != after.locale) return "the locale";
  if (before.folder != after.folder) return "the working folder";
  if (before.umask != after.umask) return "the umask";
  if (before.environment != after.environment) return "the environment";
  if (before.signals != after.signals) return "a signal's handler";
  if (before.standard_descriptors != after.standard_descriptors) return "standard input, output or error";
  return {};
}

OutputTrap::OutputTrap()
    : kept_out_(fcntl(1, F_DUPFD_CLOEXEC, 10)), kept_error_(fcntl(2, F_DUPFD_CLOEXEC, 10)) {
  std::array<int, 2> ends{-1, -1};
  // Without blocking: what goes beyond the pipe's 64 KiB is lost, and was too much.
  if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
  read_ = ends[0];
  dup2(ends[1], 1);
  dup2(ends[1], 2);
  close(ends[1]);
}

std::string OutputTrap::caught() {
  std::fflush(nullptr);
  std::array<char, 4096> text{};
  const ssize_t n = read_ < 0 ? 0 : read(read_, text.data(), text.size());
  return {text.data(), n > 0 ? static_cast<std::size_t>(n) : 0};
}

OutputTrap::~OutputTrap() {
  std::fflush(nullptr);
  dup2(kept_out_, 1);
  dup2(kept_error_, 2);
  for (const int fd : {kept_out_, kept_error_, read_})
    if (fd >= 0) close(fd);
}

}  // namespace vidik
