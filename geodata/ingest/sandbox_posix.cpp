#include "ingest/sandbox_posix.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <cerrno>

namespace vidik {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;  // the sanitizer's shadow memory does not fit into any address space limit
#else
constexpr bool kSanitized = false;
#endif

bool limit(__rlimit_resource what, rlim_t most) {
  const rlimit value{most, most};
  return ::setrlimit(what, &value) == 0;
}

// Refuses with an error number instead of killing: libraries then say in words what they could not do.
bool forbid_calls() {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return false;
  bool good = true;
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
    good &= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 1,
                             SCMP_A2(SCMP_CMP_MASKED_EQ, bit, bit)) == 0;
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(open), 1,
                     SCMP_A1(SCMP_CMP_MASKED_EQ, bit, bit));
  }
  // Threads yes, processes no.
  good &= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                           SCMP_A0(SCMP_CMP_MASKED_EQ, static_cast<scmp_datum_t>(CLONE_THREAD), 0)) == 0;
  good = good && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return good;
}

}  // namespace

std::string enter_sandbox(const SandboxLimits& limits) {
  std::string in_force;
  const auto note = [&](bool good, const char* words) {
    if (good) in_force += (in_force.empty() ? "" : ", ") + std::string(words);
  };
  if (!kSanitized) note(limit(RLIMIT_AS, rlim_t{limits.memory_mb} << 20), "memory");
  note(limit(RLIMIT_CPU, limits.cpu_s), "time");
  limit(RLIMIT_CORE, 0);
  note(limit(RLIMIT_FSIZE, 0), "no writing");
  note(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "no privileges");
  note(forbid_calls(), "no network, no programs");
  return in_force;
}

}  // namespace vidik
