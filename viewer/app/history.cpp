#include "app/history.h"

#include "base/expect.h"

namespace vidik {

void History::record(UndoState before, std::string words, std::size_t kind, Merge merge) {
  future_.clear();
  const bool joins = merge == Merge::yes && kind == last_kind_ && !past_.empty();
  last_kind_ = kind;
  if (joins) return;
  if (past_.size() == kMostSteps) past_.erase(past_.begin());
  past_.push_back({std::move(before), std::move(words)});
}

UndoState History::undo(UndoState now) {
  VIDIK_EXPECT(can_undo());
  Step step = std::move(past_.back());
  past_.pop_back();
  future_.push_back({std::move(now), step.words});
  settle();
  return std::move(step.state);
}

UndoState History::redo(UndoState now) {
  VIDIK_EXPECT(can_redo());
  Step step = std::move(future_.back());
  future_.pop_back();
  past_.push_back({std::move(now), step.words});
  settle();
  return std::move(step.state);
}

}  // namespace vidik
