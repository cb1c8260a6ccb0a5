#include "base/paths_posix.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

namespace vidik {

namespace {

std::string xdg(const char* variable, const char* below_home) {
  const char* set = std::getenv(variable);
  if (set != nullptr && set[0] == '/') return std::string(set) + "/vidik";
  const char* home = std::getenv("HOME");
  if (home == nullptr || home[0] != '/') return {};
  return std::string(home) + below_home + "/vidik";
}

std::string beside(const char* what) {
  const std::string program = program_dir();
  return program.substr(0, program.rfind('/')) + what;
}

}  // namespace

std::string data_dir() { return xdg("XDG_DATA_HOME", "/.local/share"); }
std::string config_dir() { return xdg("XDG_CONFIG_HOME", "/.config"); }
std::string cache_dir() { return xdg("XDG_CACHE_HOME", "/.cache"); }
std::string state_dir() { return xdg("XDG_STATE_HOME", "/.local/state"); }

std::string program_dir() {
  char path[PATH_MAX];
  const ssize_t n = ::readlink("/proc/self/exe", path, sizeof path);
  const std::string_view text(path, n > 0 ? static_cast<std::size_t>(n) : 0);
  const std::size_t slash = text.rfind('/');
  return slash == std::string_view::npos ? "." : std::string(text.substr(0, slash));
}

std::string share_dir() { return beside("/share/vidik"); }
std::string lib_dir() { return beside("/lib/vidik"); }

Result<> make_dirs(const std::string& path) {
  for (std::size_t at = 1; at <= path.size(); ++at) {
    if (at != path.size() && path[at] != '/') continue;
    if (::mkdir(path.substr(0, at).c_str(), 0700) != 0 && errno != EEXIST && errno != EISDIR) {
      return fail(Code::unavailable, std::string("the folder cannot be made (") + std::strerror(errno) + ")",
                  path);
    }
  }
  struct stat about {};
  if (path.empty() || ::stat(path.c_str(), &about) != 0 || !S_ISDIR(about.st_mode)) {
    return fail(Code::unavailable, "this is not a folder", path);
  }
  return Done{};
}

}  // namespace vidik
