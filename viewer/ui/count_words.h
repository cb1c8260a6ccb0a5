#pragma once
// Counts, dates and changes as the pill, the transport and the drag tips say them (LOOK §13).

#include "base/time_view.h"
#include "base/time_zone.h"
#include "scene/scene.h"

#include <string>

namespace vidik {

std::string event_count_words(std::uint64_t count);      // "1 event", "1,240 events"
std::string short_count(std::uint64_t count);            // "1.2M", "48k", "950": where there is little room
std::string shown_words(const SceneCounts& counts);      // "58 events" or "12–17 events"
std::string elsewhere_words(const SceneCounts& counts);  // "6 outside the map, 2 without place"; may be empty
std::string clock_words(const TimeView& time, const TimeZone& zone);  // "1 Nov 2024 to 15 Mar 2025"
std::string length_words(Span span);                                  // "26 days", "6 h"
std::string change_words(Span before, Span now);                      // "26 days (was 36)"
std::string step_words(std::int64_t us);                              // "1 day"
std::string speed_words(std::int64_t us_per_second);                  // "1 week / s"

}  // namespace vidik
