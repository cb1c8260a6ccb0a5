#include "ui/count_words.h"
#include "ui/desk.h"
#include "ui/event_facts.h"
#include "ui/typed_date.h"

#include "index/filter.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vidik {
namespace {

const TimeZone kZone = TimeZone::display_default();
Time day(int y, int m, int d) { return kZone.start_of_day({y, m, d}); }

TEST(CountWords, SayHowManyAndWhereTheOthersAre) {
  SceneCounts counts;
  counts.shown = counts.shown_surely = 1240;
  counts.outside_map = 6;
  EXPECT_EQ(shown_words(counts), "1,240 events");
  EXPECT_EQ(elsewhere_words(counts), "6 outside the map");
  counts.no_place = 2;
  EXPECT_EQ(elsewhere_words(counts), "6 outside the map, 2 without place");
  counts.shown_surely = 1200;
  EXPECT_EQ(shown_words(counts), "1,200–1,240 events");
  EXPECT_EQ(event_count_words(1), "1 event");
}

TEST(CountWords, AShortCountNeverSaysMoreThanThereAre) {
  EXPECT_EQ(short_count(950), "950");
  EXPECT_EQ(short_count(1000), "1k");
  EXPECT_EQ(short_count(1299), "1.2k");
  EXPECT_EQ(short_count(48'999), "48k");
  EXPECT_EQ(short_count(1'000'000), "1M");
  EXPECT_EQ(short_count(12'990'000), "12M");
}

TEST(CountWords, TheClockIsWhatTheModeTests) {
  TimeView time;
  time.window = {day(2024, 11, 1), day(2025, 4, 1)};
  time.cursor = day(2025, 3, 16);
  time.mode = Mode::cumulative;
  EXPECT_EQ(clock_words(time, kZone), "1 Nov 2024 to 15 Mar 2025");
  time.cursor = plus(time.cursor, -5 * kMicrosPerHour - 17);
  EXPECT_EQ(clock_words(time, kZone), "1 Nov 2024 to 15 Mar 2025") << "no hours while it plays";
  time.mode = Mode::window;
  EXPECT_EQ(clock_words(time, kZone), "1 Nov 2024 to 31 Mar 2025");
  time.mode = Mode::instant;
  time.step_us = kMicrosPerDay;
  time.cursor = day(2025, 3, 16);
  EXPECT_EQ(clock_words(time, kZone), "15 Mar 2025, 12:00 to 16 Mar 2025, 12:00")
      << "half a step on either side";
  time.moment = {day(2025, 3, 15), day(2025, 3, 16)};
  EXPECT_EQ(clock_words(time, kZone), "15 Mar 2025") << "the day that was named";
  time.mode = Mode::all;
  EXPECT_EQ(clock_words(time, kZone), "All dates");
}

TEST(CountWords, AChangeSaysTheUnitOnce) {
  const Span before{day(2025, 1, 1), day(2025, 2, 6)}, now{day(2025, 1, 1), day(2025, 1, 27)};
  EXPECT_EQ(change_words(before, now), "26 days (was 36)");
  EXPECT_EQ(change_words(now, now), "26 days");
}

TEST(MagnitudeWords, SayARangeAndWhatIsMissing) {
  const double no = std::nan("");
  EXPECT_EQ(magnitude_words({10000, no, 30000}, "crowd"), "10,000 to 30,000 people");
  EXPECT_EQ(magnitude_words({500, no, no}, "deaths"), "at least 500 deaths");
  EXPECT_EQ(magnitude_words({no, 40, no}, "troops"), "about 40 troops");
  EXPECT_EQ(magnitude_words({no, no, no}, "troops"), "");
}

TEST(MagnitudeWords, TheUnitIsInWords) {
  const double no = std::nan("");
  EXPECT_EQ(magnitude_words({15, no, 20}, "explosives_kg"), "15 to 20 kg of explosives");
  EXPECT_EQ(magnitude_words({65.3, no, 65.3}, "vote_percent"), "65.3\u2009% of the vote");
  EXPECT_EQ(unit_words("soldiers_injured"), "soldiers injured");
}

std::string said(std::string_view text, bool denies) {
  std::string out;
  for (const EventFacts::Claim& claim : claims_of(text, denies))
    out += "[" + claim.actor + "] " + claim.words + "; ";
  return out;
}

TEST(ClaimWords, EachActorHasALineAndNoWordIsLost) {
  EXPECT_EQ(said("Kosovo government: attack directed by Serbia", false),
            "[Kosovo government] says: attack directed by Serbia; ");
  EXPECT_EQ(said("Albin Kurti; Vjosa Osmani", false), "[Albin Kurti] says so; [Vjosa Osmani] says so; ");
  EXPECT_EQ(said("Kosovo: abduction; Serbia: armed incursion", false),
            "[Kosovo] says: abduction; [Serbia] says: armed incursion; ");
  EXPECT_EQ(said("Albania; NATO: Iran responsible", false), "[Albania, NATO] say: Iran responsible; ");
  EXPECT_EQ(said("Serbian government; Serb List condemned the blast", true),
            "[Serbian government] denies it; [] Serb List condemned the blast; ");
  EXPECT_EQ(said("Students", true), "[Students] deny it; ");
  EXPECT_EQ(said("SNS", true), "[SNS] denies it; ");
  EXPECT_EQ(said("Kosovo Police: no operation took place", true),
            "[Kosovo Police] denies it: no operation took place; ");
}

TEST(FilterText, IsReadByTheFilterWhateverIsTyped) {
  Choices choices;
  EXPECT_EQ(filter_text(choices), "");
  EXPECT_EQ(choices.count(), 0);
  for (const char* words :
       {"canal", "two words", "quote \" and \\ slash", "and", "(", "Зубин Поток", "a=b"}) {
    choices.words = words;
    choices.status = {true, false, true, false};
    choices.countries = {"Bosnia and Herzegovina", "Kosovo"};
    choices.from_project = "category=protest or category=troops";
    EXPECT_EQ(choices.count(), 3);
    const auto parsed = Filter::parse(filter_text(choices));
    EXPECT_TRUE(parsed.ok()) << filter_text(choices) << ": " << (parsed.ok() ? "" : parsed.error().message());
  }
}

TEST(FilterText, WithNoStatusOnNothingPasses) {
  Choices choices;
  choices.status.fill(false);
  EXPECT_TRUE(Filter::parse(filter_text(choices)).ok()) << filter_text(choices);
}

TEST(TypedDate, ReadsWhatPeopleWrite) {
  for (const char* text : {"2025-03-15", "15 Mar 2025", "15 March 2025", "15.3.2025", " 15 mar 2025 "}) {
    const auto moment = moment_typed(text, kZone);
    ASSERT_TRUE(moment.ok()) << text;
    EXPECT_EQ(moment->span, (Span{day(2025, 3, 15), day(2025, 3, 16)})) << text;
  }
  const auto month = moment_typed("Mar 2025", kZone);
  ASSERT_TRUE(month.ok());
  EXPECT_EQ(month->span.end, day(2025, 4, 1));
  const auto clock = moment_typed("29 Nov 2024, 19:10", kZone);
  ASSERT_TRUE(clock.ok());
  EXPECT_EQ(date_time_words(clock->span.begin, kZone), "29 Nov 2024, 19:10");
}

TEST(TypedDate, RefusesTheRestInWords) {
  for (const char* text : {"", "yesterday", "31 Feb 2025", "15 Mar", "99 Mar 2025", "2025-13-01"}) {
    const auto moment = moment_typed(text, kZone);
    ASSERT_FALSE(moment.ok()) << text;
    EXPECT_NE(moment.error().text.find("is no date"), std::string::npos);
  }
}

}  // namespace
}  // namespace vidik
