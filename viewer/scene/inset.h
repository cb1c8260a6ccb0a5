#pragma once
// The small map that tells where the view is, once it shows less than the six countries.
//
// Units: px at 1x. Cost: O(1) marks of the coarsest detail; made anew when the camera moves.

#include "scene/sheet.h"

namespace vidik {

// How the inset is seen when its lower right corner may be at `corner`; box.w = 0: there is none. Kept off the card.
MapView inset_view(const Sheet& sheet, Px corner);

// Into DrawList::inset, or takes it away.
void draw_inset(Sheet& sheet, const MapView& inset);

}  // namespace vidik
