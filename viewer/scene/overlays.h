#pragma once
// What overlays drew besides their events, laid over and under the host's symbols.
//
// Units: px at 1x. Cost: O(marks + visible events). Marks of an event that is not visible are left out.

#include "scene/map_layout.h"

#include <span>
#include <vector>

namespace vidik {

// Marks each event whose symbol an overlay draws itself.
void claim_own_symbols(const Sheet& sheet, MapEvents& events);

enum class OverlayPass : std::uint8_t { under, over };
// With OverlayPass::over own symbols become hits; `taken` gets what they cover (null = not wanted).
void draw_overlays(Sheet& sheet, const MapEvents& events, OverlayPass pass);
std::vector<Box2> overlay_boxes(const Sheet& sheet, const MapEvents& events);

}  // namespace vidik
