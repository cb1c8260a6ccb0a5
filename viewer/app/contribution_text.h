#pragma once
// What one overlay puts into a picture, as text: its events that are shown, its marks and its legend rows. The same bytes on
// every machine; the theme's fonts, the map and Vidik's own drawing are not in it, so that only the overlay can change it.
//
// Units: degrees with six decimals, px at 1x with two. Threads: the session's. Errors: none. Cost: O(shown + marks).

#include "app/session.h"

#include <string>

namespace vidik {

// `entry` is one of the session's overlays, and has answered for the present view.
std::string contribution_text(Session& session, const OverlayEntry& entry);

}  // namespace vidik
