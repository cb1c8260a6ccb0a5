#pragma once
// The visible events as a picture names them: ids, their sources, a digest.
//
// Threads: pure. Errors: none. Cost: O(visible), and their text.

#include "app/picture_state.h"
#include "index/visible.h"

namespace vidik {

PictureEvents picture_events(const Snapshot& snapshot, const Indexes& indexes, const VisibleSet& visible);

}  // namespace vidik
