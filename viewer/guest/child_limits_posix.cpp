#include "guest/child_limits.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <string_view>

namespace vidik {
namespace {

bool limit(__rlimit_resource_t what, rlim_t most) {
  const rlimit both{most, most};
  return setrlimit(what, &both) == 0;
}

}  // namespace

std::vector<std::string> give_up_rights() {
  std::vector<std::string> out{"own process", "private copy of the binary", "empty environment"};
  // The host may have died between starting us and this line: then nobody will ever send the signal.
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) == 0) out.emplace_back("ends with the program");
  if (getppid() == 1) _exit(0);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) out.emplace_back("no new privileges");
  if (limit(RLIMIT_CORE, 0)) out.emplace_back("no core files");
  if (limit(RLIMIT_FSIZE, 0)) out.emplace_back("no files written");
  if (limit(RLIMIT_NOFILE, 64)) out.emplace_back("64 descriptors");
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  // Sanitizers reserve terabytes of address space; there the option hard_rss_limit_mb stands in.
  if (limit(RLIMIT_AS, rlim_t{1024} << 20)) out.emplace_back("1024 MiB of memory");
#endif
  return out;
}

ChildRights rights_of(int argc, const char* const* argv) {
  ChildRights out;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word(argv[i]);
    if (word == "--") {  // what follows is the command's
      out.runs_command = true;
      break;
    }
    if (word == "--folder" && i + 1 < argc)
      out.folder = argv[++i];
    else if (word == "--files")
      out.files = true;
    else if (word == "--network")
      out.network = true;
  }
  return out;
}

}  // namespace vidik
