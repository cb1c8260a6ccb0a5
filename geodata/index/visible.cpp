#include "index/visible.h"

#include <algorithm>

namespace vidik {

namespace {

constexpr double kTail = 0.30;  // CONTRACT §4: strength at the tail of the trail

// An instant is one microsecond long, so that one rule serves instants and spans.
Time counted_end(Time begin, Time end) { return end > begin ? end : plus(begin, 1); }

bool is_timeless(const EventTimes& t) {
  return t.begin_latest == kOpenBegin && t.end_earliest == kOpenEnd;  // and so are the other two
}

bool overlaps(const EventTimes& t, Span s, Sureness sureness) {
  if (sureness == Sureness::possibly) {
    return t.begin_earliest < s.end && counted_end(t.begin_earliest, t.end_latest) > s.begin;
  }
  // The worst readings: the latest begin, and the earliest end.
  return t.begin_latest < s.end && counted_end(t.begin_earliest, t.end_earliest) > s.begin;
}

bool starts_in(const EventTimes& t, Span s, Sureness sureness) {
  if (s.begin == s.end) return false;  // nothing can begin in no time, though the formula below would let it
  if (sureness == Sureness::possibly) return t.begin_earliest < s.end && t.begin_latest >= s.begin;
  return t.begin_earliest >= s.begin && t.begin_latest < s.end;
}

}  // namespace

std::optional<Span> tested_span(const TimeView& view) {
  const Time end = std::max(view.window.begin, view.window.end);
  const Time cursor = std::clamp(view.cursor, view.window.begin, end);
  switch (view.mode) {
    case Mode::instant: {
      if (view.moment.begin < view.moment.end && view.cursor == view.moment.end) return view.moment;
      const std::int64_t step = std::max<std::int64_t>(view.step_us, 1);
      const Time begin = plus(view.cursor, -(step / 2));
      return Span{begin, plus(begin, step)};
    }
    case Mode::window:
      return Span{view.window.begin, end};
    case Mode::trail:
    case Mode::cumulative:
      return Span{view.window.begin, cursor};
    case Mode::all:
      return std::nullopt;
  }
  return std::nullopt;
}

float visible(const EventTimes& times, const TimeView& view) {
  if (is_timeless(times)) return 1;
  const std::optional<Span> span = tested_span(view);
  if (!span) return 1;
  const bool inside = view.test == TimeTest::overlap ? overlaps(times, *span, view.sureness)
                                                     : starts_in(times, *span, view.sureness);
  if (!inside) return 0;
  if (view.mode != Mode::trail || times.end_latest >= span->end) return 1;
  const double ago = static_cast<double>(span->end.us) - static_cast<double>(times.end_latest.us);
  const double length = static_cast<double>(span->end.us) - static_cast<double>(span->begin.us);
  return static_cast<float>(std::clamp(1 - (1 - kTail) * ago / length, kTail, 1.0));
}

}  // namespace vidik
