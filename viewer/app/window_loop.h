#pragma once
// The window's frames: session and input in, picture and panels out, intents applied.
//
// Threads: the main thread. Draws only when something changed; every frame during playback, flights and drags.

#include "app/apply.h"
#include "app/canvas.h"
#include "app/imgui_host.h"
#include "app/options.h"
#include "app/playback.h"
#include "app/plugin_run.h"
#include "app/session.h"
#include "app/window.h"
#include "app/window_export.h"
#include "ui/panels.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vidik {

class WindowLoop {
 public:
  WindowLoop(const Options& options, Session& session, Window& window, Canvas& canvas, ImguiHost& host,
             double started_s);
  void ask_safe_start(std::string words) { desk_.safe_start = std::move(words); }
  void follow(PluginRun& author) {
    author_ = &author;
    desk_.plugins_open = true;
  }
  int run();

 private:
  struct Known {  // rows for the panels, made again when the session changed
    std::vector<OverlayRow> overlays;
    std::vector<PluginRow> plugins;  // only while their panel is open
    std::vector<ReadingRow> readings;
    std::vector<std::string> countries;
    std::vector<BorderChoice> borders;
    std::vector<MapCredit> map_credits;
    std::vector<BaseRow> bases;
    std::uint64_t countries_of = 0;  // serial of the snapshot they were read from
  };
  struct Listed {  // the visible events in order, made when a panel asks
    std::vector<EventRef> events;
    std::uint64_t version = 0;  // of the visible set
  };

  bool first_words();  // command line over what the project says, once data are there
  void learn();        // from the session
  void hear_author();  // what became of the overlay that is worked at
  void lay_out();
  bool advance(double dt_s);  // playback and flight; true when something moved
  void frame(double dt_s);
  void panels(const std::vector<KeyPress>& keys, Intents& out);
  bool apply_all(Intents& intents);  // true when a picture must be made again
  void outside(Effects& effects);    // what reaches beyond the state
  std::string state_words();         // for the window's title: what a screen reader can read
  void export_picture(ExportTo to);
  void load_kept();  // views and choices of earlier runs
  void keep_export_choice();
  bool all_there() const;
  double patience() const;  // seconds to wait for something to happen
  Stage stage() { return {session_.view(), desk_, history_, flight_}; }
  StageFacts facts() const;

  const Options& options_;
  Session& session_;
  Window& window_;
  Canvas& canvas_;
  ImguiHost& host_;
  double started_s_;
  PluginRun* author_ = nullptr;

  Desk desk_;
  History history_;
  Flight flight_;
  Layout layout_;
  Picture picture_;
  WindowExport export_;
  UiMemory memory_;
  Known known_;
  Listed listed_;
  float scale_ = 1;
  bool words_said_ = false, camera_set_ = false, asked_elsewhere_ = false, span_chosen_ = false,
       dirty_ = true;
  std::uint64_t previewed_ = 0;  // serial of the data that the export's preview shows
  Breadth breadth_ = Breadth::wide;
  PlayClock play_clock_;
  CycleCounts no_cycles_;
  std::string told_title_;
  double titled_s_ = 0;
  ExportChoice kept_choice_;
  std::string bookmarks_path_;       // where views are kept; empty: only until the window closes
  bool panels_built_ = false;        // overlays were told that their panels are looked at
  void note_movement(double now_s);  // sets ViewState::moving
  Camera moved_camera_;
  TimeView moved_time_;
  double moved_s_ = -1;  // when camera or clock was last another
  double last_input_s_ = 0, last_frame_s_ = 0;
  std::size_t problems_told_ = 0;
  int exit_code_ = 0;
};

}  // namespace vidik
