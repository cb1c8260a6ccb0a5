#pragma once
// Short forms of one event: cheap enough for every row of a list, and for a call-out.
//
// Threads: pure. Errors: none; what the data does not say is empty, a missing title is category and id.

#include "base/time_zone.h"
#include "store/snapshot.h"

#include <string>

namespace vidik {

std::string event_title(const Snapshot& snapshot, EventRef event);
std::string event_when(const Snapshot& snapshot, EventRef event, const TimeZone& zone);  // LOOK §13
std::string event_place(const Snapshot& snapshot, EventRef event);  // "Near Varagë, Kosovo"

}  // namespace vidik
