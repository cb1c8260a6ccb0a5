#include "app/commands.h"

#include "base/result.h"
#include "base/text.h"

#include <cstdio>

namespace vidik {

void say(const std::string& sentence) { std::fprintf(stderr, "vidik: %s\n", for_terminal(sentence).c_str()); }

int complain(const Error& error) {
  say(error.message());
  return error.code == Code::bad_usage ? kExitUsage : kExitFailed;
}

}  // namespace vidik
