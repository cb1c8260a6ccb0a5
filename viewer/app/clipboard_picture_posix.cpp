#include "app/clipboard_picture.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>
#include <vector>

extern char** environ;

namespace vidik {

namespace {

// Both put themselves into the background once they hold it, so the first process ends soon.
bool run(const std::vector<std::string>& words, const std::string& input) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, input.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&files, 3);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t pid = 0;
  const int failed = posix_spawnp(&pid, words[0].c_str(), &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  if (failed != 0) return false;
  int status = 0;
  while (waitpid(pid, &status, 0) < 0)
    if (errno != EINTR) return false;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

Result<> picture_to_clipboard(const std::string& path) {
  const bool wayland = std::getenv("WAYLAND_DISPLAY") != nullptr;
  if (wayland && run({"wl-copy", "--type", "image/png"}, path)) return Done{};
  if (run({"xclip", "-selection", "clipboard", "-target", "image/png", "-in"}, path)) return Done{};
  return fail(Code::unavailable,
              std::string("the clipboard takes pictures only where ") + (wayland ? "wl-copy" : "xclip") +
                  " is installed; this one is in",
              path);
}

}  // namespace vidik
