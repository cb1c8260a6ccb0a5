#pragma once
// Notes of which overlays are at work, so that the next start of a program that did not end cleanly can name the last.
//
// Ownership: a sentinel owns its file and removes it when it goes away; after a crash the file stays. Threads: one owner.
// Errors: none; what cannot be written is no note. Cost: one small file a running guest, one write a call.
// The name has the program's process id and when that process began, so that two programs at once know each other's
// from those left behind, and an id that the system gave out again is not mistaken for the old one.

#include <string>
#include <string_view>
#include <vector>

namespace vidik {

class Sentinel {
 public:
  Sentinel() = default;  // notes nothing
  Sentinel(const std::string& folder, const std::string& overlay_id, std::string overlay_name);
  Sentinel(Sentinel&& other) noexcept;
  Sentinel& operator=(Sentinel&& other) noexcept;
  ~Sentinel();

  void say(std::string_view call);  // "in load", "between calls"

 private:
  std::string path_, name_;
};

// $XDG_STATE_HOME/vidik/running; empty without a home folder.
std::string sentinel_dir();

struct LeftBehind {
  std::string overlay, call;
};

// What programs that no longer run have left, the last at work first. Their files are removed.
std::vector<LeftBehind> take_left_behind(const std::string& folder);

}  // namespace vidik
