#include "scene/ticks.h"

#include "base/time_text.h"
#include "scene/calendar.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

namespace vidik {

namespace {

using Unit = CalendarUnit;

constexpr float kLabelGap = 4;      // px between a tick and its label
constexpr float kBetween = 6;       // px between two labels
constexpr double kLeastTickPx = 6;  // under this bare ticks are noise

// From fine to coarse, with the room a label of it needs.
struct Level {
  CalendarStep step;
  double need_px;
};
constexpr std::array<Level, 25> kLevels = {{
    {{Unit::second, 1}, 72}, {{Unit::second, 5}, 72}, {{Unit::second, 15}, 72}, {{Unit::second, 30}, 72},
    {{Unit::minute, 1}, 52}, {{Unit::minute, 5}, 52}, {{Unit::minute, 15}, 52}, {{Unit::minute, 30}, 52},
    {{Unit::hour, 1}, 52},   {{Unit::hour, 3}, 52},   {{Unit::hour, 6}, 52},    {{Unit::hour, 12}, 60},
    {{Unit::day, 1}, 34},    {{Unit::week, 1}, 52},   {{Unit::month, 1}, 40},   {{Unit::month, 3}, 40},
    {{Unit::year, 1}, 46},   {{Unit::year, 2}, 46},   {{Unit::year, 5}, 46},    {{Unit::year, 10}, 46},
    {{Unit::year, 20}, 46},  {{Unit::year, 50}, 46},  {{Unit::year, 100}, 46},  {{Unit::year, 500}, 46},
    {{Unit::year, 1000}, 0},
}};

std::optional<CalendarStep> larger(CalendarStep step) {
  switch (step.unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
      return CalendarStep{Unit::day, 1};
    case Unit::day:
    case Unit::half_week:
    case Unit::week:
      return CalendarStep{Unit::month, 1};
    case Unit::month:
      return CalendarStep{Unit::year, 1};
    case Unit::year:
      return std::nullopt;
  }
  return std::nullopt;
}

std::string label_of(Time t, CalendarStep step, bool major, bool with_year, const TimeZone& zone) {
  const CivilTime c = zone.to_civil(t);
  const std::string month(month_short(c.date.month));
  char text[24];
  switch (step.unit) {
    case Unit::second:
      std::snprintf(text, sizeof text, "%02d:%02d:%02d", c.hour, c.minute, c.second);
      return text;
    case Unit::minute:
    case Unit::hour:
      std::snprintf(text, sizeof text, "%02d:%02d", c.hour, c.minute);
      return text;
    case Unit::day:
    case Unit::half_week:
    case Unit::week:
      if (major) return std::to_string(c.date.day) + " " + month;
      return std::to_string(c.date.day);
    case Unit::month:
      return with_year ? month + " " + std::to_string(c.date.year) : month;
    case Unit::year:
      return std::to_string(c.date.year);
  }
  return {};
}

class Placer {
 public:
  Placer(const Axis& axis, BlockedStretch blocked) : x0_(axis.x0), x1_(axis.x1) {
    if (blocked.w > 0) taken_.push_back({blocked.x, blocked.x + blocked.w});
  }
  // Gives the tick its label unless that would leave the axis or touch something.
  void place(Tick& tick, std::string label, float width) {
    const float at = std::max(tick.x + kLabelGap, x0_ + kLabelGap);
    if (at + width > x1_) return;
    for (const auto& [from, to] : taken_)
      if (at < to + kBetween && from - kBetween < at + width) return;
    taken_.push_back({at, at + width});
    tick.label_x = at;
    tick.label_width = width;
    tick.label = std::move(label);
  }

 private:
  float x0_, x1_;
  std::vector<std::pair<float, float>> taken_;
};

}  // namespace

std::vector<Tick> time_ticks(const Axis& axis, const TimeZone& zone, const MeasureText& measure,
                             BlockedStretch blocked) {
  const double us_per_px = axis.us_per_px();
  std::size_t level = 0;
  while (level + 1 < kLevels.size() &&
         static_cast<double>(typical_us(kLevels[level].step)) / us_per_px < kLevels[level].need_px)
    ++level;
  const CalendarStep small = kLevels[level].step;
  // Months with room carry their year and are the larger unit themselves.
  const bool month_with_year = small.unit == Unit::month && small.count == 1 &&
                               static_cast<double>(typical_us(small)) / us_per_px >= 84;
  const std::optional<CalendarStep> large = month_with_year ? std::optional(small) : larger(small);

  std::vector<Tick> ticks;
  Placer placer(axis, blocked);
  const auto inside = [&](Time t) { return t < axis.span.end && axis.x_of(t) <= axis.x1; };
  if (large) {
    const bool with_year = large->unit == Unit::month;
    for (const Time t : edges_over(axis, *large, zone)) {
      if (!inside(t)) break;
      if (axis.in_gap(t)) continue;
      ticks.push_back({t, axis.x_of(t), 0, 0, {}, true});
    }
    // Whole months and years first; what began before the axis is named at its edge when there is room.
    const auto name = [&](Tick& tick) {
      std::string label = label_of(tick.at, *large, true, with_year, zone);
      const float w = measure(label, true);
      placer.place(tick, std::move(label), w);
    };
    for (Tick& tick : ticks)
      if (tick.x >= axis.x0) name(tick);
    for (Tick& tick : ticks)
      if (tick.x < axis.x0) name(tick);
  }
  const auto known = [&](Time t) {
    return std::any_of(ticks.begin(), ticks.end(), [&](const Tick& k) { return k.at == t; });
  };
  if (!large || small != *large) {
    const std::size_t majors = ticks.size();
    for (const Time t : edges_over(axis, small, zone)) {
      if (!inside(t)) break;
      if (axis.x_of(t) < axis.x0 || axis.in_gap(t)) continue;
      if (large && floor_to(t, *large, zone) == t && known(t)) continue;
      Tick tick{t, axis.x_of(t), 0, 0, {}, !large};
      std::string label = label_of(t, small, false, false, zone);
      const float w = measure(label, !large);
      placer.place(tick, std::move(label), w);
      ticks.push_back(std::move(tick));
      if (ticks.size() - majors > 2000) break;
    }
  }
  // Bare ticks of one unit finer, where they can be told apart.
  for (std::size_t finer = level; finer-- > 0;) {
    const CalendarStep step = kLevels[finer].step;
    if (step.unit == small.unit && small.unit != Unit::year && small.unit != Unit::month) continue;
    if (static_cast<double>(typical_us(step)) / us_per_px < kLeastTickPx) break;
    for (const Time t : edges_over(axis, step, zone)) {
      if (!inside(t)) break;
      if (axis.x_of(t) >= axis.x0 && !axis.in_gap(t) && !known(t))
        ticks.push_back({t, axis.x_of(t), 0, 0, {}, false});
    }
    break;
  }
  std::sort(ticks.begin(), ticks.end(), [](const Tick& a, const Tick& b) { return a.at < b.at; });
  return ticks;
}

}  // namespace vidik
