#pragma once
// Steps that can be undone, with words: what the view, the window, the filters, the layers and the selection were.
//
// Ownership: plain values. Errors: none. Cost: one small state a step, at most kMostSteps.

#include "frame/view_state.h"
#include "ui/desk.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace vidik {

// All that undo brings back.
struct UndoState {
  Camera camera;
  TimeView time;
  Span timeline_span;
  TimelineStyle timeline_style;
  std::string zone;
  std::vector<bool> layer_on;
  Choices choices;
  std::map<std::string, ParamValues> params;
  MapPartSet hidden;
  Density density = Density::automatic;
  std::vector<OwnBaseView> bases;
  EventKey selected;
  std::vector<EventKey> spidered, picked;
  Measure measure;
  std::vector<Bookmark> bookmarks;
  NameChoice names;
  Redaction redaction;
  bool operator==(const UndoState&) const = default;
};

class History {
 public:
  static constexpr std::size_t kMostSteps = 2000;

  // `before` a change of this kind; changes of one kind in a row are one step until settle(), if they may merge.
  enum class Merge { no, yes };
  void record(UndoState before, std::string words, std::size_t kind, Merge merge);
  void settle() { last_kind_ = kNone; }

  bool can_undo() const { return !past_.empty(); }
  bool can_redo() const { return !future_.empty(); }
  std::string undo_words() const { return past_.empty() ? std::string() : past_.back().words; }
  std::string redo_words() const { return future_.empty() ? std::string() : future_.back().words; }
  // Exchange `now` for the state one step back or forward.
  UndoState undo(UndoState now);
  UndoState redo(UndoState now);

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  struct Step {
    UndoState state;
    std::string words;
  };
  std::vector<Step> past_, future_;
  std::size_t last_kind_ = kNone;
};

}  // namespace vidik
