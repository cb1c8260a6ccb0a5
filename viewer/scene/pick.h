#pragma once
// What lies under the pointer: the topmost hit, the nearest of many dots, a line or area.
//
// Units: px at 1x. Threads: pure. Cost: hit_at O(hits); pick_event O(hits + points of shapes), and O(visible) when the map
// shows dots.

#include "scene/scene.h"

namespace vidik {

// True when the px lies in the hit or `slack` px round it.
bool holds(const Hit& hit, Px at, float slack);
// The topmost that holds the px itself, else the topmost near it; null = none.
const Hit* hit_at(std::span<const Hit> hits, Px at, float slack = 2);
// The event to select: of a cluster its first in list order. Symbols come before dots, dots before lines and rims, those
// before what an area encloses.
std::optional<EventRef> pick_event(const SceneIn& in, const Picture& picture, Px at, float slack = 4);

}  // namespace vidik
