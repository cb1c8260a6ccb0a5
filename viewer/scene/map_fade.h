#pragma once
// The end of the map: its data end at a frame, and the map fades into the ground there, so that nobody takes its edge
// for a coast.
//
// Units: degrees. Threads: one owner. Cost: some tens of marks.

#include "geo/lonlat.h"
#include "scene/sheet.h"

namespace vidik {

void fade_out(Sheet& sheet, const LonLatBox& frame);

}  // namespace vidik
