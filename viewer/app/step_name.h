#pragma once
// What undo calls the step that an intent makes.
//
// Cost: none.

#include "app/history.h"
#include "ui/intents.h"

namespace vidik {

// One lambda for each kind of intent.
template <typename... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <typename... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

struct StepName {
  const char* words;     // empty: not a step
  History::Merge merge;  // gestures of one kind in a row are one step
};
StepName step_name(const Intent& intent);

}  // namespace vidik
