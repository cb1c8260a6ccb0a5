#pragma once
// One open project: its data, overlays and view state, moved on by poll() and changed only through apply().
//
// Ownership: owns child processes, snapshots and the map set; pictures borrow from it for one frame.
// Threads: the main thread. Errors: what failed stands in problems() as sentences; a session always stays usable.
// Cost: poll() never blocks; wait_until_ready() does, for pictures and commands.

#include "app/picture_inputs.h"
#include "app/picture_state.h"
#include "base/problems.h"
#include "base/result.h"
#include "frame/overlay_marks.h"
#include "frame/view_state.h"
#include "guest/roster.h"
#include "index/cycle.h"
#include "index/visible.h"
#include "ingest/source.h"
#include "mapset/map_set.h"
#include "scene/scene.h"
#include "ui/bookmark.h"

#include <map>
#include <memory>
#include "app/base_files.h"

#include <optional>
#include <string>
#include <vector>

namespace vidik {

struct SessionOptions {
  std::vector<std::string> files;           // events to open; empty with no project: the shipped project
  std::string project;                      // NAME.vidik, or empty
  std::string picture;                      // to open again what it shows, or empty; not with a project
  std::string zone;                         // --zone, over the project's; empty: as it says
  std::string redact;                       // --redact, over what project or picture say; empty: as they say
  std::vector<std::string> data_folders;    // --data: where files of the picture are, before its own folder
  std::vector<std::string> plugin_folders;  // --plugins
  std::vector<std::string> allow_plugins;   // --allow-plugin
  bool safe = false;                        // --safe: no plugins
  bool reload = false;                      // RosterOptions::reload
  bool watchdog = true;                     // RosterOptions::watchdog
  bool overlays_wait = false;               // until start_overlays()
  std::string sentinel_dir;                 // where notes of running overlays are kept; empty: nowhere
  bool with_map = true;                     // false: only events (vidik events)
  std::shared_ptr<const MapSet> map;        // lent by an earlier session of this process; null = load it
  std::map<std::string, std::string> answers;  // --answer
  std::map<std::string, std::string> roles;    // --role
};

struct FileState {
  std::string path, name;
  std::map<std::string, std::string> answers;  // given in the window, beside those of the command line
  ImportReport report;                         // as far as it is
  bool done = false;
  std::string failure;  // empty = none
  std::uint64_t rows_read = 0;
  double progress = -1;  // 0…1, -1 = unknown
};

enum class AskFor : std::uint8_t { screen, still };  // a still waits longer for an overlay than a frame does

class Session {
 public:
  static Result<std::unique_ptr<Session>> open(const SessionOptions& options);
  ~Session();

  void start_overlays();                         // those of the project and the options; once
  bool poll();                                   // true when something to show changed
  void wait_until_ready(std::int64_t limit_ms);  // all files read or failed, all overlays answered or failed
  bool ready() const;

  // What pictures are made from.
  const SnapshotRef& snapshot() const;
  const IndexesRef& indexes() const;                 // under view().filter
  const std::shared_ptr<const MapSet>& map() const;  // null while loading, and when it could not be
  bool map_is_coming() const;
  std::span<const BaseFile> base_files() const;  // of view().bases, as poll() last saw them
  const VisibleSet& visible();                   // of view(); cached until view, filter or data change

  std::uint64_t visible_version();  // grows whenever visible() is another set
  // view().selected and view().hovered in the present snapshot. Cost: O(1) for events that key_of() named of late, else
  // O(events) once.
  std::optional<EventRef> selected(), hovered();
  std::span<const EventRef> picked();  // view().picked in the present snapshot, ascending

  ViewState& view();  // apply() and the command line write it
  const TimeZone& zone() const;
  std::string project_title() const;
  std::string project_path() const;               // empty: none
  std::string opened_zone() const;                // the zone that either has by itself
  std::string opened_from() const;                // the picture, else the project; empty: neither
  std::vector<std::string> files_beside() const;  // paths of files that neither of them names
  std::optional<Camera> project_camera() const;   // none: fit the six countries
  std::vector<Bookmark> project_bookmarks() const;
  // Rebuilds the indexes: few events at once, many beside the frames. `cycle`: a filter of hours, weekdays and months
  // that count_cycles() does not ask, so that one sees what lies outside it too.
  Result<> set_filter(const std::string& text, const std::string& cycle = "");
  bool filtering() const;  // under way
  // The display zone: files and overlays are read again in it, since a bare date is a day of it.
  Result<> set_zone(const std::string& name);

  // view().redaction is taken out of the events before anything else sees them: snapshot(), visible(), find() and pictures
  // know only what is left. What follows is empty while it is off.
  std::string redaction_words() const;                    // as pictures and tables say it
  std::vector<std::string> redaction_notes() const;       // what it left out, for who publishes
  std::vector<std::string> unknown_to_redaction() const;  // names to drop that are no field and no column

  const TimelineRows& timeline();  // as the view asks, or as they were until that is made
  bool timeline_current() const;
  // Of the visible events under all but the cyclic filter; those of the last call until the new ones are counted.
  const CycleCounts& cycles();

  // What a picture of the present view says of itself. Cost: the files read once, O(visible).
  PictureState carried_state(double dpi);
  const PictureState* picture() const;                // that it was opened from; null: none
  const std::vector<InputFinding>& picture_inputs();  // of it, once ready(); those that differ are problems()

  // Resolve between stable keys and rows of the present snapshot.
  std::optional<EventRef> find(const EventKey& key) const;
  EventKey key_of(EventRef event) const;

  // Opens one more file of events while running; failures are shown like those at the start.
  void add_file(const std::string& path);
  // Answers an open question of the file (FileState::name) and reads it again; nothing when there is no such file.
  void answer(const std::string& file, const std::string& about, const std::string& answer);

  const std::vector<FileState>& files() const;
  Roster* roster();                                  // null with --safe
  std::vector<std::string> attributions() const;     // of everything that is drawn
  const std::vector<std::string>& problems() const;  // sentences, newest last

  // Asks the overlays for their marks under the present view; answers arrive through poll(). The same view is asked once.
  void ask_overlays(double metres_per_px, AskFor purpose = AskFor::screen);
  bool overlays_current() const;  // every ready overlay answered for the present view
  void note_missing_overlays();   // says on the picture which are not there or did not answer

  // Fills a SceneIn for the present state.
  SceneIn scene_in(Fonts& fonts);

 private:
  Session();
  void tell_params();
  std::vector<AskLayer> everything_visible();
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vidik
