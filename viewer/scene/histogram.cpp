#include "scene/histogram.h"

#include "base/time_text.h"
#include "scene/scene.h"

#include <algorithm>
#include <array>
#include <cmath>
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
  for (const std::uint64_t n : before) most = std::max(most, n);
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

namespace {

bool is_on(const std::vector<bool>& on, std::size_t layer) { return layer >= on.size() || on[layer]; }

void add_starts(const Indexes& indexes, const std::vector<bool>& on, Bars& bars) {
  for (std::size_t i = 0; i < indexes.layers.size(); ++i)
    if (is_on(on, i))
      indexes.layers[i]->count_begins(bars.edges, bars.categories, indexes.snapshot->category_of[i],
                                      bars.counts);
}

void add_active(const LaneSet& by_category, const std::vector<bool>& on, Bars& bars) {
  std::vector<std::uint32_t> counts;
  for (const LaneRows& lane : by_category.lanes) {
    counts.assign(bars.size(), 0);
    for (const LanePart& part : lane.parts)
      if (is_on(on, part.layer)) part.index->count_active(bars.edges, counts);
    for (std::size_t i = 0; i < bars.size(); ++i)
      bars.counts[i * bars.categories + *lane.category] += counts[i];
  }
}

Bars empty_bars(std::vector<Time> edges, CalendarStep step, std::size_t categories) {
  Bars bars;
  bars.step = step;
  bars.edges = std::move(edges);
  bars.categories = categories;
  bars.counts.assign(bars.size() * categories, 0);
  return bars;
}

}  // namespace

Bars count_bars(const Indexes& indexes, const std::vector<bool>& on, const Axis& axis, CalendarStep step,
                const TimeZone& zone) {
  Bars bars = empty_bars(edges_over(axis, step, zone), step, indexes.snapshot->categories.size());
  add_starts(indexes, on, bars);
  return bars;
}

Bars count_bars(const TimelineRows& rows, const TimelineStyle& style, const std::vector<bool>& on,
                const Axis& axis, CalendarStep step, const TimeZone& zone) {
  const auto counted = [&](std::vector<Time> edges) {
    Bars bars = empty_bars(std::move(edges), step, rows.bars->snapshot->categories.size());
    if (style.bars == BarsOf::active && rows.by_category)
      add_active(*rows.by_category, on, bars);
    else
      add_starts(*rows.bars, on, bars);
    return bars;
  };
  Bars bars = counted(edges_over(axis, step, zone));
  if (!style.year_before || style.share) return bars;
  // The same days a calendar year earlier: 29 February has none then, and its bar's outline is empty.
  std::vector<Time> earlier;
  Duration year;
  year.months = 12;
  for (const Time edge : bars.edges) earlier.push_back(add(edge, year, zone, -1));
  const Bars then = counted(std::move(earlier));
  for (std::size_t i = 0; i < then.size(); ++i) bars.before.push_back(then.total(i));
  return bars;
}

float height_share(double count, double top, BarScale scale) {
  if (count <= 0 || top <= 0) return 0;
  switch (scale) {
    case BarScale::root:
      return static_cast<float>(std::sqrt(count / top));
    case BarScale::log:
      return static_cast<float>(std::log1p(count) / std::log1p(top));
    default:
      return static_cast<float>(count / top);
  }
}

std::uint64_t nice_top(std::uint64_t largest) {
  for (std::uint64_t power = 1;; power *= 10)
    for (const std::uint64_t step : {1u, 2u, 5u})
      if (step * power >= largest) return step * power;
}

}  // namespace vidik
