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

namespace {

constexpr double kLongestFrame = 2;  // s
constexpr double kSkipAfter = 1;     // s of playback without change that are passed over
constexpr double kLeadIn = 0.25;     // s before the next change that are still played

// What playback moves: the window's end where the window moves, else the playhead.
Time place_of(const TimeView& time) { return time.mode == Mode::window ? time.window.end : time.cursor; }
void put(TimeView& time, Time place) {
  time.moment = {};
  if (time.mode == Mode::window)
    shift(time, place.us - time.window.end.us);
  else
    time.cursor = place;
}
// Between these it plays.
Span room_of(const TimeView& time, Span data) {
  if (time.mode != Mode::window) return time.window;
  const Time first = plus(data.begin, length(time.window));
  return {std::min(first, data.end), std::max(first, data.end)};
}

}  // namespace

Played advance_playback(TimeView& time, const Playback& playback, const PlayFacts& facts, double dt_s,
                        bool whole_steps, PlayClock& clock) {
  Played out;
  const bool back = playback.reverse != clock.turned;
  const std::int64_t speed = back ? -playback.us_per_second : playback.us_per_second;
  const Time here = place_of(time);
  if (!clock.from || clock.placed != here || clock.speed != speed) {
    clock.from = here;
    clock.elapsed_s = 0;
    clock.speed = speed;
  }
  clock.elapsed_s += std::clamp(dt_s, 0.0, kLongestFrame);
  const double us = static_cast<double>(speed) * clock.elapsed_s;
  Time to = plus(*clock.from, std::llround(std::clamp(us, -9e18, 9e18)));
  if (whole_steps) {
    const double step = static_cast<double>(std::max<std::int64_t>(time.step_us, 1));
    to = stepped(*clock.from, time.step_us, static_cast<int>(std::clamp(us / step, -1e6, 1e6)), facts.zone);
  }
  if (playback.skip_empty && facts.next_change) {
    const std::optional<Time> next = facts.next_change(to, !back);
    const double away = next ? std::abs(static_cast<double>(next->us - to.us)) : 0;
    const auto fast = static_cast<double>(playback.us_per_second);
    if (next && away > fast * kSkipAfter) {
      const auto lead = static_cast<std::int64_t>(fast * kLeadIn);
      const Time landing = plus(*next, back ? lead : -lead);
      out.skipped = std::abs(landing.us - to.us);
      to = landing;
      clock.from.reset();
    }
  }
  const Span room = room_of(time, facts.data);
  const bool ended = back ? to <= room.begin : to >= room.end;
  if (ended) {
    out.skipped = 0;
    to = back ? room.begin : room.end;
    out.goes_on = playback.repeat != Repeat::once && room.begin < room.end;
    if (playback.repeat == Repeat::loop) to = back ? room.end : room.begin;
    if (playback.repeat == Repeat::bounce) clock.turned = !clock.turned;
    clock.from.reset();
  }
  if (to != here) put(time, to);
  clock.placed = place_of(time);
  return out;
}

}  // namespace vidik
