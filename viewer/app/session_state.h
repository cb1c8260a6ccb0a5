#pragma once
// What a session holds, for the files that implement it; nobody else includes this.

#include "app/base_files.h"
#include "app/map_load.h"
#include "app/project.h"
#include "app/session.h"
#include "app/timeline_load.h"
#include "ingest/layer_load.h"
#include "store/redact.h"

#include <optional>
#include <set>

namespace vidik {

struct FileRead {
  LayerLoad load;
  LayerRef shown;  // what the snapshot has of it
  std::uint64_t shown_rows = 0;
};

struct Session::State {
  SessionOptions options;
  std::optional<Project> project;
  std::optional<PictureState> picture;  // that was opened
  std::vector<InputFinding> findings;   // of its inputs
  bool compared = false;                // overlays and map data too
  InputHashes hashes;
  TimeZone zone = TimeZone::display_default();
  ViewState view;
  bool clock_started = false;
  TimeView own_clock;  // what bare files set; left alone once somebody else set another

  std::unique_ptr<MapLoad> map_load;
  std::shared_ptr<const MapSet> map;
  BaseFiles bases;
  std::vector<SceneBase> scene_bases;
  std::unique_ptr<Roster> roster;
  std::vector<FileRead> reads;
  std::vector<FileState> files;

  std::vector<LayerRef> originals;  // what the snapshot was made of, before redaction
  struct Redacted {
    struct Known {
      LayerRef original;
      RedactedLayer made;
    };
    Redaction how;
    std::vector<Known> known;
  } redaction;
  std::string missing;  // overlays that are not there or did not answer
  SnapshotRef snapshot = make_snapshot({});
  Filter filter;        // all of it
  Filter plain_filter;  // less the cyclic part
  std::string cycle;    // which is this
  IndexesRef indexes;
  Background<IndexesRef> filtering;
  TimelineLoad timeline;
  struct {
    std::uint64_t serial = 0;
    std::vector<EventKey> keys;
    std::vector<EventRef> events;
  } picked;
  struct {
    std::uint64_t version = 0;  // of the visible set they were asked for
    CycleCounts counts;
    Background<CycleCounts> counting;
  } cycles;
  std::string opened_zone;  // of project or picture, before --zone
  std::vector<OverlayMarks> marks;
  std::set<std::string> layers_off;  // by name: choices outlive reloads
  std::vector<std::string> problems, credits;
  std::set<std::string> said;

  std::optional<AskView> asked;
  std::map<std::string, ParamValues> params_told;
  struct {
    std::uint64_t serial = 0;
    EventKey key;
    std::optional<EventRef> event;
  } found[2];  // selected, hovered
  struct {
    std::uint64_t serial = 0;
    std::uint64_t indexes = 0;
    TimeView time;
    std::vector<bool> on;
    VisibleSet set;
    std::uint64_t version = 0;
  } seen;
  // The last events that were named by key, so that telling one back and forth looks nothing up.
  struct Named {
    std::uint64_t serial = 0;
    EventKey key;
    EventRef event;
  };
  std::array<Named, 8> named;
  std::size_t next_named = 0;

  void problem(const std::string& sentence) {
    if (said.insert(sentence).second) problems.push_back(sentence);
  }
  Result<> open_picture(const std::string& path);  // makes a project of it
  void restore_view();
  void open_file(const std::string& path);
  LayerRequest request_for(const FileState& file) const;
  bool poll_files();
  bool poll_overlays();
  void take_map(std::shared_ptr<const MapSet> loaded);
  void rebuild();
  Redaction redaction_now() const;
  std::vector<LayerRef> redact(const std::vector<LayerRef>& layers, const Redaction& how);
  std::string undrawn_overlays() const;
  void withhold(PictureState& out, const Session& session) const;
  void tell_note();                   // on the picture
  void read_again(std::size_t file);  // with its answers and the zone as they are now
  std::optional<EventRef> found_event(int which, const EventKey& key, const Session& session);
};

}  // namespace vidik
