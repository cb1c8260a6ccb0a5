#pragma once
// What the user asked for, as data: the only thing a panel may produce. app/apply.h turns it into changed state.
//
// Units: px at 1x from the window's upper left corner; Time; degrees. Ownership: plain values.
// Threads: one owner. Order matters: intents are applied first to last.

#include "base/time_view.h"
#include "frame/draw_list.h"
#include "frame/overlay_params.h"
#include "ui/export_choice.h"
#include "ui/timeline_intents.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vidik {

// --- the map ---
struct PanMap {
  float dx = 0, dy = 0;
};  // the ground follows the pointer
struct ZoomMap {
  Px at;
  double factor = 1;
};                 // the place under `at` stays there
struct FitMap {};  // the six countries in the free area
struct FitBox {
  double west = 0, south = 0, east = 0, north = 0;
};
struct FlyTo {
  double lon = 0, lat = 0, zoom = 0;
};  // zoom 0 = as it is
struct FlyToView {
  Camera camera;
};
struct StopCamera {};  // wherever it is on its way to
struct SetProjection {
  Projection projection{};
};
struct SetDensity {
  Density density{};
};
struct SetInset {
  bool on = true;
};

// --- measuring; the points are ViewState::measure ---
struct MeasureMap {
  bool on = true;
};  // off: what was measured is gone
struct AddMeasured {
  double lon = 0, lat = 0;
};  // after a closed shape a new one begins
struct CloseMeasured {};
struct DropMeasured {};  // the last point

// --- views to come back to ---
struct AddBookmark {
  std::string name;
};  // of the view as it is
struct RenameBookmark {
  std::size_t index = 0;
  std::string name;
};
struct RemoveBookmark {
  std::size_t index = 0;
};

// --- the selection ---
struct Hover {
  EventKey event;
};  // empty = nothing
struct Select {
  EventKey event;
};  // empty = nothing
struct OpenPile {
  std::vector<EventKey> events;
};  // empty = close
struct PickEvents {
  std::vector<EventKey> events;
};  // together, by a box; empty = none

// --- what takes part ---
struct SetLayer {
  std::uint32_t layer = 0;
  bool on = true;
};
struct OnlyLayer {
  std::uint32_t layer = 0;
};
struct SetStatus {
  int status = 0;
  bool on = true;
};
struct OnlyStatus {
  int status = 0;
};
struct SetCountry {
  std::string name;
  bool on = true;
};  // none on = every country
struct SetCycle {
  CycleChoice cycle;
};  // hours, weekdays and months that take part
struct SetWords {
  std::string words;
};  // search in title, place and text
struct ClearFilters {};

// --- the window ---
struct SetTheme {
  ThemeName theme{};
};
struct SetBorders {
  std::string view;
};  // the point of view that contested borders are drawn from, by its id
struct ShowMapPart {
  MapPart part{};
  bool on = true;
};  // of the base map
struct AddBase {
  std::string path;
};  // a file of the user's own under the events
struct SetBase {
  OwnBaseView base;
};  // the one of that path
struct RemoveBase {
  std::string path;
};
struct SetNames {
  NameChoice names;
};
enum class Part : std::uint8_t {
  left_panel,
  timeline,
  event_list,
  shortcuts,
  go_to,
  settings,
  full_screen,
  outside,
  plugins,
  map,
  bookmarks,
  ranges,
  cycle,
  exporting
};
struct ShowPart {
  Part part{};
  bool on = true;
};
struct SetScale {
  float user_scale = 1;
};  // 0.8 … 2
struct SetReducedMotion {
  bool on = false;
};
struct FocusSearch {};

// --- the world outside ---
struct CopyText {
  std::string text, said;
};  // `said` = what the notice tells
struct OpenLink {
  std::string url;
};  // http or https only
struct AddFile {
  std::string path;
};
struct AnswerFile {
  std::string file, about, answer;
};  // an open question of a file: it is read again
struct Say {
  std::string words;
};                      // a notice
struct TakePicture {};  // as the export panel was left
struct SetExport {
  ExportChoice choice;
};
struct Export {
  ExportTo to{};
};
struct StopExport {};
struct SetRedaction {
  Redaction redaction;
};  // what the window shows, and with it all that leaves
struct AnswerSafeStart {
  bool as_usual = false;
};  // after an unclean end: start the overlays, or go on without them
struct RestartOverlay {
  std::string layer;
};
struct SwitchOverlay {
  std::string id;
  bool on = true;
};  // starts or stops its process
struct SetParam {
  std::string overlay, id;
  ParamValue value;
};
struct PressControl {
  std::string overlay;
  PanelPress press;
};  // in the overlay's own panel

// --- history ---
struct Undo {};
struct Redo {};
struct Settle {};  // a gesture ended: the next one is a step of its own

using Intent =
    std::variant<PanMap, ZoomMap, FitMap, FitBox, FlyTo, FlyToView, StopCamera, SetProjection, SetDensity,
                 SetInset, MeasureMap, AddMeasured, CloseMeasured, DropMeasured, AddBookmark, RenameBookmark,
                 RemoveBookmark, Hover, Select, OpenPile, PickEvents, SetCursor, SetWindow, SetMode, SetTest,
                 SetStep, StepCursor, CursorToEnd, SetZone, SetTimelineSpan, ShowDays, SetTimelineStyle,
                 SaveTimeline, ScrollLanes, TimelineDrag, Play, SetPlayback, ChangeSpeed, SetLayer, OnlyLayer,
                 SetStatus, OnlyStatus, SetCountry, SetCycle, SetWords, ClearFilters, SetTheme, SetBorders,
                 SetNames, ShowMapPart, AddBase, SetBase, RemoveBase, ShowPart, SetScale, SetReducedMotion,
                 FocusSearch, CopyText, OpenLink, AddFile, AnswerFile, Say, TakePicture, SetExport, Export,
                 StopExport, SetRedaction, AnswerSafeStart, RestartOverlay, SwitchOverlay, SetParam,
                 PressControl, Undo, Redo, Settle>;

class Intents {
 public:
  void add(Intent intent) { list_.push_back(std::move(intent)); }
  bool empty() const { return list_.empty(); }
  const std::vector<Intent>& list() const { return list_; }
  std::vector<Intent> take() { return std::exchange(list_, {}); }

 private:
  std::vector<Intent> list_;
};

}  // namespace vidik
