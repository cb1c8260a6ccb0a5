#include "guest/child_command.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

namespace vidik {

char** command_in(int argc, char** argv) {
  for (int i = 1; i + 1 < argc; ++i) {
    if (std::string_view(argv[i]) == "--") return argv + i + 1;
  }
  return nullptr;
}

Error become_command(char** command) {
  // A bare name is a program of the system; no PATH is asked.
  const std::string_view word(command[0]);
  const std::string program =
      (word.find('/') == std::string_view::npos ? "/usr/bin/" : "") + std::string(word);
  execv(program.c_str(), command);
  const std::string why = std::strerror(errno);
  return fail(Code::refused, "its command cannot be started (" + why + "): " + program);
}

}  // namespace vidik
