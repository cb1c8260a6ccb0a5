#include "guest/process.h"

#include "base/text.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>

namespace vidik {
namespace {

constexpr std::size_t kLogKept = 64u << 10;

// Everything the child gets: nothing of ours but, in sanitizer builds, the words that make a crash a signal there too.
std::vector<const char*> child_environment() {
  return {
#if defined(__SANITIZE_ADDRESS__)
    "ASAN_OPTIONS=handle_segv=0:handle_abort=0:handle_sigfpe=0:handle_sigill=0:handle_sigbus=0:detect_leaks="
    "0:"
    "hard_rss_limit_mb=2048",
#endif
        nullptr
  };
}

struct SpawnPlan {
  posix_spawn_file_actions_t files{};
  posix_spawnattr_t attributes{};
  SpawnPlan() {
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
  }
};

// Moves a descriptor above those the child gets, so that no dup2 of the plan overwrites the source of another.
Descriptor lifted(int fd) { return Descriptor(fcntl(fd, F_DUPFD_CLOEXEC, 10)); }

std::int64_t cpu_us_of(int pid) {
  clockid_t clock{};
  timespec used{};
  if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0) return 0;
  return std::int64_t{used.tv_sec} * 1'000'000 + used.tv_nsec / 1000;
}

}  // namespace

Descriptor::~Descriptor() {
  if (fd_ >= 0) close(fd_);
}

Result<GuestProcess> GuestProcess::start(const std::string& program, int binary,
                                         const std::vector<std::string>& words) {
  std::array<int, 2> wire{-1, -1}, log{-1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, wire.data()) != 0) {
    return fail(Code::unavailable, std::string("no socket for a guest: ") + std::strerror(errno));
  }
  Descriptor ours(wire[0]), theirs(wire[1]);
  if (pipe2(log.data(), O_CLOEXEC) != 0) {
    return fail(Code::unavailable, std::string("no pipe for a guest: ") + std::strerror(errno));
  }
  Descriptor log_out(log[0]), log_in(log[1]);
  fcntl(ours.get(), F_SETFL, O_NONBLOCK);
  fcntl(log_out.get(), F_SETFL, O_NONBLOCK);
  Descriptor wire_high = lifted(theirs.get()), log_high = lifted(log_in.get()), binary_high = lifted(binary);

  SpawnPlan plan;
  posix_spawn_file_actions_addopen(&plan.files, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&plan.files, log_high.get(), 1);
  posix_spawn_file_actions_adddup2(&plan.files, log_high.get(), 2);
  posix_spawn_file_actions_adddup2(&plan.files, wire_high.get(), 3);
  posix_spawn_file_actions_adddup2(&plan.files, binary_high.get(), 4);
  posix_spawn_file_actions_addclosefrom_np(&plan.files, 5);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&plan.attributes, &none);
  posix_spawnattr_setsigdefault(&plan.attributes, &all);
  posix_spawnattr_setpgroup(&plan.attributes,
                            0);  // the terminal's Ctrl-C is for the program, not for its guests
  posix_spawnattr_setflags(&plan.attributes,
                           POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);

  std::vector<const char*> arguments{"vidik-guest"};
  for (const std::string& word : words) arguments.push_back(word.c_str());
  arguments.push_back(nullptr);
  const std::vector<const char*> environment = child_environment();
  pid_t pid = 0;
  const int error =
      posix_spawn(&pid, program.c_str(), &plan.files, &plan.attributes,
                  const_cast<char* const*>(arguments.data()), const_cast<char* const*>(environment.data()));
  if (error != 0)
    return fail(Code::unavailable, std::string("the guest program cannot start: ") + std::strerror(error));
  return GuestProcess(pid, std::move(ours), std::move(log_out));
}

GuestProcess::GuestProcess(GuestProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, 0)),
      wire_(std::move(other.wire_)),
      log_pipe_(std::move(other.log_pipe_)),
      incoming_(std::move(other.incoming_)),
      outgoing_(std::move(other.outgoing_)),
      sent_(other.sent_),
      closed_(other.closed_),
      ending_(other.ending_),
      log_(std::move(other.log_)) {}

GuestProcess::~GuestProcess() {
  if (pid_ == 0 || ending_) return;
  kill();
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }  // a killed process is gone in a moment
}

