#include "index/visible.h"

#include "random_layers.h"

#include <gtest/gtest.h>

#include <sstream>

namespace vidik {
namespace {

Time utc(std::string_view text) { return parse_when(text, TimeZone::utc()).value().begin_earliest; }

EventTimes times_of(const When& w) {
  return {w.begin_earliest, w.begin_latest, w.end_earliest, w.end_latest};
}

// The window is 10 to 20 March 2024, the cursor stands on the 15th, a step is a day: instant mode looks at the
// 14th 12:00 to the 15th 12:00; trail and cumulative at the 10th to the 15th.
TimeView view_of(Mode mode, TimeTest test, Sureness sureness) {
  return {{utc("2024-03-10"), utc("2024-03-20")}, utc("2024-03-15"), kMicrosPerDay, mode, test, sureness};
}

struct Row {
  const char* event;
  // Strength in the modes instant, window, trail, cumulative.
  const char* overlap;
  const char* overlap_surely;
  const char* starts;
  const char* starts_surely;
};

const Row kRows[] = {
    {"2024-03-12T12:00:00Z", "0 1 .65 1", "0 1 .65 1", "0 1 .65 1", "0 1 .65 1"},
    // The window's begin is in, its end is not.
    {"2024-03-10T00:00:00Z", "0 1 .3 1", "0 1 .3 1", "0 1 .3 1", "0 1 .3 1"},
    {"2024-03-20T00:00:00Z", "0 0 0 0", "0 0 0 0", "0 0 0 0", "0 0 0 0"},
    // On the cursor; half a step on either side of it.
    {"2024-03-15T00:00:00Z", "1 1 0 0", "1 1 0 0", "1 1 0 0", "1 1 0 0"},
    {"2024-03-14T12:00:00Z", "1 1 .93 1", "1 1 .93 1", "1 1 .93 1", "1 1 .93 1"},
    {"2024-03-15T12:00:00Z", "0 1 0 0", "0 1 0 0", "0 1 0 0", "0 1 0 0"},
    // Whole days: the last day is included, clock times are half open.
    {"2024-03-14", "1 1 1 1", "1 1 1 1", "0 1 1 1", "0 1 1 1"},
    {"2024-03-09", "0 0 0 0", "0 0 0 0", "0 0 0 0", "0 0 0 0"},
    {"2024-03-25", "0 0 0 0", "0 0 0 0", "0 0 0 0", "0 0 0 0"},
    {"2024-03-01/2024-03-10", "0 1 .44 1", "0 1 .44 1", "0 0 0 0", "0 0 0 0"},
    {"2024-03-01T00:00:00Z/2024-03-10T00:00:00Z", "0 0 0 0", "0 0 0 0", "0 0 0 0", "0 0 0 0"},
    {"2024-03-01/2024-04-30", "1 1 1 1", "1 1 1 1", "0 0 0 0", "0 0 0 0"},
    // Open sides.
    {"2024-03-09/..", "1 1 1 1", "1 1 1 1", "0 0 0 0", "0 0 0 0"},
    {"2024-03-19/..", "0 1 0 0", "0 1 0 0", "0 1 0 0", "0 1 0 0"},
    {"../2024-03-12", "0 1 .72 1", "0 1 .72 1", "0 0 0 0", "0 0 0 0"},
    {"2024-03-11/", "1 1 1 1", "0 1 1 1", "0 1 1 1", "0 1 1 1"},
    // Some time inside: possibly seen where it may lie, surely only where it must.
    {"2024-03", "1 1 1 1", "0 0 0 0", "1 1 1 1", "0 0 0 0"},
    {"2024-W11", "1 1 1 1", "0 1 0 0", "1 1 1 1", "0 1 0 0"},
    {"2024", "1 1 1 1", "0 0 0 0", "1 1 1 1", "0 0 0 0"},
    {"2024-03-12/2024-03", "1 1 1 1", "0 1 1 1", "0 1 1 1", "0 1 1 1"},
    {"2024-02/2024-03-12", "0 1 .72 1", "0 1 .72 1", "0 0 0 0", "0 0 0 0"},
};

int check(const Row& row, const char* expected, TimeTest test, Sureness sureness) {
  const EventTimes times = times_of(parse_when(row.event, TimeZone::utc()).value());
  std::istringstream in(expected);
  int cases = 0;
  for (const Mode mode : {Mode::instant, Mode::window, Mode::trail, Mode::cumulative}) {
    float strength = -1;
    in >> strength;
    EXPECT_NEAR(visible(times, view_of(mode, test, sureness)), strength, 1e-6)
        << row.event << " in mode " << word_of(mode) << ", test " << static_cast<int>(test) << ", sureness "
        << static_cast<int>(sureness);
    ++cases;
  }
  EXPECT_EQ(visible(times, view_of(Mode::all, test, sureness)), 1.0f) << row.event;
  return cases + 1;
}

TEST(Visible, TableOfEventsWindowsAndModes) {
  int cases = 0;
  for (const Row& row : kRows) {
    cases += check(row, row.overlap, TimeTest::overlap, Sureness::possibly);
    cases += check(row, row.overlap_surely, TimeTest::overlap, Sureness::surely);
    cases += check(row, row.starts, TimeTest::starts_in, Sureness::possibly);
    cases += check(row, row.starts_surely, TimeTest::starts_in, Sureness::surely);
  }
  EXPECT_GE(cases, 200);
}

TEST(Visible, AnEventWithoutAnyDateIsSeenInEveryModeAndTest) {
  const EventTimes timeless{kOpenBegin, kOpenBegin, kOpenEnd, kOpenEnd};
  for (int k = 0; k < 20; ++k) {
    const TimeView view =
        view_of(static_cast<Mode>(k % 5), static_cast<TimeTest>(k / 5 % 2), static_cast<Sureness>(k / 10));
    EXPECT_EQ(visible(timeless, view), 1.0f) << k;
  }
}

TEST(Visible, ACursorOutsideTheWindowStandsAtItsNearerEnd) {
  TimeView view = view_of(Mode::cumulative, TimeTest::overlap, Sureness::possibly);
  view.cursor = utc("2024-05-01");
  EXPECT_EQ(tested_span(view), (Span{utc("2024-03-10"), utc("2024-03-20")}));
  view.cursor = utc("2024-01-01");
  EXPECT_EQ(tested_span(view)->end, utc("2024-03-10"));
}

// What the formulas must mean: something holds possibly when one reading makes it true, surely when all do.
TEST(Visible, PossiblyIsOneReadingAndSurelyAreAll) {
  Random random(1);
  for (int round = 0; round < 20'000; ++round) {
    const When when = random_when(random, 8);
    if (when.begin_earliest == kOpenBegin || when.end_latest == kOpenEnd) continue;
    TimeView view = random_view(random, 8);
    if (view.mode == Mode::all) continue;
    const Span span = *tested_span(view);
    bool any = false;
    bool all = true;
    for (std::int64_t b = when.begin_earliest.us; b <= when.begin_latest.us; ++b) {
      for (std::int64_t e = std::max(b, when.end_earliest.us); e <= when.end_latest.us; ++e) {
        const bool holds = view.test == TimeTest::starts_in
                               ? b >= span.begin.us && b < span.end.us
                               : b < span.end.us && std::max(e, b + 1) > span.begin.us;
        any = any || holds;
        all = all && holds;
      }
    }
    view.sureness = Sureness::possibly;
    EXPECT_EQ(visible(times_of(when), view) > 0, any);
    view.sureness = Sureness::surely;
    EXPECT_EQ(visible(times_of(when), view) > 0, all)
        << when.begin_earliest.us << ".." << when.begin_latest.us << " to " << when.end_earliest.us << ".."
        << when.end_latest.us << " in " << span.begin.us << ".." << span.end.us;
  }
}

TEST(Visible, AnInstantThatWasNamedAsADayIsThatDayUntilTheCursorLeavesIt) {
  TimeView view;
  view.window = {Time{0}, Time{40 * kMicrosPerDay}};
  view.mode = Mode::instant;
  view.moment = {Time{10 * kMicrosPerDay}, Time{11 * kMicrosPerDay}};
  view.cursor = view.moment.end;
  EXPECT_EQ(tested_span(view), view.moment);
  view.cursor = Time{20 * kMicrosPerDay};
  EXPECT_EQ(tested_span(view), (Span{Time{20 * kMicrosPerDay - kMicrosPerDay / 2},
                                     Time{20 * kMicrosPerDay + kMicrosPerDay / 2}}));
}

TEST(Visible, TrailStrengthStaysBetweenTailAndOne) {
  Random random(2);
  for (int round = 0; round < 10'000; ++round) {
    const EventTimes times = times_of(random_when(random, 50));
    TimeView view = random_view(random, 50);
    view.mode = Mode::trail;
    const float strength = visible(times, view);
    EXPECT_TRUE(strength == 0 || (strength >= 0.3f && strength <= 1)) << strength;
  }
}

}  // namespace
}  // namespace vidik
