#pragma once
// What the window remembers besides the picture: open parts, choices behind the filter, playback, settings.
//
// Ownership: plain values; written by app/apply.cpp alone.

#include "base/time_zone.h"
#include "store/event.h"
#include "ui/bookmark.h"
#include "ui/export_choice.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace vidik {

// Of the day, the week and the year; nothing set = all of it. Bits: hour 0…23, Monday 0 … Sunday 6, January 0 … December 11.
struct CycleChoice {
  std::uint32_t hours = 0, weekdays = 0, months = 0;
  bool any() const { return hours != 0 || weekdays != 0 || months != 0; }
  bool operator==(const CycleChoice&) const = default;
};

// The filter as the panels offer it; filter_text() makes CONTRACT §6's words of it.
struct Choices {
  std::string from_project;  // what the project asks for, always kept
  std::array<bool, kStatusCount> status{true, true, true, true};
  std::vector<std::string> countries;  // sorted; empty = all
  std::string words;
  CycleChoice cycle;
  bool operator==(const Choices&) const = default;
  int count() const;  // how many kinds of filter are set by hand
};
std::string filter_text(const Choices& choices);  // all but the cycle
std::string cycle_text(const CycleChoice& cycle);

// Data time that passes in one second of playback.
struct Speed {
  const char* words;
  std::int64_t us_per_second;
};
inline constexpr std::array<Speed, 8> kSpeeds{{{"1 hour / s", kMicrosPerHour},
                                               {"6 hours / s", 6 * kMicrosPerHour},
                                               {"1 day / s", kMicrosPerDay},
                                               {"3 days / s", 3 * kMicrosPerDay},
                                               {"1 week / s", 7 * kMicrosPerDay},
                                               {"2 weeks / s", 14 * kMicrosPerDay},
                                               {"1 month / s", 30 * kMicrosPerDay},
                                               {"1 year / s", 365 * kMicrosPerDay}}};
enum class Repeat : std::uint8_t { once, loop, bounce };  // at the end: stop, begin again, turn back
struct Playback {
  std::int64_t us_per_second = 7 * kMicrosPerDay;
  Repeat repeat = Repeat::once;
  bool reverse = false;
  bool skip_empty = false;  // stretches in which nothing changes are passed over, and the notice says so
  bool operator==(const Playback&) const = default;
};
struct Step {
  const char* words;
  std::int64_t us;
};
inline constexpr std::array<Step, 6> kSteps{{{"1 hour", kMicrosPerHour},
                                             {"6 hours", 6 * kMicrosPerHour},
                                             {"1 day", kMicrosPerDay},
                                             {"1 week", 7 * kMicrosPerDay},
                                             {"30 days", 30 * kMicrosPerDay},
                                             {"1 year", 365 * kMicrosPerDay}}};

// Whole days are calendar days of the zone, so that a step over a change of the clocks keeps the hour.
Time stepped(Time from, std::int64_t step_us, int steps, const TimeZone& zone);

struct Desk {
  bool left_open = true, timeline_open = true;
  bool list_open = false, shortcuts_open = false, go_to_open = false, settings_open = false,
       outside_open = false, plugins_open = false, bookmarks_open = false, map_open = false,
       ranges_open = false, cycle_open = false, export_open = false;
  ExportChoice export_choice;
  bool measuring = false;           // clicks on the map add to ViewState::measure
  std::vector<Bookmark> bookmarks;  // the project's first
  bool full_screen = false;
  // After an unclean end: the question that waits for an answer; overlays start only then.
  std::string safe_start;
  bool focus_search = false;  // for one frame
  Choices choices;
  bool playing = false;
  Playback playback;
  float user_scale = 1;
  bool reduced_motion = false;
  std::string notice;               // "Picture saved: vidik.png"; empty = none
  std::uint64_t notice_serial = 0;  // grows with each notice
};

}  // namespace vidik
