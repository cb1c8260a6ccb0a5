#pragma once
// How the timeline shows the events: lanes, bars and their scale, and ranges of time that have a name.
//
// Units: Time. Ownership: plain values.

#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

enum class LaneBy : std::uint8_t { overlay, category, status, country, actor };
// What a bar counts: events that begin in its time, or all whose possible span meets it.
enum class BarsOf : std::uint8_t { starts, active };
enum class BarScale : std::uint8_t { linear, root, log };

// A stretch of time with a name ("blockades"), or a note at one moment (equal ends).
struct NamedRange {
  std::string name;
  Span span;
  bool operator==(const NamedRange&) const = default;
};

struct TimelineStyle {
  LaneBy lanes = LaneBy::overlay;
  BarsOf bars = BarsOf::starts;
  BarScale scale = BarScale::linear;
  bool share = false;        // every bar to the full height, its categories as parts of it
  bool year_before = false;  // an outline of the same periods a calendar year earlier; not with `share`
  bool in_map = false;       // bars count only what lies on the map as it is shown
  bool fold_gaps = false;    // long stretches in which nothing begins are folded to a mark
  bool ranges_shown = true;
  std::vector<NamedRange> ranges;  // in the order they were named
  bool operator==(const TimelineStyle&) const = default;
};

// Words of projects and the command line: "overlay" … "actor", "starts" "active", "linear" "root" "log".
constexpr std::string_view word_of(LaneBy by) {
  constexpr std::string_view kWords[] = {"overlay", "category", "status", "country", "actor"};
  return kWords[static_cast<int>(by)];
}
constexpr std::string_view word_of(BarsOf bars) { return bars == BarsOf::starts ? "starts" : "active"; }
constexpr std::string_view word_of(BarScale scale) {
  constexpr std::string_view kWords[] = {"linear", "root", "log"};
  return kWords[static_cast<int>(scale)];
}
template <typename Choice>
constexpr std::optional<Choice> choice_named(std::string_view word, Choice last) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (word_of(static_cast<Choice>(i)) == word) return static_cast<Choice>(i);
  return std::nullopt;
}

}  // namespace vidik
