#pragma once
// Where in the day, the week and the year events begin.
//
// Rule: an event counts only where all readings of its begin agree: no hour for one known to the day, no weekday for one
// known to the month. Weekdays as ISO 8601 numbers them, Monday 1 … Sunday 7.
// Threads: pure. Cost: cycle_of a zone look-up or two; count_cycles O(visible).

#include "base/time_zone.h"
#include "index/visible.h"

#include <array>
#include <cstdint>
#include <optional>

namespace vidik {

enum class Cycle : std::uint8_t { hour, weekday, month };
// 0…23, 1…7, 1…12; nullopt: not known.
std::optional<int> cycle_of(const Layer& layer, Row row, Cycle cycle, const TimeZone& zone);

struct CycleCounts {
  std::array<std::array<std::uint32_t, 24>, 7> hours{};  // [weekday - 1][hour]
  std::array<std::uint32_t, 7> weekdays{};               // also of those without an hour
  std::array<std::uint32_t, 12> months{};
  std::uint64_t no_hour = 0, no_weekday = 0, no_month = 0, all = 0;
};
CycleCounts count_cycles(const Indexes& indexes, const VisibleSet& set, const TimeZone& zone);

}  // namespace vidik
