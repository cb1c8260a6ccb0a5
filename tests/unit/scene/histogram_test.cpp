#include "scene/histogram.h"

#include "scene_stage.h"

namespace vidik {
namespace {

TEST(Histogram, BarsSumToABruteForceCount) {
  Stage stage(
      std::vector<LayerRef>{layer_named("a", scattered(700, 1)), layer_named("b", scattered(300, 2))});
  const TimeZone zone = TimeZone::utc();
  for (const int days : {3, 40, 180, 900}) {
    const Axis axis{{at_day(2024, 2, 3), plus(at_day(2024, 2, 3), days * kMicrosPerDay)}, 0, 800};
    const Bars bars = count_bars(*stage.indexes, {true, true}, axis, bar_step(axis), zone);
    for (std::size_t i = 0; i < bars.size(); ++i)
      for (std::size_t k = 0; k < bars.categories; ++k) {
        std::uint32_t expected = 0;
        for (std::uint32_t l = 0; l < 2; ++l)
          for (Row row = 0; row < stage.snapshot->layers[l]->size(); ++row) {
            const Time begin{stage.snapshot->layers[l]->columns.begin[row]};
            expected += begin >= bars.edges[i] && begin < bars.edges[i + 1] &&
                        stage.snapshot->category({l, row}) == k;
          }
        ASSERT_EQ(bars.count(i, k), expected);
      }
  }
}

TEST(Histogram, ALayerThatIsOffIsNotCounted) {
  Stage stage(
      std::vector<LayerRef>{layer_named("a", scattered(100, 1)), layer_named("b", scattered(100, 2))});
  const Axis axis{{at_day(2024, 1, 1), at_day(2025, 1, 2)}, 0, 800};
  const Bars bars =
      count_bars(*stage.indexes, {false, true}, axis, {CalendarUnit::month, 1}, TimeZone::utc());
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < bars.size(); ++i) all += bars.total(i);
  EXPECT_EQ(all, 100u);
}

TEST(Histogram, BarsAreAtLeastSixPxAndHalfWeeksAtHalfAYear) {
  const Time t = at_day(2024, 10, 1);
  EXPECT_EQ(bar_step({{t, plus(t, 182 * kMicrosPerDay)}, 0, 1297}),
            (CalendarStep{CalendarUnit::half_week, 1}));
  EXPECT_EQ(bar_step({{t, plus(t, 92 * kMicrosPerDay)}, 0, 870}), (CalendarStep{CalendarUnit::day, 1}));
  EXPECT_EQ(bar_step({{t, plus(t, kMicrosPerDay)}, 0, 870}), (CalendarStep{CalendarUnit::minute, 30}));
  for (double days = 0.1; days < 1e6; days *= 1.7) {
    const Axis axis{
        {t, plus(t, static_cast<std::int64_t>(days * static_cast<double>(kMicrosPerDay)))}, 0, 900};
    const double px = static_cast<double>(typical_us(bar_step(axis))) / axis.us_per_px();
    EXPECT_GE(px, 6) << days;
  }
}

TEST(Histogram, TheScaleEndsAtOneTwoOrFive) {
  EXPECT_EQ(nice_top(1), 1u);
  EXPECT_EQ(nice_top(3), 5u);
  EXPECT_EQ(nice_top(11), 20u);
  EXPECT_EQ(nice_top(50), 50u);
  EXPECT_EQ(nice_top(50'001), 100'000u);
}

}  // namespace
}  // namespace vidik
