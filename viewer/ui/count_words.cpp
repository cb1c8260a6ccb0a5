#include "ui/count_words.h"

#include "base/text.h"
#include "base/time_text.h"
#include "index/visible.h"
#include "ui/desk.h"

#include <cmath>

namespace vidik {

namespace {

std::string amount(std::uint64_t n) { return thousands(static_cast<long long>(n)); }

}  // namespace

std::string event_count_words(std::uint64_t count) {
  return amount(count) + (count == 1 ? " event" : " events");
}

std::string short_count(std::uint64_t count) {
  const auto tenths = [](std::uint64_t n, std::uint64_t unit) {
    const std::uint64_t t = n / (unit / 10);  // never more than there are
    return std::to_string(t / 10) + (t < 100 && t % 10 != 0 ? "." + std::to_string(t % 10) : "");
  };
  if (count >= 1'000'000) return tenths(count, 1'000'000) + "M";
  if (count >= 1000) return tenths(count, 1000) + "k";
  return std::to_string(count);
}

std::string shown_words(const SceneCounts& counts) {
  if (counts.shown_surely >= counts.shown) return event_count_words(counts.shown);
  return amount(counts.shown_surely) + "–" + event_count_words(counts.shown);
}

std::string elsewhere_words(const SceneCounts& counts) {
  std::string out;
  if (counts.by_index_only) out = "places not counted";
  if (counts.outside_map > 0) out = amount(counts.outside_map) + " outside the map";
  if (counts.no_place > 0) out += (out.empty() ? "" : ", ") + amount(counts.no_place) + " without place";
  return out;
}

std::string clock_words(const TimeView& time, const TimeZone& zone) {
  switch (time.mode) {
    case Mode::all:
      return "All dates";
    default:
      break;
  }
  const std::optional<Span> span = tested_span(time);
  if (!span || span->begin == span->end) return date_words(time.cursor, zone);
  // As the playhead's flag: the hour only where the window is short enough for it to tell something.
  const Span& long_enough = time.mode == Mode::instant ? *span : time.window;
  if ((long_enough.end.us - long_enough.begin.us) / kMicrosPerDay > 14) {
    const std::string first = date_words(span->begin, zone), last = date_words(plus(span->end, -1), zone);
    return first == last ? first : first + " to " + last;
  }
  const auto midnight = [&](Time t) {
    const CivilTime c = zone.to_civil(t);
    return c.hour == 0 && c.minute == 0 && c.second == 0 && c.micro == 0;
  };
  if (midnight(span->begin) && midnight(span->end)) return span_words(*span, zone);
  return date_time_words(span->begin, zone) + " to " + date_time_words(span->end, zone);
}

std::string length_words(Span span) {
  const double us = static_cast<double>(span.end.us) - static_cast<double>(span.begin.us);
  const double hours = us / static_cast<double>(kMicrosPerHour);
  const auto say = [](double value, const char* one, const char* many) {
    const long long n = std::llround(value);
    return thousands(n) + " " + (n == 1 ? one : many);
  };
  if (hours < 2) return say(hours * 60, "minute", "minutes");
  if (hours < 48) return say(hours, "hour", "hours");
  if (hours < 24 * 365 * 3) return say(hours / 24, "day", "days");
  return say(hours / (24 * 365.2425), "year", "years");
}

std::string change_words(Span before, Span now) {
  const std::string a = length_words(now), b = length_words(before);
  if (a == b) return a;
  // "26 days (was 36)": the unit is said once when it is the same.
  const std::size_t unit_a = a.rfind(' '), unit_b = b.rfind(' ');
  const bool same = a.substr(unit_a) == b.substr(unit_b);
  return a + " (was " + (same ? b.substr(0, unit_b) : b) + ")";
}

std::string speed_words(std::int64_t us_per_second) {
  for (const Speed& speed : kSpeeds)
    if (speed.us_per_second == us_per_second) return speed.words;
  return length_words({Time{0}, Time{us_per_second}}) + " / s";
}
std::string step_words(std::int64_t us) {
  for (const Step& step : kSteps) {
    if (step.us == us) return step.words;
  }
  return length_words({Time{0}, Time{us}});
}

}  // namespace vidik
