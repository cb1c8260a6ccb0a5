#pragma once
// What the roster needs of an overlay, whether it has code (guest.h) or only a file (file_overlay.h).
//
// Units: milliseconds of a monotonic clock. Threads: one owner.

#include "guest/roster.h"

namespace vidik {

class Overlay {
 public:
  virtual ~Overlay() = default;
  virtual void start(std::int64_t now_ms) = 0;
  virtual void stop(std::int64_t now_ms) = 0;
  virtual bool poll(std::int64_t now_ms) = 0;  // true when its entry changed
  virtual void ask(const AskView& view) = 0;
  // What only overlays with code have.
  virtual void set_params(const ParamValues&) {}
  virtual void open_panel(bool) {}
  virtual void press(const PanelPress&) {}
  virtual void give_state(OverlayBlob) {}
  // True while it has not saved yet what it said is new in its state; asking makes it do so at once.
  virtual bool is_saving() { return false; }
  virtual void add_wake_fds(std::vector<int>& out) const = 0;
  virtual bool gone() const = 0;  // nothing of it runs any more
  // What it wrote so far, and all it will write, is another entry's: that of the overlay it stands in for, or the last one
  // of an overlay that leaves.
  virtual void move_to(OverlayEntry& entry) = 0;
};

}  // namespace vidik
