#include "scene/calendar.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

TimeZone belgrade() { return TimeZone::find("Europe/Belgrade").value(); }
Time local(const TimeZone& zone, int y, int m, int d, int h = 0) {
  return zone.to_time({{y, m, d}, h, 0, 0, 0});
}

TEST(Calendar, EveryStepGivesAscendingEdgesThatCoverTheSpan) {
  const TimeZone zone = belgrade();
  const Time begin = local(zone, 2024, 2, 27, 5);
  for (const CalendarStep step : {CalendarStep{CalendarUnit::second, 15},
                                  {CalendarUnit::minute, 30},
                                  {CalendarUnit::hour, 3},
                                  {CalendarUnit::day, 1},
                                  {CalendarUnit::half_week, 1},
                                  {CalendarUnit::week, 1},
                                  {CalendarUnit::month, 1},
                                  {CalendarUnit::month, 3},
                                  {CalendarUnit::year, 1},
                                  {CalendarUnit::year, 10}}) {
    const Span span{begin, plus(begin, typical_us(step) * 50)};
    const auto edges = edges_over(span, step, zone);
    ASSERT_GE(edges.size(), 2u);
    EXPECT_LE(edges.front(), span.begin);
    EXPECT_GE(edges.back(), span.end);
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
      EXPECT_LT(edges[i], edges[i + 1]);
      EXPECT_EQ(floor_to(edges[i + 1], step, zone), edges[i + 1])
          << "an edge is the beginning of its own period";
      EXPECT_EQ(floor_to(plus(edges[i + 1], -1), step, zone), edges[i])
          << "and the instant before it belongs to the last";
    }
  }
}

TEST(Calendar, DaysOfTwentyThreeAndTwentyFiveHoursAreWhole) {
  const TimeZone zone = belgrade();
  const auto spring =
      edges_over(Span{local(zone, 2025, 3, 29), local(zone, 2025, 4, 1)}, {CalendarUnit::day, 1}, zone);
  ASSERT_EQ(spring.size(), 4u);
  EXPECT_EQ(spring[2].us - spring[1].us, 23 * kMicrosPerHour);
  const auto autumn =
      edges_over(Span{local(zone, 2024, 10, 26), local(zone, 2024, 10, 29)}, {CalendarUnit::day, 1}, zone);
  EXPECT_EQ(autumn[2].us - autumn[1].us, 25 * kMicrosPerHour);
}

TEST(Calendar, AHalfWeekBreaksOnThursdayNoon) {
  const TimeZone zone = belgrade();
  const auto edges = edges_over(Span{local(zone, 2025, 3, 10), local(zone, 2025, 3, 17)},
                                {CalendarUnit::half_week, 1}, zone);
  ASSERT_EQ(edges.size(), 3u);
  EXPECT_EQ(edges[1], local(zone, 2025, 3, 13, 12));
}

TEST(Calendar, TheEndsOfTheCalendarStopTheEdges) {
  const auto edges = edges_over(Span{kOpenBegin, kOpenEnd}, {CalendarUnit::year, 1000}, TimeZone::utc());
  EXPECT_LE(edges.size(), 13u);
}

}  // namespace
}  // namespace vidik
