#include "app/playback.h"

#include "base/time_text.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr std::int64_t kShortest = kMicrosPerMinute;

std::int64_t length(Span s) { return s.end.us - s.begin.us; }

void shift(TimeView& time, std::int64_t by) {
  time.window = {plus(time.window.begin, by), plus(time.window.end, by)};
  time.cursor = plus(time.cursor, by);
}

}  // namespace

void set_cursor(TimeView& time, Time to) {
  time.moment = {};
  if (to < time.window.begin || to > time.window.end) {
    const std::int64_t whole = length(time.window);
    time.window = {plus(to, -whole), to};
  }
  time.cursor = to;
}

void set_window(TimeView& time, Span window, Time cursor) {
  time.moment = {};
  if (window.end.us - window.begin.us < kShortest) window.end = plus(window.begin, kShortest);
  time.window = window;
  time.cursor = std::clamp(cursor, window.begin, window.end);
}

Time stepped(Time from, std::int64_t step_us, int steps, const TimeZone& zone) {
  if (step_us % kMicrosPerDay != 0) return plus(from, step_us * steps);
  Duration days;
  days.days = static_cast<int>(step_us / kMicrosPerDay) * std::abs(steps);
  return add(from, days, zone, steps < 0 ? -1 : 1);
}

void step_cursor(TimeView& time, int steps, const TimeZone& zone) {
  const Time to = stepped(time.cursor, time.step_us, steps, zone);
  time.moment = {};
  if (time.mode == Mode::window) {
    const std::int64_t whole = length(time.window), ahead = time.window.end.us - time.cursor.us;
    time.window.end = plus(to, ahead);
    time.window.begin = plus(time.window.end, -whole);
    time.cursor = to;
    return;
  }
  time.cursor = std::clamp(to, time.window.begin, time.window.end);
}

bool advance_playback(TimeView& time, const Desk& desk, Span data, double dt_s, const TimeZone& zone,
                      std::int64_t& carry_us) {
  const auto speed = static_cast<double>(kSpeeds[static_cast<std::size_t>(desk.speed)].us_per_second);
  std::int64_t by = std::llround(speed * std::clamp(dt_s, 0.0, 0.5));
  if (desk.reduced_motion) {
    carry_us += by;
    const std::int64_t steps = carry_us / std::max<std::int64_t>(time.step_us, 1);
    carry_us -= steps * time.step_us;
    by = steps == 0 ? 0
                    : stepped(time.cursor, time.step_us, static_cast<int>(steps), zone).us - time.cursor.us;
  }
  if (by == 0) return true;
  time.moment = {};
  if (time.mode == Mode::window) {
    shift(time, by);
    if (time.window.end <= data.end) return true;
    shift(time, data.end.us - time.window.end.us);
    if (desk.loop) shift(time, data.begin.us - time.window.begin.us);
    return desk.loop;
  }
  time.cursor = plus(time.cursor, by);
  if (time.cursor < time.window.end) return true;
  time.cursor = desk.loop ? time.window.begin : time.window.end;
  return desk.loop;
}

}  // namespace vidik
