#pragma once
// Pictures and films out of the window: a preview of the page, and the file itself, painted by a process of its own while
// the window goes on. What was painted of a film that was stopped is kept until the window closes: the same film goes on.
//
// Ownership: owns the preview's framebuffer and the process at work; borrows session and canvas. Threads: the main thread,
// its GL context current. Errors: sentences for the notice. Cost: preview() paints when view, choice or data changed, else O(1).

#include "app/build_process.h"
#include "app/canvas.h"
#include "app/options.h"
#include "app/session.h"
#include "ui/export_choice.h"

#include <memory>
#include <optional>
#include <string>

namespace vidik {

class WindowExport {
 public:
  WindowExport(Session& session, Canvas& canvas, const Options& options);
  ~WindowExport();

  // Brings sight() up to date; `data_changed`: what the picture is made of is another.
  void preview(const ExportChoice& choice, bool data_changed, double now_s);
  const ExportSight& sight() const { return sight_; }

  // Starts painting; the words of the command are there at once. Errors: a size that cannot be read, no process.
  Result<> start(const ExportChoice& choice, ExportTo to, double now_s);
  Result<std::string> command(const ExportChoice& choice);
  void stop();
  bool at_work() const { return process_.has_value(); }
  // What is to be said once the picture is there, or why it is not.
  std::optional<std::string> poll();

 private:
  Result<std::vector<std::string>> words(const ExportChoice& choice, const std::string& output);
  std::string free_path(const ExportChoice& choice) const;
  void tell_film(const ExportChoice& choice);
  void hear();  // what the process says: how far it is, and else why it ends

  Session& session_;
  Canvas& canvas_;
  const Options& options_;
  ExportSight sight_;
  std::shared_ptr<SceneMemory> memory_ = make_scene_memory();
  Picture picture_;
  std::unique_ptr<OffscreenTarget> target_;
  std::optional<ViewState> shown_;
  ExportChoice told_choice_;  // that sight() tells the film's length of
  std::optional<TimeView> told_time_;
  double shown_s_ = -1;

  std::optional<BuildProcess> process_;
  std::string path_, said_, half_line_;
  ExportTo to_{};
  std::vector<std::string> at_work_;  // the film's words, without where it goes
  struct Stopped {
    std::vector<std::string> words;
    std::string path;
  };
  std::optional<Stopped> stopped_;
  void forget_stopped();
};

}  // namespace vidik
