#pragma once
// All overlays as the program sees them: found, trusted, started, watched, restarted, and what they handed over.
//
// Units: times given to poll() are milliseconds of a monotonic clock. Ownership: owns every guest process and ends
// them all in the destructor (≤ 1 s, no zombie). Threads: the main thread. Errors: never thrown; each overlay carries
// its state and one sentence of reason. Cost: poll() never blocks and is O(overlays + bytes that arrived).

#include "base/result.h"
#include "frame/overlay_marks.h"
#include "frame/overlay_params.h"
#include "frame/view_state.h"
#include "store/layer.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vidik {

enum class GuestState : std::uint8_t { off, starting, ready, refused, failed, quarantined, shadowed };
std::string_view word_of(GuestState state);

// What an overlay saved: its own bytes, at most 1 MiB, never looked into.
struct OverlayBlob {
  std::uint32_t version = 0;
  std::string bytes;
  bool operator==(const OverlayBlob&) const = default;
};

struct RosterOptions {
  std::vector<std::string> folders;  // --plugins, searched first, allowed for this run
  std::vector<std::string>
      wanted;  // short names or ids to start, in this order; empty + all_allowed = every allowed one
  std::vector<std::string> allow_once;  // ids to allow and start for this run, whatever was said of them
  bool all_allowed = false;             // `plugin list`: start every allowed overlay
  bool with_events = true;              // false: only hello (`plugin list`)
  // A load stays in memory, and shown early it is there twice; a guest itself has no more than this.
  std::uint64_t load_bytes = std::uint64_t{1} << 30;
  bool reload =
      false;  // overlays of `folders` are watched: another build takes the place of the one that runs
  bool watchdog = true;  // false: an overlay may take as long as it likes, as one in a debugger does
  std::map<std::string, ParamValues> params;  // by short name
  std::map<std::string, OverlayBlob> saved;
  std::string zone = "Europe/Belgrade";
  std::string guest_program, ingest_program;  // empty: beside the running program
  std::string log_dir;                        // empty: the state folder
  std::string sentinel_dir;                   // guest/sentinel.h; empty: none are kept
  // The places and trust that tests set by hand; empty: as PLUGINS §5.5.
  std::string user_folder, shipped_folder;
  std::vector<std::string> shipped_hashes;  // of plugin.json; empty: those compiled in
  std::string trust_file;                   // what the user allowed and denied
};

struct OverlayEntry {
  std::string id, short_name, name, version, path;
  std::vector<std::string> services;
  std::vector<std::string> asks;  // rights beyond the usual, as the manifest says
  GuestState state = GuestState::off;
  std::string reason;   // one sentence, e.g. "stopped (signal 9 in events); restarted"
  std::string lost;     // what of its events was left out, and why; empty = nothing
  bool wanted = false;  // named, and nothing else of that name runs: its troubles are the user's
  std::vector<std::string> isolation;  // what is in force, for -v
  LayerRef layer;                      // its events as far as they came; null = none yet
  bool events_complete = false;
  OverlayMarks marks;                // last good answer
  bool marks_current = false;        // they answer the last ask()
  bool draws = false;                // offers vidik.draw/1
  bool queries = false;              // its manifest asks for the other events
  std::vector<OverlayParam> params;  // what may be set
  std::vector<PanelControl> panel;   // as built last; empty before
  OverlayBlob saved;                 // its state as it gave it last
  int process_id = 0;                // 0 = not running
  std::uint32_t restarts = 0;
  std::uint32_t builds = 0;  // how many newer ones took its place while running
  bool trying = false;       // one more is on trial
  std::string not_taken;     // why the build that lies in its folder does not run; empty = it does
  double progress = -1;      // of loading, 0…1; -1 = unknown
  std::string log_path;
};

// The visible events of one overlay (index/visible.h decides which), for plugins that draw.
struct AskEvent {
  Row row = 0;         // of the layer
  float strength = 1;  // (0, 1]
  bool selected = false, hovered = false;
  bool operator==(const AskEvent&) const = default;
};
struct AskLayer {
  std::uint64_t serial = 0;  // Layer::serial
  std::vector<AskEvent> events;
  LayerRef layer;  // only in what AskAll gives
  bool operator==(const AskLayer&) const = default;
};

// Every visible event of every layer, made only when an overlay that may asks for it. `version` tells one set from another.
struct AskAll {
  std::uint64_t version = 0;
  std::function<std::vector<AskLayer>()> give;
  bool operator==(const AskAll& other) const { return version == other.version; }
};

// What a guest is told about the view when it is asked to draw.
struct AskView {
  double west = 0, south = 0, east = 0, north = 0;  // degrees
  TimeView time;
  int width_px = 0, height_px = 0;
  float px_ratio = 1;
  double metres_per_px = 0;
  bool for_export = false;  // waits up to 10 s instead of 250 ms
  double zoom = 0;
  ThemeName theme = ThemeName::dark;
  std::vector<AskLayer> layers;  // of the snapshot; those of no overlay are left aside
  AskAll all;
  bool operator==(const AskView&) const = default;
};

class Roster {
 public:
  static std::unique_ptr<Roster> open(RosterOptions options);  // discovery and start; never fails as a whole
  virtual ~Roster() = default;

  virtual bool poll(std::int64_t now_ms) = 0;  // true when any entry changed
  virtual void wait_for_events(
      std::int64_t limit_ms) = 0;             // until each wanted overlay delivered, failed or is off
  virtual void ask(const AskView& view) = 0;  // newest view wins; answers arrive through poll()
  virtual void wait_for_marks(std::int64_t limit_ms) = 0;
  virtual const std::vector<OverlayEntry>& entries() const = 0;  // wanted order first, then by id
  virtual void set_running(const std::string& id, bool on) = 0;  // user's switch; also lifts quarantine
  // By short name. The values stay for restarts; a panel is built while it is open.
  virtual void set_params(const std::string& name, const ParamValues& values) = 0;
  virtual void open_panel(const std::string& name, bool open) = 0;
  virtual void press(const std::string& name, const PanelPress& press) = 0;
  // While somebody builds, what lies in the watched folders is unfinished; at the end it is whole and need not rest first.
  virtual void set_building(bool on) = 0;
  virtual std::vector<int> wake_fds() const = 0;
};

}  // namespace vidik
