// Which files the guest's code may read: its own folder and what the loader needs, when the kernel has Landlock.
#include "guest/child_limits.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace vidik {
namespace {

// Of kernels later than the headers we build with.
constexpr std::uint64_t kTruncate = 1u << 14, kDeviceControl = 1u << 15;
struct Ruleset {
  std::uint64_t files = 0, network = 0, scope = 0;
};

constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kRun = LANDLOCK_ACCESS_FS_EXECUTE;
constexpr std::uint64_t kWrite = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                 LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                 LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                                 LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                                 LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;

constexpr std::array kLibraries = {"/lib",       "/lib64",         "/usr/lib",
                                   "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache",
                                   "/dev/null",  "/dev/zero",      "/dev/urandom"};
// What finding a host and trusting its certificate needs.
constexpr std::array kNetwork = {
    "/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf",         "/etc/gai.conf",
    "/etc/services",    "/etc/ssl",   "/usr/share/ca-certificates", "/run/systemd/resolve"};
// What an interpreter needs of its installation.
constexpr std::array kCommand = {"/bin", "/usr", "/etc/alternatives"};
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::array kSanitizer = {"/proc"};  // its own maps and memory, which it looks at while it runs
#else
constexpr std::array<const char*, 0> kSanitizer{};
#endif

class FileRules {
 public:
  explicit FileRules(const Ruleset& handled)
      : handled_(handled.files),
        // Older kernels know a shorter struct, and take a longer one whose rest is zero.
        fd_(static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0))) {}
  FileRules(const FileRules&) = delete;
  FileRules& operator=(const FileRules&) = delete;
  ~FileRules() {
    if (fd_ >= 0) close(fd_);
  }

  // Something that is not there needs no right.
  void allow(const char* path, std::uint64_t rights) {
    const int at = open(path, O_PATH | O_CLOEXEC);
    if (at < 0) return;
    struct stat about {};
    if (fstat(at, &about) == 0) {
      if (!S_ISDIR(about.st_mode)) rights &= ~std::uint64_t{LANDLOCK_ACCESS_FS_READ_DIR};
      landlock_path_beneath_attr rule{};
      rule.allowed_access = rights & handled_;
      rule.parent_fd = at;
      if (rule.allowed_access != 0) syscall(SYS_landlock_add_rule, fd_, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    close(at);
  }
  bool enforce() const { return fd_ >= 0 && syscall(SYS_landlock_restrict_self, fd_, 0) == 0; }

 private:
  std::uint64_t handled_;
  int fd_;
};

}  // namespace

std::vector<std::string> confine_files(const ChildRights& rights) {
  const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return {};
  Ruleset handled;
  handled.files = kWrite;
  if (!rights.files) handled.files |= kRead;
  if (!rights.runs_command) handled.files |= kRun;
  if (version >= 2) handled.files |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3) handled.files |= kTruncate;
  if (version >= 5) handled.files |= kDeviceControl;
  if (version >= 4 && !rights.network) handled.network = 3;  // binding and connecting by TCP
  if (version >= 6) handled.scope = 3;                       // abstract sockets and signals of others

  FileRules rules(handled);
  for (const char* path : kLibraries) rules.allow(path, kRead);
  for (const char* path : kSanitizer) rules.allow(path, kRead);
  if (rights.network) {
    for (const char* path : kNetwork) rules.allow(path, kRead);
  }
  if (rights.runs_command) {
    for (const char* path : kCommand) rules.allow(path, kRead);
  }
  if (!rights.folder.empty()) rules.allow(rights.folder.c_str(), kRead);
  if (!rules.enforce()) return {};
  std::vector<std::string> out;
  if (!rights.files)
    out.emplace_back(rights.runs_command ? "reads only its own folder and the system's programs"
                                         : "reads only its own folder and the system's libraries");
  out.emplace_back("changes no file");
  return out;
}

}  // namespace vidik
