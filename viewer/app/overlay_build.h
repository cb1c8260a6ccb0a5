#pragma once
// An overlay's sources, built again whenever one of them changes, while the window goes on.
//
// Units: milliseconds of the caller's monotonic clock. Ownership: owns the compiler's process. Threads: one owner.
// Errors: a build that fails is no error here; failure() has its words until the next one begins to succeed.
// Cost: poll() never waits; it looks at the sources (file_stamp.h) each 100 ms.

#include "app/build_process.h"
#include "guest/file_stamp.h"

#include <optional>
#include <string>
#include <vector>

namespace vidik {

struct BuildPlan {
  std::string sources;                 // folder
  std::vector<std::string> configure;  // command that comes before the first build; empty: none
  std::vector<std::string> build;
};

// As CMake wants it, into the folder `build` of the sources; `prefix` is where VidikPlugin lies, empty where it is found.
BuildPlan cmake_plan(const std::string& sources, const std::string& prefix);

// The `*.vidik` folders that a build has left in `build`, sorted.
std::vector<std::string> built_overlays(const std::string& sources);

class OverlayBuild {
 public:
  explicit OverlayBuild(BuildPlan plan);  // builds at the first poll()

  // True when a build ended.
  bool poll(std::int64_t now_ms);
  bool is_building() const { return process_.has_value(); }
  bool was_built() const { return builds_ > 0; }  // once at least
  // The first of the compiler's words that tell what is wrong, some lines, safe to show; empty = the last build was good.
  const std::string& failure() const { return failure_; }
  // What it said since, whole lines made safe for a terminal.
  std::string take_output();

 private:
  void start();
  void finish(int code);
  void hear(const std::string& bytes);

  BuildPlan plan_;
  Settling sources_settle_;
  std::int64_t next_look_ms_ = 0;
  bool wanted_ = true, configured_ = false, configuring_ = false;
  std::optional<BuildProcess> process_;
  std::string line_, said_, unread_, failure_;
  int builds_ = 0;
};

}  // namespace vidik
