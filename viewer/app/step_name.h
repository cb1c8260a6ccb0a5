#pragma once
// What undo calls the step that an intent makes.
//
// Cost: none.

#include "app/history.h"
#include "ui/intents.h"

namespace vidik {

struct StepName {
  const char* words;     // empty: not a step
  History::Merge merge;  // gestures of one kind in a row are one step
};
StepName step_name(const Intent& intent);

}  // namespace vidik
