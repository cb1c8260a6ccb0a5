#include "ingest/sandbox_posix.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>

namespace vidik {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;  // the sanitizer's shadow memory does not fit into any address space limit
#else
constexpr bool kSanitized = false;
#endif

constexpr rlim_t kSecondsToKill = 2;

void limit(__rlimit_resource what, rlim_t most, rlim_t at_last) {
  const rlimit value{most, at_last};
  (void)::setrlimit(what, &value);
}
void limit(__rlimit_resource what, rlim_t most) { limit(what, most, most); }

// Refuses with an error number instead of killing: libraries then say in words what they could not do. 0, or the
// negative error number.
int forbid_calls() {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return -ENOMEM;
  int trouble = 0;
  const auto must = [&](int result) {
    if (trouble == 0) trouble = result;
  };
  const auto deny = [&](int number) {
    // A call that this machine does not have cannot be made either.
    if (number != __NR_SCMP_ERROR) seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), number, 0);
  };
  for (const int call : {SCMP_SYS(socket),
                         SCMP_SYS(socketpair),
                         SCMP_SYS(connect),
                         SCMP_SYS(bind),
                         SCMP_SYS(listen),
                         SCMP_SYS(accept),
                         SCMP_SYS(accept4),
                         SCMP_SYS(execve),
                         SCMP_SYS(execveat),
                         SCMP_SYS(fork),
                         SCMP_SYS(vfork),
                         SCMP_SYS(ptrace),
                         SCMP_SYS(tkill),
                         SCMP_SYS(rt_sigqueueinfo),
                         SCMP_SYS(rt_tgsigqueueinfo),
                         SCMP_SYS(pidfd_open),
                         SCMP_SYS(pidfd_getfd),
                         SCMP_SYS(pidfd_send_signal),
                         SCMP_SYS(process_vm_readv),
                         SCMP_SYS(process_vm_writev),
                         SCMP_SYS(creat),
                         SCMP_SYS(truncate),
                         SCMP_SYS(rename),
                         SCMP_SYS(renameat),
                         SCMP_SYS(renameat2),
                         SCMP_SYS(unlink),
                         SCMP_SYS(unlinkat),
                         SCMP_SYS(mkdir),
                         SCMP_SYS(mkdirat),
                         SCMP_SYS(rmdir),
                         SCMP_SYS(link),
                         SCMP_SYS(linkat),
                         SCMP_SYS(symlink),
                         SCMP_SYS(symlinkat),
                         SCMP_SYS(mknod),
                         SCMP_SYS(mknodat),
                         SCMP_SYS(chmod),
                         SCMP_SYS(fchmod),
                         SCMP_SYS(fchmodat),
                         SCMP_SYS(chown),
                         SCMP_SYS(fchown),
                         SCMP_SYS(lchown),
                         SCMP_SYS(fchownat),
                         SCMP_SYS(mount),
                         SCMP_SYS(umount2),
                         SCMP_SYS(bpf),
                         SCMP_SYS(keyctl),
                         SCMP_SYS(io_uring_setup),
                         SCMP_SYS(userfaultfd),
                         SCMP_SYS(perf_event_open)}) {
    deny(call);
  }
  // openat2 and clone3 hide their flags behind a pointer: libraries fall back to the calls below.
  for (const int call : {SCMP_SYS(openat2), SCMP_SYS(clone3)}) {
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), call, 0);
  }
  for (const int flag : {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC}) {
    const auto bit = static_cast<scmp_datum_t>(flag);
    must(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 1,
                          SCMP_A2(SCMP_CMP_MASKED_EQ, bit, bit)));
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(open), 1,
                     SCMP_A1(SCMP_CMP_MASKED_EQ, bit, bit));
  }
  // Threads yes, processes no.
  must(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                        SCMP_A0(SCMP_CMP_MASKED_EQ, static_cast<scmp_datum_t>(CLONE_THREAD), 0)));
  // Signals only to itself: abort() is one.
  const auto self = static_cast<scmp_datum_t>(::getpid());
  for (const int call : {SCMP_SYS(kill), SCMP_SYS(tgkill)}) {
    must(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 1, SCMP_A0(SCMP_CMP_NE, self)));
  }
  if (trouble == 0) trouble = seccomp_load(filter);
  seccomp_release(filter);
  return trouble;
}

}  // namespace

SandboxState enter_sandbox(const SandboxLimits& limits) {
  if (!kSanitized) limit(RLIMIT_AS, rlim_t{limits.memory_mb} << 20);
  // Above the soft limit SIGXCPU says what happened; a program that holds out against it is killed.
  limit(RLIMIT_CPU, limits.cpu_s, rlim_t{limits.cpu_s} + kSecondsToKill);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  SandboxState state;
  errno = 0;
  const int loaded = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? forbid_calls() : -errno;
  state.calls_forbidden = loaded == 0;
  if (loaded != 0) state.trouble = std::strerror(-loaded);
  return state;
}

}  // namespace vidik
