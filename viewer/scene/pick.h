#pragma once
// What lies under the pointer: the topmost hit, or the nearest of many dots.
//
// Units: px at 1x. Threads: pure. Cost: hit_at O(hits); pick_event O(visible) when the map shows dots, else O(hits).

#include "scene/scene.h"

namespace vidik {

// True when the px lies in the hit or `slack` px round it.
bool holds(const Hit& hit, Px at, float slack);
// The topmost that holds the px itself, else the topmost near it; null = none.
const Hit* hit_at(std::span<const Hit> hits, Px at, float slack = 2);
// The event to select: of a cluster its first in list order.
std::optional<EventRef> pick_event(const SceneIn& in, const Picture& picture, Px at, float slack = 4);

}  // namespace vidik
