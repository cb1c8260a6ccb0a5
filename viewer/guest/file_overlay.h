#pragma once
// An overlay without code: a manifest that names a file and what its columns mean. The host reads it as any other file.
//
// Units: milliseconds. Ownership: writes the OverlayEntry it was given. Threads: one owner. Errors: in entry.reason.

#include "guest/overlay.h"
#include "guest/table_serve.h"
#include "store/layer_builder.h"

#include <memory>
#include <optional>

namespace vidik {

struct FileOverlaySetup {
  Manifest manifest;
  TableReading reading;
  bool with_events = true;
};

class FileOverlay final : public Overlay {
 public:
  FileOverlay(FileOverlaySetup setup, OverlayEntry& entry) : setup_(std::move(setup)), entry_(&entry) {}
  void start(std::int64_t now_ms) override;
  void stop(std::int64_t now_ms) override;
  bool poll(std::int64_t now_ms) override;
  void ask(const AskView&) override {}
  void add_wake_fds(std::vector<int>& out) const override;
  bool gone() const override { return true; }
  void move_to(OverlayEntry& entry) override {
    entry = std::move(*entry_);
    entry_ = &entry;
  }

 private:
  void finish();
  FileOverlaySetup setup_;
  OverlayEntry* entry_;
  std::optional<ReadJob> job_;
  std::unique_ptr<LayerBuilder> builder_;
  Problems problems_;
  bool changed_ = false;
};

}  // namespace vidik
