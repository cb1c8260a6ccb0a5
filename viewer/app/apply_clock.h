#pragma once
// The part of apply() that moves the clock and the timeline.

#include "app/apply.h"

namespace vidik {

// True: the intent was one of ui/timeline_intents.h, and done.
bool change_clock(const Intent& intent, Stage s, const StageFacts& facts, Effects& effects);

}  // namespace vidik
