#pragma once
// (state, Intent) → changed state: the only writer of the view while the window runs.
//
// What reaches beyond the state (a filter to rebuild, a link to open, a picture to save) comes out as Effects, so that every
// intent can be tested without a window. Threads: the main thread. Errors: none; impossible wishes change nothing.

#include "app/flight.h"
#include "app/history.h"
#include "base/time_zone.h"
#include "ui/intents.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vidik {

// The window's state; `view` is the session's.
struct Stage {
  ViewState& view;
  Desk& desk;
  History& history;
  Flight& flight;
};

// What apply needs to know about the data.
struct StageFacts {
  const TimeZone& zone;
  Span data_range;  // equal ends: no dated event
  std::size_t layers = 0;
};

// The two halves of a filter: what the cyclic view counts passes the first alone.
struct FilterWords {
  std::string text, cycle;
  bool operator==(const FilterWords&) const = default;
};

struct Effects {
  bool changed = false;               // something to draw again
  std::optional<FilterWords> filter;  // rebuild the indexes with this
  std::optional<std::string> zone;    // read everything in this display zone; the view is changed already
  bool full_screen = false, scale = false;  // desk says how it is now
  bool picture = false;                     // as the export panel was left
  std::optional<ExportTo> exporting;
  bool stop_export = false, export_choice = false;  // the latter: desk has another, keep it
  bool start_overlays = false;
  bool save_timeline = false;  // into the project's file
  bool bookmarks = false;      // desk has others now: keep them
  std::vector<std::string> links, files, restarts;
  std::vector<AnswerFile> answers;
  std::vector<SwitchOverlay> switches;
  std::vector<PressControl> presses;
  std::optional<std::string> clipboard;
};

void apply(const Intent& intent, Stage stage, const StageFacts& facts, Effects& effects);

UndoState undo_state(const Stage& stage);
void notice(Desk& desk, std::string words);  // shown for a few seconds

}  // namespace vidik
