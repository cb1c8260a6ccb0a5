#include "scene/axis.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

double length(Span s) { return static_cast<double>(s.end.us) - static_cast<double>(s.begin.us); }

}  // namespace

double Axis::plain_us_per_px() const {
  const double px = x1 - x0, us = length(span);
  return px > 0 && us > 0 ? us / px : 1.0;
}

Span Axis::cut(Span gap) const { return {std::max(gap.begin, span.begin), std::min(gap.end, span.end)}; }

bool Axis::saves_room(Span gap) const { return length(gap) > 2 * kGapPx * plain_us_per_px(); }

Axis::Scale Axis::scale() const {
  double us = length(span), px = x1 - x0;
  bool any = false;
  for (const Span& gap : gaps) {
    if (!saves_room(cut(gap))) continue;
    any = true;
    us -= length(cut(gap)), px -= kGapPx;
  }
  // Inside one gap there would be nothing left to look at.
  if (!any || us < length(span) / 50 || px < (x1 - x0) / 2.0) return {plain_us_per_px(), false};
  return {us / px, true};
}

double Axis::us_per_px() const { return gaps.empty() ? plain_us_per_px() : scale().us_per_px; }

float Axis::x_of(Time t) const {
  if (t == kOpenBegin) return -1e6f;
  if (t == kOpenEnd) return 1e6f;
  const double per_px = us_per_px();
  double us = static_cast<double>(t.us) - static_cast<double>(span.begin.us), px = 0;
  each_gap([&](Span gap) {
    const double whole = length(gap);
    const double before =
        std::clamp(static_cast<double>(t.us) - static_cast<double>(gap.begin.us), 0.0, whole);
    us -= before;
    px += kGapPx * before / whole;
  });
  return static_cast<float>(std::clamp(x0 + us / per_px + px, -1e6, 1e6));
}

Time Axis::time_at(float x) const {
  const double per_px = us_per_px();
  double px = static_cast<double>(x) - x0, us = 0;
  each_gap([&](Span gap) {
    // Where the gap stands, measured with the folded ones before it taken out.
    const double at = (static_cast<double>(gap.begin.us) - static_cast<double>(span.begin.us) - us) / per_px;
    const double inside = std::clamp(px - at, 0.0, kGapPx);
    px -= inside;
    us += length(gap) * inside / kGapPx;
  });
  const double limit = 4e18;
  return plus(span.begin,
              static_cast<std::int64_t>(std::llround(std::clamp(px * per_px + us, -limit, limit))));
}

bool Axis::in_gap(Time t) const {
  bool inside = false;
  each_gap([&](Span gap) { inside = inside || (t > gap.begin && t < gap.end); });
  return inside;
}

}  // namespace vidik
