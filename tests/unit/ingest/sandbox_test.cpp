#include "ingest/sandbox_posix.h"

#include <gtest/gtest.h>

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>

namespace vidik {
namespace {

bool is_denied(long result) { return result == -1 && errno == EPERM; }

// 0, or the number of what the sandbox should have kept from happening.
int what_is_open(pid_t other) {
  if (!enter_sandbox({2048, 600}).calls_forbidden) return 1;
  if (!is_denied(::kill(other, 0))) return 2;
  if (!is_denied(::kill(-1, 0))) return 3;
  if (!is_denied(::syscall(SYS_tgkill, other, other, 0))) return 4;
  if (!is_denied(::syscall(SYS_pidfd_open, other, 0))) return 5;
  if (!is_denied(::fork())) return 6;
  if (::kill(::getpid(), 0) != 0) return 7;  // abort() signals its own process
  return 0;
}

TEST(Sandbox, AReaderSignalsNobodyButItself) {
  const pid_t other = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) ::_exit(what_is_open(other));
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace vidik
