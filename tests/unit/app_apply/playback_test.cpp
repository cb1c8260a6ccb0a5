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

const TimeZone kUtc = TimeZone::utc();
PlayFacts facts() { return {kUtc, kData, nullptr}; }
Playback a_day_a_second() {
  Playback playback;
  playback.us_per_second = kMicrosPerDay;
  return playback;
}

TEST(Playback, RunsInDataTimeToTheMicrosecondWhateverTheFrameRate) {
  for (const int frames : {10, 60, 240, 997}) {
    TimeView time = clock(Mode::cumulative);
    PlayClock play;
    for (int i = 0; i < frames; ++i)
      ASSERT_TRUE(advance_playback(time, a_day_a_second(), facts(), 5.0 / frames, false, play).goes_on);
    EXPECT_NEAR(static_cast<double>(time.cursor.us), static_cast<double>(day(115).us), 1) << frames;
    EXPECT_EQ(time.window, (Span{day(100), day(130)}));
  }
}

TEST(Playback, AnotherSpeedOrStepNeverMovesThePlayhead) {
  TimeView time = clock(Mode::trail);
  PlayClock play;
  Playback playback = a_day_a_second();
  advance_playback(time, playback, facts(), 1.5, false, play);
  const Time there = time.cursor;
  for (const std::int64_t speed : {kMicrosPerHour, 400 * kMicrosPerDay, kMicrosPerDay}) {
    playback.us_per_second = speed;
    time.step_us = speed;
    advance_playback(time, playback, facts(), 0, false, play);
    EXPECT_EQ(time.cursor, there);
  }
}

TEST(Playback, WhoeverMovesThePlayheadPlaysOnFromThere) {
  TimeView time = clock(Mode::cumulative);
  PlayClock play;
  advance_playback(time, a_day_a_second(), facts(), 1, false, play);
  set_cursor(time, day(120));
  advance_playback(time, a_day_a_second(), facts(), 1, false, play);
  EXPECT_EQ(time.cursor, day(121));
}

TEST(Playback, StopsAtTheEndBeginsAgainOrTurnsBack) {
  Playback playback;
  playback.us_per_second = 365 * kMicrosPerDay;
  PlayClock play;
  TimeView time = clock(Mode::trail);
  EXPECT_FALSE(advance_playback(time, playback, facts(), 0.4, false, play).goes_on);
  EXPECT_EQ(time.cursor, day(130));
  playback.repeat = Repeat::loop;
  EXPECT_TRUE(advance_playback(time, playback, facts(), 0.4, false, play).goes_on);
  EXPECT_EQ(time.cursor, day(100));
  playback.repeat = Repeat::bounce;
  playback.us_per_second = kMicrosPerDay;
  time.cursor = day(129);
  EXPECT_TRUE(advance_playback(time, playback, facts(), 1.5, false, play).goes_on);
  EXPECT_EQ(time.cursor, day(130));
  EXPECT_TRUE(advance_playback(time, playback, facts(), 1.5, false, play).goes_on);
  EXPECT_EQ(time.cursor, plus(day(128), kMicrosPerDay / 2)) << "on its way back";
}

TEST(Playback, BackwardsEndsAtTheBegin) {
  Playback playback = a_day_a_second();
  playback.reverse = true;
  PlayClock play;
  TimeView time = clock(Mode::cumulative);
  EXPECT_TRUE(advance_playback(time, playback, facts(), 2, false, play).goes_on);
  EXPECT_EQ(time.cursor, day(108));
  for (int i = 0; i < 4; ++i) advance_playback(time, playback, facts(), 2, false, play);
  EXPECT_EQ(time.cursor, day(100));
}

TEST(Playback, InModeWindowTheWholeWindowMovesAndStopsAtTheDatasEnds) {
  PlayClock play;
  TimeView time = clock(Mode::window);
  for (int i = 0; i < 20; ++i)
    EXPECT_TRUE(advance_playback(time, a_day_a_second(), facts(), 0.5, false, play).goes_on);
  EXPECT_EQ(time.window, (Span{day(110), day(140)}));
  EXPECT_EQ(time.cursor, day(120));
  Playback back = a_day_a_second();
  back.reverse = true;
  back.us_per_second = 400 * kMicrosPerDay;
  EXPECT_FALSE(advance_playback(time, back, facts(), 1, false, play).goes_on);
  EXPECT_EQ(time.window, (Span{day(0), day(30)}));
}

TEST(Playback, PassesOverTimeWithoutAChangeAndSaysHowMuch) {
  Playback playback = a_day_a_second();
  playback.skip_empty = true;
  PlayClock play;
  TimeView time = clock(Mode::cumulative);
  PlayFacts with = facts();
  with.next_change = [](Time t, bool forward) {
    EXPECT_TRUE(forward);
    return t < day(125) ? std::optional(day(125)) : std::nullopt;
  };
  const Played played = advance_playback(time, playback, with, 0.5, false, play);
  EXPECT_EQ(time.cursor, plus(day(125), -kMicrosPerDay / 4)) << "a quarter of a second before it";
  EXPECT_EQ(played.skipped, time.cursor.us - plus(day(110), kMicrosPerDay / 2).us);
  EXPECT_EQ(advance_playback(time, playback, with, 0.2, false, play).skipped, 0);
  // Where nothing more changes nothing is passed over: it plays on to the end.
  EXPECT_EQ(advance_playback(time, playback, with, 1, false, play).skipped, 0);
}

TEST(Playback, WithReducedMotionItMovesInWholeSteps) {
  PlayClock play;
  TimeView time = clock(Mode::cumulative);
  for (int i = 0; i < 25; ++i) {
    advance_playback(time, a_day_a_second(), facts(), 0.1, true, play);
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
