#pragma once
// The user's own base files while they are read and after: one thread a file that is being read.
//
// Ownership: owns what was read, as long as the view names it. Threads: one owner; reading goes on beside it.
// Errors: a file that cannot be read has a sentence in `trouble`. Cost: follow() and poll() O(files).

#include "frame/view_state.h"
#include "mapset/own_base.h"
#include "scene/scene.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace vidik {

struct BaseFile {
  std::string path;
  int slot = 0;
  std::shared_ptr<OwnBase> base;  // null while it is read, and when it could not be
  std::string trouble;
  bool reading() const { return !base && trouble.empty(); }
};

class BaseFiles {
 public:
  BaseFiles();
  ~BaseFiles();  // ends what is being read
  // Reads what the view names and is not there, forgets what it names no more.
  void follow(const std::vector<OwnBaseView>& wanted);
  bool poll();  // true when a file has been read or has failed since
  bool reading() const;
  std::span<const BaseFile> files() const { return files_; }
  const BaseFile* find(const std::string& path) const;
  std::vector<SceneBase> scene(const std::vector<OwnBaseView>& wanted) const;

 private:
  struct Reading;
  std::vector<BaseFile> files_;
  std::vector<std::unique_ptr<Reading>> readings_;
  int next_slot_ = 0;
};

}  // namespace vidik
