#pragma once
// All that a panel may look at: the state, this frame's picture, and the states of files and overlays as plain data.
//
// Units: px at 1x. Ownership: everything is borrowed for the frame; `memory` alone is written, and nothing in it
// changes a picture. Threads: the main thread.

#include "base/time_zone.h"
#include "frame/theme.h"
#include "frame/view_state.h"
#include "index/cycle.h"
#include "index/visible.h"
#include "scene/scene.h"
#include "ui/camera_moves.h"
#include "ui/desk.h"
#include "ui/focus.h"
#include "ui/layout.h"
#include "ui/plugin_row.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

struct ImFont;

namespace vidik {

// A font of the panels with its size in design px (LOOK §3); ImGui sizes are 1.21 times that.
struct UiFont {
  ImFont* font = nullptr;
  float size = 13;
};
struct UiFonts {
  UiFont micro, caps, small, body, strong, title, product, icons, icons_small;
};

enum class OverlayState : std::uint8_t { loading, ready, off, restarting, failed, refused };

// A row of the overlays list: a plugin's or a file's layer.
struct OverlayRow {
  std::string name, title;  // short and shown name
  int layer = -1;           // of the snapshot; -1 = nothing handed over yet
  OverlayState state{};
  double progress = -1;    // 0…1; -1 = unknown
  std::uint64_t read = 0;  // rows so far, when progress is unknown
  std::string trouble;     // "stopped (signal 11); restarted", empty = none
  std::string log;         // what it wrote, escaped; may be long
  bool is_plugin = false;
};

// What was dropped from a file, or why it could not be read.
struct ReadingRow {
  std::string name;  // of the file
  std::uint64_t rows = 0, dropped = 0;
  std::vector<std::string> drops;  // "row 12: no date", the first few hundred
  std::vector<std::string> notes;  // remarks
  std::string failure;
  struct Question {
    std::string about, text;           // what it is about in the reader's words: "date_order"
    std::vector<std::string> answers;  // empty: free text, asked for on the command line
  };
  std::vector<Question> questions;  // open ones
};

// A key press, after the text fields had their turn.
enum class Key : std::uint8_t {
  none,
  space,
  enter,
  escape,
  left,
  right,
  up,
  down,
  home,
  end,
  plus,
  minus,
  zero,
  digit,
  letter,
  f1,
  f5,
  f11,
  f12,
  slash,
  question,
  comma,
  period,
  open_bracket,
  close_bracket,
  tab,
  page_up,
  page_down,
  backspace,
  del
};
struct KeyPress {
  Key key{};
  char character = 0;  // of letter ('a'…'z') and digit ('1'…'9')
  bool ctrl = false, shift = false, alt = false;
};

// Gestures under way.
enum class Drag : std::uint8_t {
  none,
  map,
  box,
  playhead,
  scrub,
  handle_begin,
  handle_end,
  window_body,
  plot_pan,  // with the middle or right button
  pick_box,  // Ctrl: events of the lanes inside
  overview_pan,
  overview_begin,
  overview_end
};
struct UiMemory {
  Focus focus;
  Drag drag = Drag::none;
  float drag_x = 0, drag_y = 0;  // where it began
  bool drag_moved = false;       // a press that has not moved is a click
  Camera start_camera;
  Span start_window, start_span;
  Time start_cursor;
  bool cancelled = false;  // by Esc: ignored until the button is up
  EventKey hovered;        // as last told, so that it is told once
  int hover_from = 0;      // HoverPlace
  double hover_since = 0;
  float hint_x = 0, hint_y = 0;  // control under the pointer, for its tooltip's delay
  double hint_since = 0, hint_seen = -1;
  Box2 card, pill, zoom_buttons, readout, pile;  // where they came to stand, for the next picture
  float card_words = 260;                        // height of what the card says
  bool details_open = false;                     // the card's folded part
  MapPlace pointed;                              // where on the map the pointer was last
  bool pointing = false;                         // it is there now
  std::string bookmark_name;                     // in the field for a new one
  int renamed = -1;                              // bookmark that is given another name
  std::string new_name;
  bool name_fresh = false;  // the field has yet to take the keys
  std::string words;        // in the search field
  std::string go_to;        // in the date field
  std::string go_to_trouble;
  bool go_to_fresh = true;                   // the field has yet to take the keys
  std::string go_from, go_until, go_length;  // in the window's fields beside it
  std::string step_typed, step_trouble, speed_typed, speed_trouble,
      zone_typed;           // in the menus of the transport
  std::string range_name;   // in the field for a new range or note
  bool range_fresh = true;  // that field has yet to take the keys
  int range_renamed = -1;   // of TimelineStyle::ranges
  std::uint32_t cycle_drag =
      0;  // what the brush of the cyclic view is at: 1 cells, 2 hours, 3 weekdays, 4 months
  int cycle_x = 0, cycle_y = 0;  // where it was set down
  std::string base_path;         // in the field for a base file
  std::string log_of;            // overlay whose log is open
  std::string drops_of;          // file whose dropped rows are listed
  std::uint64_t notice_seen = 0;
  double notice_until = 0;
  std::string export_title, export_subtitle, export_file, export_size;  // in the fields of the export panel
  bool export_shown = false;                                            // they are filled
  int field_coming = 0;        // drawings for which a field that was given the keys may still be without them
  double counting_since = -1;  // a filter or the timeline's rows are being made; -1: they stand
};

// A point of view that borders can be drawn from.
struct BorderChoice {
  std::string id, label;
};

// Whom a table of the map set comes from.
struct MapCredit {
  std::string table, words;
};
// One of the user's own base files.
struct BaseRow {
  std::string name, trouble;
  bool reading = false;
};

struct PanelIn {
  const ViewState& view;
  const Desk& desk;
  const Layout& layout;
  const Picture& picture;
  const Snapshot& snapshot;
  const Indexes& indexes;
  const TimelineRows& rows;  // lanes and bars of the timeline
  const CycleCounts& cycles;
  const Theme& theme;
  const UiFonts& fonts;
  const TimeZone& zone;
  std::string title;  // of the project
  std::span<const OverlayRow> overlays;
  std::span<const PluginRow> plugins;  // empty unless their panel is open
  std::span<const ReadingRow> readings;
  std::span<const std::string> problems;   // sentences
  std::span<const std::string> countries;  // that occur, sorted
  std::span<const BorderChoice> borders;   // none while the map is not there
  std::span<const MapCredit> map_credits;
  std::span<const BaseRow> bases;  // one for each of view.bases
  const ExportSight* exporting;    // null: its panel is closed
  std::optional<EventRef> selected, hovered;
  std::span<const EventRef> picked;
  std::function<const std::vector<EventRef>&()>
      listed;  // the visible events in list order, made when asked for
  // What is under a place of the map, dots too; of a cluster the first. Cost: O(visible) where dots are shown.
  std::function<std::optional<EventRef>(Px, float slack)> pick;
  std::function<EventKey(EventRef)> key_of;
  std::span<const KeyPress> keys;
  std::string undo_words, redo_words;  // empty = nothing to undo
  bool flying = false;                 // the camera is on its way
  bool counting = false;  // a filter or the timeline's rows are being made: what stands is the last state
  double now_s = 0;       // for hover delays and notices only
  UiMemory& memory;
};

}  // namespace vidik
