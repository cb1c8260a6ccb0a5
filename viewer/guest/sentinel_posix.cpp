#include "guest/sentinel.h"

#include "base/atomic_file.h"
#include "base/number.h"
#include "base/paths_posix.h"
#include "base/text.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace vidik {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 4096;
constexpr std::string_view kBetween = "between calls";

// When a process began, in ticks since the system did; empty: there is none of this id.
std::string began(std::string_view id) {
  const auto read = read_file("/proc/" + std::string(id) + "/stat", kMostBytes);
  if (!read.ok()) return {};
  const std::string_view text = *read;
  const std::size_t name_end = text.rfind(") ");  // the name before it may hold anything
  if (name_end == std::string_view::npos) return {};
  const auto fields = split(text.substr(name_end + 2), ' ');
  constexpr std::size_t kStart = 19;  // proc(5): the 22nd field, the state being the 3rd
  return fields.size() > kStart && fields[0] != "Z" ? std::string(fields[kStart]) : std::string();
}

bool is_running(const std::string& file_name) {
  const auto parts = split(file_name, '-');
  return parts.size() >= 3 && parse_int(parts[0]) && !parts[1].empty() && began(parts[0]) == parts[1];
}

}  // namespace

Sentinel::Sentinel(const std::string& folder, const std::string& overlay_id, std::string overlay_name)
    : name_(std::move(overlay_name)) {
  if (folder.empty() || !make_dirs(folder).ok()) return;
  const std::string id = std::to_string(getpid());
  path_ = folder + "/" + id + "-" + began(id) + "-" + overlay_id;
}

Sentinel::Sentinel(Sentinel&& other) noexcept
    : path_(std::exchange(other.path_, {})), name_(std::move(other.name_)) {}

Sentinel& Sentinel::operator=(Sentinel&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(name_, other.name_);
  return *this;
}

Sentinel::~Sentinel() {
  if (!path_.empty()) unlink(path_.c_str());
}

// In place and not flushed to the disk: a note of a program that falls is in the system's memory all the same.
void Sentinel::say(std::string_view call) {
  if (path_.empty()) return;
  const int file = open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) return;
  const std::string text = std::string(call) + "\n" + name_ + "\n";
  [[maybe_unused]] const ssize_t written = write(file, text.data(), text.size());
  close(file);
}

std::string sentinel_dir() {
  const std::string state = state_dir();
  return state.empty() ? state : state + "/running";
}

std::vector<LeftBehind> take_left_behind(const std::string& folder) {
  struct Found {
    LeftBehind left;
    fs::file_time_type when;
  };
  std::vector<Found> found;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string path = at->path().string();
    if (!at->is_regular_file(error) || is_running(at->path().filename().string())) continue;
    Found one{{}, at->last_write_time(error)};
    if (const auto text = read_file(path, kMostBytes); text.ok()) {
      const auto lines = split(*text, '\n');
      if (lines.size() >= 2) one.left = {for_terminal(lines[1]), for_terminal(lines[0])};
    }
    unlink(path.c_str());
    if (!one.left.overlay.empty()) found.push_back(std::move(one));
  }
  // One that was in a call was at work; of two, the later.
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    const bool at_work = a.left.call != kBetween, other = b.left.call != kBetween;
    if (at_work != other) return at_work;
    return a.when != b.when ? a.when > b.when : a.left.overlay < b.left.overlay;
  });
  std::vector<LeftBehind> out;
  for (Found& one : found) out.push_back(std::move(one.left));
  return out;
}

}  // namespace vidik
