#include "scene/ticks.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

float measure(std::string_view text, bool) { return 6.6f * static_cast<float>(text.size()); }

TimeZone belgrade() { return TimeZone::find("Europe/Belgrade").value(); }

TEST(Ticks, LabelsNeverTouchAtAnyZoom) {
  const TimeZone zone = belgrade();
  const Time middle = time_from_civil_utc({{2024, 11, 29}, 18, 10, 0, 0});
  for (double seconds = 20; seconds < 4e11; seconds *= 1.37)
    for (const float width : {240.0f, 700.0f, 1300.0f}) {
      const auto half = static_cast<std::int64_t>(seconds * 5e5);
      const Axis axis{{plus(middle, -half), plus(middle, half)}, 100, 100 + width};
      float last = -1e9f;
      std::size_t labels = 0;
      for (const Tick& tick : time_ticks(axis, zone, measure, {300, 90})) {
        if (tick.label_width <= 0) continue;
        ++labels;
        EXPECT_GE(tick.label_x, last + 5) << tick.label << " at " << seconds << " s";
        EXPECT_LE(tick.label_x + tick.label_width, axis.x1);
        EXPECT_TRUE(tick.label_x + tick.label_width <= 300 || tick.label_x >= 390)
            << "the flag is free: " << tick.label;
        last = tick.label_x + tick.label_width;
      }
      if (width > 600) {
        EXPECT_GE(labels, 2u) << seconds;
      }
    }
}

TEST(Ticks, TheLargerUnitWins) {
  const TimeZone zone = belgrade();
  const Axis axis{
      {zone.to_time({{2025, 1, 6}, 0, 0, 0, 0}), zone.to_time({{2025, 4, 6}, 0, 0, 0, 0})}, 0, 900};
  bool month = false;
  for (const Tick& tick : time_ticks(axis, zone, measure))
    if (tick.label == "Feb 2025") month = tick.major;
  EXPECT_TRUE(month);
}

TEST(Ticks, HoursAreTheZonesOwnAcrossASpringNight) {
  const TimeZone zone = belgrade();
  const Axis axis{
      {zone.to_time({{2025, 3, 30}, 0, 0, 0, 0}), zone.to_time({{2025, 3, 31}, 0, 0, 0, 0})}, 0, 1200};
  std::vector<std::string> labels;
  for (const Tick& tick : time_ticks(axis, zone, measure))
    if (tick.label_width > 0) labels.push_back(tick.label);
  EXPECT_EQ(labels.front(), "30 Mar");
  EXPECT_NE(std::find(labels.begin(), labels.end(), "12:00"), labels.end()) << "noon stays noon";
}

}  // namespace
}  // namespace vidik
