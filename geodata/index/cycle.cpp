#include "index/cycle.h"

namespace vidik {

namespace {

// 1 January 1970 was a Thursday.
int iso_weekday(const CivilDate& date) {
  const Time midnight = time_from_civil_utc({date, 0, 0, 0, 0});
  const std::int64_t days = midnight.us / kMicrosPerDay - (midnight.us % kMicrosPerDay < 0 ? 1 : 0);
  return static_cast<int>(((days + 3) % 7 + 7) % 7) + 1;
}

struct Begin {
  bool known = false;  // to a clock time of one day, to one day, or to one month
  bool same_hour = false, same_day = false;
  CivilTime at;
};

Begin begin_of(const Layer& layer, Row row, const TimeZone& zone) {
  const EventTimes t = layer.times(row);
  Begin out;
  if (t.begin_earliest == kOpenBegin) return out;
  out.at = zone.to_civil(t.begin_earliest);
  const CivilTime last = t.begin_latest == t.begin_earliest ? out.at : zone.to_civil(t.begin_latest);
  const Precision precision = layer.columns.facts[row].precision();
  out.known = out.at.date.year == last.date.year && out.at.date.month == last.date.month &&
              precision <= Precision::month;
  out.same_day = out.known && out.at.date.day == last.date.day && precision <= Precision::day;
  out.same_hour = out.same_day && out.at.hour == last.hour && precision <= Precision::hour;
  return out;
}

}  // namespace

std::optional<int> cycle_of(const Layer& layer, Row row, Cycle cycle, const TimeZone& zone) {
  const Begin begin = begin_of(layer, row, zone);
  switch (cycle) {
    case Cycle::hour:
      return begin.same_hour ? std::optional<int>(begin.at.hour) : std::nullopt;
    case Cycle::weekday:
      return begin.same_day ? std::optional<int>(iso_weekday(begin.at.date)) : std::nullopt;
    case Cycle::month:
      return begin.known ? std::optional<int>(begin.at.date.month) : std::nullopt;
  }
  return std::nullopt;
}

CycleCounts count_cycles(const Indexes& indexes, const VisibleSet& set, const TimeZone& zone) {
  CycleCounts out;
  for (std::size_t i = 0; i < set.layers.size() && i < indexes.layers.size(); ++i) {
    const TimeIndex& index = *indexes.layers[i];
    const auto add = [&](Row position) {
      const Begin begin = begin_of(index.layer(), index.row_at(position), zone);
      ++out.all;
      if (begin.known)
        ++out.months[static_cast<std::size_t>(begin.at.date.month - 1)];
      else
        ++out.no_month;
      if (!begin.same_day) {
        ++out.no_weekday;
        ++out.no_hour;
        return;
      }
      const auto weekday = static_cast<std::size_t>(iso_weekday(begin.at.date) - 1);
      ++out.weekdays[weekday];
      if (begin.same_hour)
        ++out.hours[weekday][static_cast<std::size_t>(begin.at.hour)];
      else
        ++out.no_hour;
    };
    const VisibleRows& rows = set.layers[i];
    for (Row p = rows.first; p < rows.last; ++p) add(p);
    for (const Row p : rows.extra) add(p);
  }
  return out;
}

}  // namespace vidik
