#include "ingest/reader_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <utility>
#include <vector>

namespace vidik {
namespace {

constexpr int kPipeBytes = 1 << 20;  // the most an unprivileged process may ask for by default

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

// The child sees nothing of our environment: libraries take settings, and code, from there.
std::vector<std::string> child_environment() {
  std::vector<std::string> out = {"LC_ALL=C.UTF-8", "TZ=UTC", "PATH=/usr/bin:/bin", "HOME=/nonexistent"};
  // A crash must look as in the release build; memory cannot be limited by rlimits under the sanitizer.
  if (kSanitized) {
    out.emplace_back("ASAN_OPTIONS=hard_rss_limit_mb=3072:handle_segv=0:handle_abort=0:detect_leaks=0");
    for (const char* name : {"UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
      if (const char* value = std::getenv(name)) out.push_back(std::string(name) + "=" + value);
    }
  }
  return out;
}

struct SpawnActions {
  posix_spawn_file_actions_t actions{};
  posix_spawnattr_t attributes{};
  SpawnActions() {
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
  }
  ~SpawnActions() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
};

}  // namespace

std::string ReaderProcess::program_beside_this_one() {
  std::string path(4096, '\0');
  const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size());
  path.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
  return path.substr(0, path.rfind('/') + 1) + "vidik-ingest";
}

Result<ReaderProcess> ReaderProcess::start(const std::string& program) {
  if (::access(program.c_str(), X_OK) != 0)
    return fail(Code::unavailable, "the file reader is missing", program);
  int request[2] = {-1, -1}, data[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, request) != 0) {
    return fail(Code::unavailable,
                std::string("the file reader could not be started: ") + std::strerror(errno));
  }
  if (::pipe2(data, O_CLOEXEC) != 0) {
    const int reason = errno;
    ::close(request[0]);
    ::close(request[1]);
    return fail(Code::unavailable,
                std::string("the file reader could not be started: ") + std::strerror(reason));
  }
  ::fcntl(data[0], F_SETPIPE_SZ, kPipeBytes);  // smaller when the system says no: slower, not wrong
  ::fcntl(data[0], F_SETFL, O_NONBLOCK);

  // 0 = what we say, 3 = what it says; nothing else of ours is open in the child. The ends are first lifted
  // above 3, so that none is overwritten before it is copied.
  const int child_request = ::fcntl(request[1], F_DUPFD_CLOEXEC, 10),
            child_data = ::fcntl(data[1], F_DUPFD_CLOEXEC, 10);
  ::close(request[1]);
  ::close(data[1]);
  SpawnActions spawn;
  posix_spawn_file_actions_adddup2(&spawn.actions, child_request, 0);
  posix_spawn_file_actions_adddup2(&spawn.actions, child_data, 3);
  posix_spawn_file_actions_addopen(&spawn.actions, 1, "/dev/null", O_WRONLY, 0);
  if (!kSanitized) posix_spawn_file_actions_addopen(&spawn.actions, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&spawn.actions, 4);
  sigset_t none;
  sigemptyset(&none);
  sigset_t usual;
  sigfillset(&usual);
  posix_spawnattr_setsigmask(&spawn.attributes, &none);
  posix_spawnattr_setsigdefault(&spawn.attributes, &usual);
  posix_spawnattr_setflags(&spawn.attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

  std::vector<std::string> environment = child_environment();
  std::vector<char*> env;
  for (std::string& entry : environment) env.push_back(entry.data());
  env.push_back(nullptr);
  std::string name = program;
  char* arguments[] = {name.data(), nullptr};
  pid_t id = 0;
  const int reason =
      posix_spawn(&id, program.c_str(), &spawn.actions, &spawn.attributes, arguments, env.data());
  ::close(child_request);
  ::close(child_data);
  if (reason != 0) {
    ::close(request[0]);
    ::close(data[0]);
    return fail(Code::unavailable,
                std::string("the file reader could not be started: ") + std::strerror(reason), program);
  }
  return ReaderProcess(id, request[0], data[0]);
}

ReaderProcess::ReaderProcess(ReaderProcess&& other) noexcept
    : id_(std::exchange(other.id_, 0)),
      request_(std::exchange(other.request_, -1)),
      data_(std::exchange(other.data_, -1)) {}

ReaderProcess& ReaderProcess::operator=(ReaderProcess&& other) noexcept {
  if (this != &other) {
    end();
    id_ = std::exchange(other.id_, 0);
    request_ = std::exchange(other.request_, -1);
    data_ = std::exchange(other.data_, -1);
  }
  return *this;
}

ReaderProcess::~ReaderProcess() { end(); }

void ReaderProcess::close_wires() {
  if (request_ >= 0) ::close(request_);
  if (data_ >= 0) ::close(data_);
  request_ = data_ = -1;
}

Result<> ReaderProcess::say(std::span<const char> bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(request_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return fail(Code::unavailable, "the file reader does not listen");
    bytes = bytes.subspan(static_cast<std::size_t>(sent));
  }
  return Done{};
}

long ReaderProcess::read(char* to, std::size_t size) {
  for (;;) {
    const ssize_t got = ::read(data_, to, size);
    if (got > 0) return got;
    if (got == 0) return -1;
    if (errno == EINTR) continue;
    return errno == EAGAIN ? 0 : -1;
  }
}

std::string ReaderProcess::end(Ending ending) {
  close_wires();
  if (id_ == 0) return "ended";
  const pid_t id = std::exchange(id_, 0);
  int status = 0;
  const int patience =
      ending == Ending::by_itself ? 200 : 0;  // milliseconds; on a busy machine it needs some
  for (int tries = 0; tries < patience + 20; ++tries) {
    if (tries == patience) ::kill(id, SIGKILL);
    const pid_t got = ::waitpid(id, &status, WNOHANG);
    if (got == id) {
      if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) return std::string(kOutOfTime);
      if (WIFSIGNALED(status)) return "crashed (signal " + std::to_string(WTERMSIG(status)) + ")";
      return "ended with code " + std::to_string(WEXITSTATUS(status));
    }
    ::usleep(1000);
  }
  // Stuck in the kernel (a dead network mount): collected whenever that ends.
  std::thread([id] { ::waitpid(id, nullptr, 0); }).detach();
  return "was ended";
}

}  // namespace vidik
