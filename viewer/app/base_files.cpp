#include "app/base_files.h"

#include "frame/geometry.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>

namespace vidik {

struct BaseFiles::Reading {
  explicit Reading(const std::string& file) : path(file) {
    thread = std::thread([this] {
      result.emplace(OwnBase::read(path, &cancel));
      done.store(true, std::memory_order_release);
    });
  }
  ~Reading() {
    cancel = true;
    thread.join();
  }
  std::string path;
  std::atomic<bool> cancel{false}, done{false};
  std::optional<Result<std::shared_ptr<OwnBase>>> result;
  std::thread thread;
};

BaseFiles::BaseFiles() = default;
BaseFiles::~BaseFiles() = default;

void BaseFiles::follow(const std::vector<OwnBaseView>& wanted) {
  const auto named = [&](const std::string& path) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const OwnBaseView& one) { return one.path == path; });
  };
  std::erase_if(readings_, [&](const auto& reading) { return !named(reading->path); });
  std::erase_if(files_, [&](const BaseFile& file) { return !named(file.path); });
  for (const OwnBaseView& one : wanted) {
    if (find(one.path) != nullptr) continue;
    BaseFile file{one.path, next_slot_, nullptr, {}};
    // A painter keeps each slot's geometry, so none is used twice.
    if (next_slot_ >= kMostOwnBases) {
      file.trouble = "no more than " + std::to_string(kMostOwnBases) + " base files are read in one run";
    } else {
      ++next_slot_;
      readings_.push_back(std::make_unique<Reading>(one.path));
    }
    files_.push_back(std::move(file));
  }
}

bool BaseFiles::poll() {
  bool news = false;
  for (const auto& reading : readings_) {
    if (!reading->done.load(std::memory_order_acquire)) continue;
    const auto file = std::find_if(files_.begin(), files_.end(),
                                   [&](const BaseFile& one) { return one.path == reading->path; });
    news = true;
    if (file == files_.end()) continue;
    if (reading->result->ok())
      file->base = std::move(*reading->result).value();
    else
      file->trouble = reading->result->error().text;
  }
  std::erase_if(readings_, [](const auto& reading) { return reading->done.load(std::memory_order_acquire); });
  return news;
}

bool BaseFiles::reading() const { return !readings_.empty(); }

const BaseFile* BaseFiles::find(const std::string& path) const {
  const auto file =
      std::find_if(files_.begin(), files_.end(), [&](const BaseFile& one) { return one.path == path; });
  return file == files_.end() ? nullptr : &*file;
}

std::vector<SceneBase> BaseFiles::scene(const std::vector<OwnBaseView>& wanted) const {
  std::vector<SceneBase> out;
  for (const OwnBaseView& one : wanted) {
    const BaseFile* file = find(one.path);
    out.push_back(file == nullptr ? SceneBase{} : SceneBase{file->slot, file->base.get()});
  }
  return out;
}

}  // namespace vidik
