#pragma once
// What `vidik plugin run` adds to the window: the author's sources are built, and what became of it is said.
//
// Units: milliseconds of the caller's monotonic clock. Ownership: owns the build; the session is lent for each call.
// Threads: the main thread. Errors: none; what fails is told in the panel and on stderr.

#include "app/overlay_build.h"
#include "app/session.h"
#include "ui/plugin_row.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vidik {

class PluginRun {
 public:
  // `folder` holds what runs: an overlay or several. Without a build somebody else makes it.
  PluginRun(std::string folder, std::optional<OverlayBuild> build);

  // Sentences for the window, which stand on stderr as well; the compiler's output stands there only.
  std::vector<std::string> poll(std::int64_t now_ms, Session& session);
  bool is_busy(Session& session) const;  // something comes soon
  // `rows` are plugin_rows_of(session): the author's come first, with why what lies there does not run.
  void add_words(Session& session, std::vector<PluginRow>& rows) const;

  OverlayBuild* build() { return build_ ? &*build_ : nullptr; }
  void print_output();  // of the compiler, on stderr

 private:
  bool is_mine(const OverlayEntry& entry) const { return entry.path.starts_with(folder_); }

  struct Seen {
    std::uint32_t builds = 0;
    std::string not_taken;
    int process = 0;
  };
  std::string folder_;
  std::optional<OverlayBuild> build_;
  std::map<std::string, Seen> seen_;  // by path
};

}  // namespace vidik
