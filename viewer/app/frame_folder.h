#pragma once
// Where a film's frames lie until it is whole, and stay when it is stopped: a folder that knows which film it is of.
//
// A note `.vidik-film` in it names the film; a folder whose note names another is never mixed with. Of a film in one file the
// folder is hidden beside it and goes with finish(); of a sequence it is the user's own, and only the note goes.
// Ownership: holds the note locked while it lives, so that no second program works here; keeps the frames otherwise.
// Threads: one. Errors: refused when another film's frames or another program are here; unavailable with the system's reason.

#include "base/result.h"

#include <string>

namespace vidik {

enum class FolderOf : std::uint8_t { hidden, sequence };
enum class Resume : std::uint8_t { no, yes };

class FrameFolder {
 public:
  // Resume::no: what a stopped film left in a hidden folder is removed. In a sequence's folder nothing ever is: frames that
  // are there already are refused, but with Resume::yes those of the film itself.
  static Result<FrameFolder> open(const std::string& path, FolderOf kind, Resume resume,
                                  const std::string& film);
  FrameFolder(FrameFolder&& other) noexcept;
  FrameFolder& operator=(FrameFolder&&) = delete;
  ~FrameFolder();

  std::string file(const std::string& name) const { return path_ + "/" + name; }
  bool has(const std::string& name) const;
  void give_up();  // nothing came of it: where no frame is kept, nothing of ours stays
  // The film is whole: nothing of ours stays.
  Result<> finish();

 private:
  FrameFolder(std::string path, FolderOf kind, int note) : path_(std::move(path)), kind_(kind), note_(note) {}
  std::string path_;
  FolderOf kind_;
  int note_;
};

// "film.gif" -> ".film.gif.frames", in the same folder.
std::string hidden_folder_of(const std::string& output);

}  // namespace vidik
