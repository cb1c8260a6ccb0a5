#include "guest/file_stamp.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace vidik {
namespace {

constexpr std::int64_t kRestMs = 200;
constexpr std::size_t kMostFiles = 5'000;

class Hash {  // FNV-1a: no secret, only a difference
 public:
  void add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i, number >>= 8) value_ = (value_ ^ (number & 0xff)) * 0x100000001b3;
  }
  void add(const std::string& path) {
    for (const char c : path) value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    struct stat now {};
    if (stat(path.c_str(), &now) != 0) return add(std::uint64_t{0});
    add(now.st_dev);
    add(now.st_ino);
    add(static_cast<std::uint64_t>(now.st_size));
    add(static_cast<std::uint64_t>(now.st_mtim.tv_sec));
    add(static_cast<std::uint64_t>(now.st_mtim.tv_nsec));
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325;
};

}  // namespace

std::uint64_t stamp_of_files(const std::vector<std::string>& paths) {
  Hash hash;
  for (const std::string& path : paths) hash.add(path);
  return hash.value();
}

std::uint64_t stamp_of_sources(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  std::error_code error, ignored;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
  for (; !error && at != end && files.size() < kMostFiles; at.increment(error)) {
    const std::string name = at->path().filename().string();
    const bool is_folder = at->is_directory(ignored);
    const bool built = is_folder && (name == "build" || fs::exists(at->path() / "CMakeCache.txt", ignored));
    if (built || name.front() == '.')
      at.disable_recursion_pending();
    else if (!is_folder)
      files.push_back(at->path().string());
  }
  std::sort(files.begin(), files.end());  // the order of a folder is its own
  return stamp_of_files(files);
}

bool Settling::take(std::uint64_t stamp) {
  seen_ = stamp;
  return std::exchange(taken_, stamp) != stamp;
}

bool Settling::settled(std::uint64_t stamp, std::int64_t now_ms) {
  if (stamp != seen_) {
    seen_ = stamp;
    since_ms_ = now_ms;
  }
  if (seen_ == taken_ || now_ms - since_ms_ < kRestMs) return false;
  taken_ = seen_;
  return true;
}

}  // namespace vidik