void GuestProcess::pump(std::size_t budget) {
  while (sent_ < outgoing_.size() && !closed_) {
    const ssize_t n = ::send(wire_.get(), outgoing_.data() + sent_, outgoing_.size() - sent_, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) break;  // full: later; gone: the read below says so
    sent_ += static_cast<std::size_t>(n);
  }
  if (sent_ == outgoing_.size()) {
    outgoing_.clear();
    sent_ = 0;
  }
  char buffer[1 << 16];
  for (std::size_t taken = 0; taken < budget && !closed_;) {
    const ssize_t n = recv(wire_.get(), buffer, sizeof buffer, 0);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
    if (n <= 0) {
      closed_ = true;
      break;
    }
    incoming_.add(buffer, static_cast<std::size_t>(n));
    taken += static_cast<std::size_t>(n);
  }
  pump_log();
}

void GuestProcess::pump_log() {
  char buffer[1 << 12];
  for (int round = 0; round < 4; ++round) {  // 16 KiB a poll: a guest that prints without end waits for us
    const ssize_t n = read(log_pipe_.get(), buffer, sizeof buffer);
    if (n <= 0) return;
    std::string_view text(buffer, static_cast<std::size_t>(n));
    while (!text.empty()) {
      const std::size_t line = text.find('\n');
      log_ += for_terminal(text.substr(0, line));
      if (line == std::string_view::npos) break;
      log_ += '\n';
      text.remove_prefix(line + 1);
    }
    if (log_.size() > kLogKept) log_.erase(0, log_.size() - kLogKept);
  }
}

GuestProcess::Next GuestProcess::next(Message& type, std::string_view& payload) {
  switch (incoming_.next(type, payload)) {
    case WireAssembly::State::message:
      return Next::message;
    case WireAssembly::State::nonsense:
      return Next::nonsense;
    case WireAssembly::State::incomplete:
      break;
  }
  return closed_ ? Next::closed : Next::nothing;
}

std::optional<Ending> GuestProcess::ending() {
  siginfo_t seen{};
  if (ending_ || waitid(P_PID, static_cast<id_t>(pid_), &seen, WEXITED | WNOHANG | WNOWAIT) != 0 ||
      seen.si_pid != pid_) {
    return ending_;
  }
  ::kill(-pid_, SIGKILL);  // what it forked; once it is reaped the number may be somebody else's
  int status = 0;
  if (waitpid(pid_, &status, 0) == pid_)
    ending_ = WIFSIGNALED(status) ? Ending{WTERMSIG(status), 0} : Ending{0, WEXITSTATUS(status)};
  return ending_;
}

void GuestProcess::kill() {
  if (pid_ <= 0 || ending_) return;
  ::kill(-pid_, SIGKILL);
  ::kill(pid_, SIGKILL);  // when it left its group
}

std::int64_t GuestProcess::cpu_us() const { return cpu_us_of(pid_); }

std::optional<ProcessUse> process_use(int pid) {
  if (pid <= 0) return std::nullopt;
  const Descriptor file(open(("/proc/" + std::to_string(pid) + "/statm").c_str(), O_RDONLY | O_CLOEXEC));
  char buffer[256] = {};
  if (!file || read(file.get(), buffer, sizeof buffer - 1) <= 0) return std::nullopt;
  unsigned long long size = 0, resident = 0;  // pages
  if (std::sscanf(buffer, "%llu %llu", &size, &resident) != 2) return std::nullopt;
  return ProcessUse{resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)), cpu_us_of(pid) / 1000};
}

bool GuestProcess::is_running_or_ready() const {
  const Descriptor file(open(("/proc/" + std::to_string(pid_) + "/stat").c_str(), O_RDONLY | O_CLOEXEC));
  char buffer[512];
  const ssize_t n = file ? read(file.get(), buffer, sizeof buffer) : 0;
  const std::string_view text(buffer, n > 0 ? static_cast<std::size_t>(n) : 0);
  const std::size_t at = text.rfind(") ");  // the name before it may hold anything
  return at != std::string_view::npos && at + 2 < text.size() && (text[at + 2] == 'R' || text[at + 2] == 'D');
}

}  // namespace vidik
