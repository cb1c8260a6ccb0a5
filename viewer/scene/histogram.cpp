#include "scene/histogram.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace vidik {

namespace {

using Unit = CalendarUnit;

struct Step {
  CalendarStep step;
  std::string_view words;
};
constexpr std::array<Step, 12> kSteps = {{{{Unit::minute, 5}, "5 minutes"},
                                          {{Unit::minute, 30}, "30 minutes"},
                                          {{Unit::hour, 3}, "3 hours"},
                                          {{Unit::day, 1}, "day"},
                                          {{Unit::half_week, 1}, "half-week"},
                                          {{Unit::week, 1}, "week"},
                                          {{Unit::month, 1}, "month"},
                                          {{Unit::month, 3}, "quarter"},
                                          {{Unit::year, 1}, "year"},
                                          {{Unit::year, 10}, "10 years"},
                                          {{Unit::year, 100}, "100 years"},
                                          {{Unit::year, 1000}, "1,000 years"}}};

}  // namespace

std::uint64_t Bars::total(std::size_t bar) const {
  const auto first = counts.begin() + static_cast<std::ptrdiff_t>(bar * categories);
  return std::accumulate(first, first + static_cast<std::ptrdiff_t>(categories), std::uint64_t{0});
}

std::uint64_t Bars::largest() const {
  std::uint64_t most = 0;
  for (std::size_t i = 0; i < size(); ++i) most = std::max(most, total(i));
  return most;
}

CalendarStep bar_step(const Axis& axis, double least_px) {
  const double days = axis.us_per_px() * (axis.x1 - axis.x0) / static_cast<double>(kMicrosPerDay);
  if (least_px == 6 && days >= 150 && days <= 240 &&
      static_cast<double>(typical_us({Unit::half_week, 1})) / axis.us_per_px() >= least_px)
    return {Unit::half_week, 1};
  for (const Step& s : kSteps)
    if (static_cast<double>(typical_us(s.step)) / axis.us_per_px() >= least_px) return s.step;
  return kSteps.back().step;
}

std::string_view words_of(CalendarStep bar) {
  for (const Step& s : kSteps)
    if (s.step == bar) return s.words;
  return "bar";
}

Bars count_bars(const Indexes& indexes, const std::vector<bool>& on, const Axis& axis, CalendarStep step,
                const TimeZone& zone) {
  Bars bars;
  bars.step = step;
  bars.edges = edges_over(axis.span, step, zone);
  const Snapshot& snapshot = *indexes.snapshot;
  bars.categories = snapshot.categories.size();
  bars.counts.assign(bars.size() * bars.categories, 0);
  for (std::size_t i = 0; i < indexes.layers.size(); ++i)
    if (i >= on.size() || on[i])
      indexes.layers[i]->count_begins(bars.edges, bars.categories, snapshot.category_of[i], bars.counts);
  return bars;
}

std::uint64_t nice_top(std::uint64_t largest) {
  for (std::uint64_t power = 1;; power *= 10)
    for (const std::uint64_t step : {1u, 2u, 5u})
      if (step * power >= largest) return step * power;
}

}  // namespace vidik
