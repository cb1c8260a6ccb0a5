#include "app/open_link.h"

#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

namespace vidik {

// Forked twice, so that the opener is nobody's zombie and outlives us.
Result<> open_link(const std::string& url) {
  if (url.rfind("https://", 0) != 0 && url.rfind("http://", 0) != 0) {
    return fail(Code::refused, "Only web addresses are opened", url);
  }
  char program[] = "xdg-open";
  std::string address = url;
  char* arguments[] = {program, address.data(), nullptr};
  const pid_t child = fork();
  if (child < 0) return fail(Code::unavailable, "The browser could not be started", url);
  if (child == 0) {
    const pid_t opener = fork();
    if (opener == 0) {
      setsid();
      execvp(program, arguments);
      _exit(127);
    }
    _exit(opener < 0 ? 1 : 0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (status != 0) return fail(Code::unavailable, "The browser could not be started", url);
  return Done{};
}

}  // namespace vidik
