#include "scene/calendar.h"

#include <algorithm>

namespace vidik {

namespace {

// Two days inside the calendar's years, so that no zone's offset leaves them.
constexpr Time kFirst{(-62'135'596'800 + 2 * 86'400) * kMicrosPerSecond};  // 3 January of year 1
constexpr Time kLast{(253'402'300'800 - 4 * 86'400) * kMicrosPerSecond};   // 28 December 9999

int floor_div(int a, int b) { return a >= 0 ? a / b : -((-a + b - 1) / b); }

std::int64_t short_us(CalendarStep step) {
  switch (step.unit) {
    case CalendarUnit::second:
      return step.count * kMicrosPerSecond;
    case CalendarUnit::minute:
      return step.count * kMicrosPerMinute;
    default:
      return step.count * kMicrosPerHour;
  }
}

}  // namespace

std::int64_t typical_us(CalendarStep step) {
  switch (step.unit) {
    case CalendarUnit::second:
    case CalendarUnit::minute:
    case CalendarUnit::hour:
      return short_us(step);
    case CalendarUnit::day:
      return step.count * kMicrosPerDay;
    case CalendarUnit::half_week:
      return step.count * 7 * kMicrosPerDay / 2;
    case CalendarUnit::week:
      return step.count * 7 * kMicrosPerDay;
    case CalendarUnit::month:
      return step.count * 2629746 * kMicrosPerSecond;
    case CalendarUnit::year:
      return step.count * 31556952 * kMicrosPerSecond;
  }
  return kMicrosPerDay;
}

Time floor_to(Time t, CalendarStep step, const TimeZone& zone) {
  t = std::clamp(t, kFirst, kLast);
  const CivilTime c = zone.to_civil(t);
  switch (step.unit) {
    case CalendarUnit::second:
    case CalendarUnit::minute:
    case CalendarUnit::hour: {
      const Time day = zone.start_of_day(c.date);
      const std::int64_t in_day = t.us - day.us, us = short_us(step);
      return {day.us + in_day / us * us};
    }
    case CalendarUnit::day:
      return zone.start_of_day(c.date);
    case CalendarUnit::half_week: {
      const CivilDate monday = civil_from_days(days_from_civil(c.date) - weekday(c.date));
      const Time half = zone.to_time({civil_from_days(days_from_civil(monday) + 3), 12, 0, 0, 0});
      return t >= half ? half : zone.start_of_day(monday);
    }
    case CalendarUnit::week:
      return zone.start_of_day(civil_from_days(days_from_civil(c.date) - weekday(c.date)));
    case CalendarUnit::month:
      return zone.start_of_day({c.date.year, (c.date.month - 1) / step.count * step.count + 1, 1});
    case CalendarUnit::year: {
      const int year = floor_div(c.date.year, step.count) * step.count;
      return year < 1 ? kFirst : zone.start_of_day({year, 1, 1});
    }
  }
  return t;
}

Time next_after(Time begin, CalendarStep step, const TimeZone& zone) {
  // From well inside the following period back to its beginning: days of 23 and 25 hours and months of any length.
  const std::int64_t typical = typical_us(step);
  switch (step.unit) {
    case CalendarUnit::second:
    case CalendarUnit::minute:
    case CalendarUnit::hour: {
      const Time next = floor_to(plus(begin, typical), step, zone);
      return next > begin ? next : plus(begin, typical);
    }
    case CalendarUnit::half_week: {
      const Time next = floor_to(plus(begin, typical + kMicrosPerHour * 2), step, zone);
      return next > begin ? next : plus(begin, typical);
    }
    default: {
      const Time next = floor_to(plus(begin, typical + typical / 4), step, zone);
      return next > begin ? next : plus(begin, typical);
    }
  }
}

std::vector<Time> edges_over(Span span, CalendarStep step, const TimeZone& zone, std::size_t most) {
  std::vector<Time> edges;
  const Time end = std::clamp(span.end, kFirst, kLast);
  Time at = floor_to(span.begin, step, zone);
  edges.push_back(at);
  while (at < end && edges.size() < most) {
    at = next_after(at, step, zone);
    edges.push_back(at);
  }
  return edges;
}

std::vector<Time> edges_over(const Axis& axis, CalendarStep step, const TimeZone& zone) {
  std::vector<Time> out;
  Time from = axis.span.begin;
  const auto add = [&](Time to) {
    for (const Time edge : edges_over(Span{from, to}, step, zone))
      if (out.empty() || edge > out.back()) out.push_back(edge);
  };
  axis.each_gap([&](Span gap) {
    if (gap.begin > from) add(gap.begin);
    from = gap.end;
  });
  if (from < axis.span.end) add(axis.span.end);
  return out;
}

}  // namespace vidik
