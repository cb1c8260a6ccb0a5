#include "app/playback.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

Time day(int n) { return Time{n * kMicrosPerDay}; }
const Span kData{day(0), day(1000)};

TimeView clock(Mode mode) {
  TimeView time;
  time.window = {day(100), day(130)};
  time.cursor = day(110);
  time.mode = mode;
  return time;
}

TEST(Playback, RunsInDataTimeWhateverTheFrameRate) {
  Desk desk;
  desk.speed = 2;  // a day a second
  for (const int frames : {10, 60, 240}) {
    TimeView time = clock(Mode::cumulative);
    std::int64_t carry = 0;
    for (int i = 0; i < frames; ++i) {
      ASSERT_TRUE(advance_playback(time, desk, kData, 5.0 / frames, TimeZone::utc(), carry));
    }
    EXPECT_NEAR(static_cast<double>(time.cursor.us), static_cast<double>(day(115).us), 1000);
    EXPECT_EQ(time.window, (Span{day(100), day(130)}));
  }
}

TEST(Playback, StopsAtTheEndOfTheWindowOrBeginsAgain) {
  Desk desk;
  desk.speed = 7;
  std::int64_t carry = 0;
  TimeView time = clock(Mode::trail);
  EXPECT_FALSE(advance_playback(time, desk, kData, 0.4, TimeZone::utc(), carry));
  EXPECT_EQ(time.cursor, day(130));
  desk.loop = true;
  EXPECT_TRUE(advance_playback(time, desk, kData, 0.4, TimeZone::utc(), carry));
  EXPECT_EQ(time.cursor, day(100));
}

TEST(Playback, InModeWindowTheWholeWindowMoves) {
  Desk desk;
  desk.speed = 2;
  std::int64_t carry = 0;
  TimeView time = clock(Mode::window);
  for (int i = 0; i < 20; ++i) EXPECT_TRUE(advance_playback(time, desk, kData, 0.5, TimeZone::utc(), carry));
  EXPECT_EQ(time.window, (Span{day(110), day(140)}));
  EXPECT_EQ(time.cursor, day(120));
}

TEST(Playback, WithReducedMotionItMovesInWholeSteps) {
  Desk desk;
  desk.speed = 2;
  desk.reduced_motion = true;
  std::int64_t carry = 0;
  TimeView time = clock(Mode::cumulative);
  for (int i = 0; i < 25; ++i) {
    advance_playback(time, desk, kData, 0.1, TimeZone::utc(), carry);
    EXPECT_EQ((time.cursor.us - day(110).us) % kMicrosPerDay, 0);
  }
  EXPECT_EQ(time.cursor, day(112));
}

TEST(Clock, ACursorOutsideTheWindowTakesItAlong) {
  TimeView time = clock(Mode::cumulative);
  time.moment = {day(1), day(2)};
  set_cursor(time, day(300));
  EXPECT_EQ(time.window, (Span{day(270), day(300)}));
  EXPECT_EQ(time.cursor, day(300));
  EXPECT_EQ(time.moment, Span{}) << "whoever moves the cursor empties the moment";
}

TEST(Clock, StepsKeepTheHourOverAChangeOfTheClocks) {
  const auto zone = TimeZone::find("Europe/Belgrade");
  ASSERT_TRUE(zone.ok());
  const Time before = zone->to_time({{2025, 3, 29}, 12, 0, 0, 0});
  const Time after = stepped(before, kMicrosPerDay, 1, *zone);
  EXPECT_EQ(zone->to_civil(after), (CivilTime{{2025, 3, 30}, 12, 0, 0, 0}));
  EXPECT_EQ(stepped(after, kMicrosPerDay, -1, *zone), before);
}

TEST(Clock, SteppingStopsAtTheWindowsEnds) {
  TimeView time = clock(Mode::cumulative);
  step_cursor(time, 500, TimeZone::utc());
  EXPECT_EQ(time.cursor, day(130));
  step_cursor(time, -500, TimeZone::utc());
  EXPECT_EQ(time.cursor, day(100));
}

}  // namespace
}  // namespace vidik
