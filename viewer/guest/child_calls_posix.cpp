// Which system calls the guest's code may still make: no network, no other programs, no writing, no signals to others.
#include "guest/child_limits.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>
#include <utility>

namespace vidik {
namespace {

class CallFilter {
 public:
  CallFilter() : filter_(seccomp_init(SCMP_ACT_ALLOW)) {}
  CallFilter(const CallFilter&) = delete;
  CallFilter& operator=(const CallFilter&) = delete;
  ~CallFilter() {
    if (filter_ != nullptr) seccomp_release(filter_);
  }

  void deny(std::initializer_list<int> calls, int error = EPERM) {
    // A call that this machine does not have cannot be made either.
    for (const int call : calls) {
      if (filter_ != nullptr && call != __NR_SCMP_ERROR)
        seccomp_rule_add(filter_, SCMP_ACT_ERRNO(static_cast<unsigned>(error)), call, 0);
    }
  }
  void deny_when(int call, scmp_arg_cmp when, int error = EPERM) {
    if (filter_ == nullptr || call == __NR_SCMP_ERROR) return;
    if (seccomp_rule_add(filter_, SCMP_ACT_ERRNO(static_cast<unsigned>(error)), call, 1, when) != 0)
      broken_ = true;
  }
  bool load() { return filter_ != nullptr && !broken_ && seccomp_load(filter_) == 0; }

 private:
  scmp_filter_ctx filter_;
  bool broken_ = false;
};

void deny_writing(CallFilter& filter) {
  filter.deny({SCMP_SYS(creat),       SCMP_SYS(truncate),  SCMP_SYS(rename),      SCMP_SYS(renameat),
               SCMP_SYS(renameat2),   SCMP_SYS(unlink),    SCMP_SYS(unlinkat),    SCMP_SYS(mkdir),
               SCMP_SYS(mkdirat),     SCMP_SYS(rmdir),     SCMP_SYS(link),        SCMP_SYS(linkat),
               SCMP_SYS(symlink),     SCMP_SYS(symlinkat), SCMP_SYS(mknod),       SCMP_SYS(mknodat),
               SCMP_SYS(chmod),       SCMP_SYS(fchmod),    SCMP_SYS(fchmodat),    SCMP_SYS(chown),
               SCMP_SYS(fchown),      SCMP_SYS(lchown),    SCMP_SYS(fchownat),    SCMP_SYS(utimensat),
               SCMP_SYS(utimes),      SCMP_SYS(utime),     SCMP_SYS(futimesat),   SCMP_SYS(setxattr),
               SCMP_SYS(lsetxattr),   SCMP_SYS(fsetxattr), SCMP_SYS(removexattr), SCMP_SYS(lremovexattr),
               SCMP_SYS(fremovexattr)});
  // openat2 hides its flags behind a pointer: libraries fall back to openat.
  filter.deny({SCMP_SYS(openat2)}, ENOSYS);
  for (const int flag : {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC}) {
    const auto bit = static_cast<scmp_datum_t>(flag);
    filter.deny_when(SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, bit, bit), EACCES);
    filter.deny_when(SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, bit, bit), EACCES);
  }
}

// Threads yes, processes no; signals only to itself, for abort() is one.
void deny_others(CallFilter& filter) {
  filter.deny({SCMP_SYS(fork),
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
               SCMP_SYS(setpgid),
               SCMP_SYS(setsid),
               SCMP_SYS(setpriority),
               SCMP_SYS(mount),
               SCMP_SYS(umount2),
               SCMP_SYS(unshare),
               SCMP_SYS(setns),
               SCMP_SYS(bpf),
               SCMP_SYS(keyctl),
               SCMP_SYS(add_key),
               SCMP_SYS(request_key),
               SCMP_SYS(io_uring_setup),
               SCMP_SYS(userfaultfd),
               SCMP_SYS(perf_event_open)});
  // It, too, hides its flags behind a pointer; libraries fall back to clone.
  filter.deny({SCMP_SYS(clone3)}, ENOSYS);
  filter.deny_when(SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, static_cast<scmp_datum_t>(CLONE_THREAD), 0));
  const auto self = static_cast<scmp_datum_t>(getpid());
  for (const int call : {SCMP_SYS(kill), SCMP_SYS(tgkill)})
    filter.deny_when(call, SCMP_A0(SCMP_CMP_NE, self));
  const scmp_arg_cmp limits_of_another = SCMP_A0(SCMP_CMP_NE, 0);
  filter.deny_when(SCMP_SYS(prlimit64), limits_of_another);
}

}  // namespace

std::vector<std::string> forbid_calls(const ChildRights& rights) {
  CallFilter filter;
  deny_writing(filter);
  deny_others(filter);
  if (!rights.network)
    filter.deny({SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen),
                 SCMP_SYS(accept), SCMP_SYS(accept4)});
  // The one that turns this process into the command passes; without fork it can be no second program beside it.
  if (!rights.runs_command) filter.deny({SCMP_SYS(execve), SCMP_SYS(execveat)});
  if (!filter.load()) return {};
  std::vector<std::string> out;
  if (!rights.network) out.emplace_back("no network");
  out.emplace_back(rights.runs_command ? "no second process" : "no other programs");
  out.emplace_back("no signals to others");
  out.emplace_back("no file opened for writing");
  return out;
}

}  // namespace vidik
