#include "app/frame_folder.h"

#include "base/atomic_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace vidik {

namespace {

namespace fs = std::filesystem;

constexpr const char* kNote = "/.vidik-film";
constexpr std::size_t kLongestNote = 4096;

Error system_error(const std::string& what, const std::string& path) {
  return fail(Code::unavailable, what + " (" + std::strerror(errno) + ")", path);
}

bool is_frame(const fs::path& file) {
  const std::string name = file.filename().string();
  return name.starts_with("frame_") && (name.ends_with(".png") || name.ends_with(".frame"));
}

bool holds_frames(const std::string& path) {
  std::error_code trouble;
  for (fs::directory_iterator it(path, trouble), end; !trouble && it != end; it.increment(trouble))
    if (is_frame(it->path())) return true;
  return false;
}

// What atomic_file.h was writing when the program was killed: "frame_00012.png.0a1b2c3d".
bool is_half_written(const fs::path& file) {
  const std::string name = file.filename().string();
  const std::size_t end = name.rfind('.');
  return name.starts_with("frame_") && end != std::string::npos && name.size() - end == 9 &&
         name.find_first_not_of("0123456789abcdef", end + 1) == std::string::npos;
}

template <typename Which>
void remove_files(const std::string& path, const Which& which) {
  std::error_code ignored;
  for (fs::directory_iterator it(path, ignored), end; !ignored && it != end;) {
    const fs::path file = it->path();
    it.increment(ignored);
    std::error_code stays;
    if (which(file)) fs::remove(file, stays);
  }
}

// Of a hidden folder: frames, whole or not, and the film that was being made of them.
bool is_ours(const fs::path& file) {
  const std::string name = file.filename().string();
  return name.starts_with("frame_") || name.starts_with("film.");
}

}  // namespace

std::string hidden_folder_of(const std::string& output) {
  const fs::path path(output);
  return (path.parent_path() / ("." + path.filename().string() + ".frames")).string();
}

Result<FrameFolder> FrameFolder::open(const std::string& path, FolderOf kind, Resume resume,
                                      const std::string& film) {
  if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST)
    return system_error(kind == FolderOf::hidden ? "the file cannot be created" : "the folder cannot be made",
                        path);
  const int note = ::open((path + kNote).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (note < 0) {
    const Error reason = system_error("the folder cannot be written to", path);
    if (kind == FolderOf::hidden) ::rmdir(path.c_str());
    return reason;
  }
  FrameFolder folder(path, kind, note);
  if (::flock(note, LOCK_EX | LOCK_NB) != 0)
    return fail(Code::refused, "another program is making this film just now", path);
  std::string said(kLongestNote, '\0');
  const ssize_t n = ::pread(note, said.data(), said.size(), 0);
  said.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
  if (said == film) remove_files(path, is_half_written);
  const bool frames = holds_frames(path);
  if (resume == Resume::yes && said == film) return folder;
  if (resume == Resume::yes && frames && !said.empty())
    return fail(
        Code::refused,
        "the frames kept here are of another film (other words, data or version); without --resume it is "
        "begun anew",
        path);
  if (kind == FolderOf::sequence && frames) {
    if (said.empty()) ::unlink((path + kNote).c_str());
    return fail(Code::refused,
                said == film ? "the folder holds frames of this film already: --resume goes on with them"
                             : "the folder holds frames already; remove them, or name another folder",
                path);
  }
  if (kind == FolderOf::hidden) remove_files(path, is_ours);
  if (::ftruncate(note, 0) != 0 ||
      ::pwrite(note, film.data(), film.size(), 0) != static_cast<ssize_t>(film.size()))
    return system_error("the folder cannot be written to", path);
  return folder;
}

FrameFolder::FrameFolder(FrameFolder&& other) noexcept
    : path_(std::move(other.path_)), kind_(other.kind_), note_(std::exchange(other.note_, -1)) {}

FrameFolder::~FrameFolder() {
  if (note_ >= 0) ::close(note_);
}

bool FrameFolder::has(const std::string& name) const {
  struct stat state {};
  return ::stat(file(name).c_str(), &state) == 0 && S_ISREG(state.st_mode);
}

void FrameFolder::give_up() {
  if (holds_frames(path_)) return;
  if (kind_ == FolderOf::hidden) remove_files(path_, is_ours);
  ::unlink((path_ + kNote).c_str());
  ::rmdir(path_.c_str());  // stays when something else is in it
}

Result<> FrameFolder::finish() {
  if (kind_ == FolderOf::hidden) remove_files(path_, is_ours);
  if (::unlink((path_ + kNote).c_str()) != 0 || (kind_ == FolderOf::hidden && ::rmdir(path_.c_str()) != 0))
    return system_error("the folder of the film's frames cannot be removed", path_);
  return Done{};
}

}  // namespace vidik
