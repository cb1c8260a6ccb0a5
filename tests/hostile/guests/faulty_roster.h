#pragma once
// A roster with one of the faulty overlays in it, and what must hold whatever the overlay did.

#include "guest/roster.h"
#include "guest/wait_posix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/wait.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace vidik {

inline std::size_t open_descriptors() {
  std::size_t n = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) ++n;
  return n;
}

// Fails the test when a process or a descriptor is left behind.
class NothingLeftBehind {
 public:
  NothingLeftBehind() : descriptors_(open_descriptors()) {}
  ~NothingLeftBehind() {
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
    EXPECT_EQ(open_descriptors(), descriptors_);
  }

 private:
  std::size_t descriptors_;
};

inline RosterOptions faulty_options(const std::string& name) {
  RosterOptions options;
  options.folders = {std::string(FAULT_DIR) + "/" + name + ".vidik"};
  options.user_folder = options.shipped_folder = "/nonexistent";
  options.guest_program = GUEST_PROGRAM;
  options.ingest_program = INGEST_PROGRAM;
  options.log_dir = testing::TempDir();
  return options;
}

// A view of the whole world with every event of the overlay in it.
inline AskView everything_of(const OverlayEntry& entry) {
  AskView view;
  view.west = -180, view.east = 180, view.south = -85, view.north = 85;
  view.width_px = 800, view.height_px = 600;
  view.zoom = 3;
  if (entry.layer) {
    AskLayer& layer = view.layers.emplace_back();
    layer.serial = entry.layer->serial;
    for (Row row = 0; row < entry.layer->size(); ++row) layer.events.push_back({row, 1, false, false});
  }
  return view;
}

class FaultyRoster {
 public:
  explicit FaultyRoster(const std::string& name) : roster_(Roster::open(faulty_options(name))) {}

  const OverlayEntry& entry() const { return roster_->entries().front(); }
  Roster& roster() { return *roster_; }

  // Polls until it holds; false after 60 s. The guests' clock runs `faster` times as fast while the overlay is ready, so
  // that a call that never ends is soon over its time; to start it has the time it really has.
  bool until(const std::function<bool(const OverlayEntry&)>& holds, std::int64_t faster = 1) {
    const std::int64_t begin = monotonic_ms();
    for (std::int64_t last = begin;;) {
      const std::int64_t now = monotonic_ms();
      clock_ += (now - last) * (entry().state == GuestState::ready ? faster : 1);
      last = now;
      roster_->poll(clock_);
      if (holds(entry())) return true;
      if (now - begin > 60'000) return false;
      wait_readable(roster_->wake_fds(), 2);
    }
  }
  bool until_state(GuestState state, std::int64_t faster = 1) {
    return until([state](const OverlayEntry& e) { return e.state == state; }, faster);
  }
  bool until_loaded() {
    return until([](const OverlayEntry& e) { return e.state == GuestState::ready && e.events_complete; });
  }
  bool until_drawn() {
    return until([](const OverlayEntry& e) { return e.marks_current; });
  }

  void ask_for_everything(bool for_export = false) {
    AskView view = everything_of(entry());
    view.for_export = for_export;
    roster_->ask(view);
  }

 private:
  std::int64_t clock_ = monotonic_ms();
  std::unique_ptr<Roster> roster_;
};

}  // namespace vidik
