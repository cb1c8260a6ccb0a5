#pragma once
// Hot reload of one overlay: when another build lies in its folder, it is tried beside the one that runs and takes its place
// only when it has started, taken over the state, handed over its events and drawn once.
//
// Units: milliseconds of the caller's monotonic clock. Ownership: owns the overlay on trial until take(). Threads: one owner.
// Errors: why a build was not taken is a sentence; the one that runs goes on. Cost: poll() never waits; three stats each
// 50 ms. Looking at another build reads its binary once.

#include "guest/discovery.h"
#include "guest/file_stamp.h"
#include "guest/overlay.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vidik {

// What the overlay that runs was told, and the newer one must know as well.
struct ReloadTold {
  ParamValues params;
  std::optional<AskView> view;
};

class Reload {
 public:
  using Make = std::function<std::unique_ptr<Overlay>(FoundOverlay&, OverlayEntry&)>;
  // An overlay that is made is on trial: a fall ends it.
  Reload(std::string folder, const Manifest& manifest, Make make);

  enum class Step : std::uint8_t { nothing, refused, ready };
  // `overlay` is the one that runs as `entry`; null when none could be made of what lay there. `told` is asked when a trial
  // begins and when it draws. After `refused`, why() says why.
  Step poll(std::int64_t now_ms, const OverlayEntry& entry, Overlay* overlay,
            const std::function<ReloadTold()>& told);
  const std::string& why() const { return why_; }

  struct Build {  // ends before the entry that it writes into
    std::unique_ptr<OverlayEntry> entry;
    std::unique_ptr<Overlay> overlay;
  };
  std::unique_ptr<Build> take();  // once, after `ready`
  void set_building(bool on);     // Roster::set_building
  bool is_trying() const { return found_ || trial_; }
  void add_wake_fds(std::vector<int>& out) const;

 private:
  void watch(const Manifest& manifest);
  Step look(const OverlayEntry& entry, const Overlay* overlay);
  Step begin(std::int64_t now_ms, const OverlayEntry& entry, const ReloadTold& told);
  Step judge(std::int64_t now_ms, const OverlayEntry& entry, Overlay* overlay,
             const std::function<ReloadTold()>& told);
  Step refuse(std::string reason);  // by value: it is often the trial's own
  bool waits_for_state(std::int64_t now_ms, Overlay* overlay);

  Make make_;
  std::string folder_;
  std::vector<std::string> files_;
  Settling files_settle_;
  std::int64_t next_look_ms_ = 0, state_until_ms_ = 0;
  std::optional<FoundOverlay> found_;  // waits for the state of the one that runs
  std::unique_ptr<Build> trial_;
  OverlayBlob given_;
  bool asked_ = false, building_ = false, is_whole_ = false;
  std::string why_;
};

}  // namespace vidik
