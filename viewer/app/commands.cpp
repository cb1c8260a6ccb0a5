#include "app/commands.h"

#include "base/result.h"
#include "base/text.h"

#include <cstdio>
#include <filesystem>

namespace vidik {

void say(const std::string& sentence) { std::fprintf(stderr, "vidik: %s\n", for_terminal(sentence).c_str()); }

int complain(const Error& error) {
  say(error.message());
  return error.code == Code::bad_usage ? kExitUsage : kExitFailed;
}

int complain_of_missing(const Options& options) {
  std::error_code ignored;
  for (const std::string& input : options.inputs) {
    if (!std::filesystem::exists(input, ignored))
      return complain(fail(Code::bad_input, "there is no such file", input));
  }
  return kExitDone;
}

}  // namespace vidik
