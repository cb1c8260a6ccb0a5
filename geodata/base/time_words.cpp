// The half of time_text.h that speaks to people: LOOK §13, "Dates by precision".
#include "base/time_text.h"

#include <cstdio>

namespace vidik {

namespace {

constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::string_view kDays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::string_view kSeasons[] = {"spring", "summer", "autumn", "winter"};

std::string day_words(const CivilDate& d) {
  return std::to_string(d.day) + " " + std::string(month_short(d.month)) + " " + std::to_string(d.year);
}
std::string month_words(const CivilDate& d) {
  return std::string(month_short(d.month)) + " " + std::to_string(d.year);
}

std::string clock_words(const CivilTime& c) {
  char buffer[48];
  const int n = c.second != 0
                    ? std::snprintf(buffer, sizeof buffer, "%02d:%02d:%02d", c.hour, c.minute, c.second)
                    : std::snprintf(buffer, sizeof buffer, "%02d:%02d", c.hour, c.minute);
  return std::string(buffer, static_cast<std::size_t>(n));
}

// "29 Nov to 2 Dec 2024": what both have in common is said once.
std::string days_words(const CivilDate& first, const CivilDate& last) {
  if (first == last) return day_words(first);
  if (first.year != last.year) return day_words(first) + " to " + day_words(last);
  std::string begin = std::to_string(first.day);
  if (first.month != last.month) begin += " " + std::string(month_short(first.month));
  return begin + " to " + day_words(last);
}

bool is_midnight(const CivilTime& c) { return c.hour == 0 && c.minute == 0 && c.second == 0 && c.micro == 0; }

// A stretch of possibility in the coarsest words that are exactly it: year, season, month, else days.
std::string period_words(Time first, Time next, const TimeZone& zone) {
  const CivilTime a = zone.to_civil(first);
  const CivilTime b = zone.to_civil(next);
  const CivilDate last = zone.to_civil(plus(next, -1)).date;
  if (is_midnight(a) && is_midnight(b) && a.date.day == 1 && b.date.day == 1) {
    const int months = (b.date.year - a.date.year) * 12 + b.date.month - a.date.month;
    if (a.date.month == 1 && months % 12 == 0 && months > 0) {
      std::string out = std::to_string(a.date.year);
      if (months > 12) out += " to " + std::to_string(last.year);
      return out;
    }
    if (months == 3 && a.date.month % 3 == 0) {
      return std::string(kSeasons[a.date.month / 3 - 1]) + " " + std::to_string(a.date.year);
    }
    if (months == 1) return month_words(a.date);
    if (a.date.year == last.year) return std::string(month_short(a.date.month)) + " to " + month_words(last);
    return month_words(a.date) + " to " + month_words(last);
  }
  return days_words(a.date, last);
}

// One side of an event, by its precision.
std::string side_words(Time t, Precision precision, const TimeZone& zone) {
  const CivilTime c = zone.to_civil(t);
  switch (precision) {
    case Precision::second:
    case Precision::minute:
      return day_words(c.date) + ", " + clock_words(c);
    case Precision::hour:
      return day_words(c.date) + ", about " + clock_words(c);
    case Precision::month:
      return month_words(c.date);
    case Precision::year:
      return std::to_string(c.date.year);
    default:
      return day_words(c.date);
  }
}

std::string known_words(const When& w, const TimeZone& zone) {
  const bool open_begin = w.begin_earliest == kOpenBegin;
  const bool open_end = w.end_latest == kOpenEnd;
  const CivilDate last_day = open_end ? CivilDate{} : zone.to_civil(plus(w.end_latest, -1)).date;
  if (open_begin && open_end) return "no date";
  if (open_begin) {
    if (w.end_earliest < w.end_latest) return "until " + period_words(w.end_earliest, w.end_latest, zone);
    const CivilTime end = zone.to_civil(w.end_latest);
    return is_midnight(end) ? "until " + day_words(last_day)
                            : "before " + side_words(w.end_latest, w.precision, zone);
  }
  if (open_end) return "since " + side_words(w.begin_earliest, w.precision, zone);
  const bool spread = w.begin_earliest == w.end_earliest && w.begin_latest < w.end_latest &&
                      w.begin_earliest < w.begin_latest;
  if (w.precision == Precision::hour && spread) return side_words(w.begin_earliest, w.precision, zone);
  if (w.precision >= Precision::week && spread) return period_words(w.begin_earliest, w.end_latest, zone);
  if (w.precision <= Precision::hour) {
    const std::string begin = side_words(w.begin_earliest, w.precision, zone);
    if (w.end_latest == w.begin_earliest) return begin;
    const CivilTime b = zone.to_civil(w.begin_earliest);
    const CivilTime e = zone.to_civil(w.end_latest);
    if (is_midnight(e)) return last_day == b.date ? begin : begin + " to " + day_words(last_day);
    if (e.date == b.date) return begin + " to " + clock_words(e);
    return begin + " to " + day_words(e.date) + ", " + clock_words(e);
  }
  if (w.end_earliest < w.end_latest && !spread) {
    return side_words(w.begin_earliest, w.precision, zone) + " to " +
           period_words(w.end_earliest > w.begin_earliest ? w.end_earliest : w.begin_earliest, w.end_latest,
                        zone);
  }
  if (w.precision >= Precision::week) {
    return side_words(w.begin_earliest, w.precision, zone) + " to " + day_words(last_day);
  }
  return days_words(zone.to_civil(w.begin_earliest).date, last_day);
}

}  // namespace

std::string_view month_short(int month) { return month >= 1 && month <= 12 ? kMonths[month - 1] : "?"; }

std::string date_words(Time t, const TimeZone& zone) { return day_words(zone.to_civil(t).date); }

std::string date_time_words(Time t, const TimeZone& zone) {
  const CivilTime c = zone.to_civil(t);
  return day_words(c.date) + ", " + clock_words(c);
}

std::string weekday_date_words(Time t, const TimeZone& zone) {
  const CivilDate d = zone.to_civil(t).date;
  return std::string(kDays[weekday(d)]) + " " + day_words(d);
}

std::string when_words(const When& when, const TimeZone& zone) {
  std::string words = known_words(when, zone);
  if (when.approximate && words.find("about ") == std::string::npos) words = "about " + words;
  if (when.uncertain) words += " (uncertain)";
  return words;
}

std::string span_words(Span span, const TimeZone& zone) {
  const bool open_begin = span.begin == kOpenBegin;
  const bool open_end = span.end == kOpenEnd;
  if (open_begin && open_end) return "all time";
  const CivilTime b = open_begin ? CivilTime{} : zone.to_civil(span.begin);
  const CivilTime e = open_end ? CivilTime{} : zone.to_civil(span.end);
  const bool whole_days = (open_begin || is_midnight(b)) && (open_end || is_midnight(e));
  const auto begin = [&] { return whole_days ? day_words(b.date) : date_time_words(span.begin, zone); };
  const auto end = [&] {
    return whole_days ? date_words(plus(span.end, -1), zone) : date_time_words(span.end, zone);
  };
  if (open_begin) return "until " + end();
  if (open_end) return "since " + begin();
  if (span.begin == span.end) return begin();
  const std::string last = end();
  return begin() == last ? last : begin() + " to " + last;
}

std::string offset_words(Time t, const TimeZone& zone) {
  const int offset = zone.offset_seconds(t);
  const int minutes = (offset >= 0 ? offset + 30 : offset - 30) / 60;
  if (minutes == 0) return "UTC";
  const int size = minutes < 0 ? -minutes : minutes;
  std::string out = std::string("UTC") + (minutes < 0 ? "\u2212" : "+") + std::to_string(size / 60);
  if (size % 60 != 0) {
    char buffer[16];
    const int n = std::snprintf(buffer, sizeof buffer, ":%02d", size % 60);
    out.append(buffer, static_cast<std::size_t>(n));
  }
  return out;
}

}  // namespace vidik
