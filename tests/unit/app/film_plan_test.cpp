#include "app/film_plan.h"

#include "app/view_options.h"
#include "ui/desk.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

const TimeZone kZone = TimeZone::display_default();

Time at(int year, int month, int day, int hour = 0) {
  return kZone.to_time({{year, month, day}, hour, 0, 0, 0});
}

// A project of the winter in which a clock change lies, a step of one day.
ViewState start() {
  ViewState view;
  view.time.window = {at(2024, 11, 1), at(2025, 4, 1)};
  view.time.cursor = at(2025, 3, 15);
  return view;
}

Options film(const char* from, const char* to, const char* step) {
  Options options;
  options.from = from;
  options.to = to;
  if (step != nullptr) options.film.step = step;
  return options;
}

FilmPlan plan_of(const Options& options) {
  auto plan = film_plan(start(), options, kZone);
  if (plan) return *plan;
  ADD_FAILURE() << plan.error().message();
  return {};
}

std::uint64_t count_of(const char* from, const char* to, const char* step) {
  return frame_count(plan_of(film(from, to, step)));
}

std::string refusal(const Options& options) {
  const auto plan = film_plan(start(), options, kZone);
  EXPECT_FALSE(plan);
  if (plan) return "";
  EXPECT_EQ(Code::bad_usage, plan.error().code);
  return plan.error().message();
}

TEST(FilmPlan, HasAsManyFramesAsStepsBeginInTheSpan) {
  EXPECT_EQ(31u, count_of("2025-03-01", "2025-03-31", "1d"));
  EXPECT_EQ(5u, count_of("2025-03-01", "2025-03-31", "1w"));  // the last one has three days
  EXPECT_EQ(1u, count_of("2025-03-01", "2025-03-31", "1y"));
  EXPECT_EQ(12u, count_of("2024", "2024", "1mo"));
  EXPECT_EQ(3u, count_of("2022", "2024", "1y"));
  EXPECT_EQ(1u, count_of("2025-03-15T12:00", "2025-03-15T12:01", "1min"));
}

TEST(FilmPlan, CountsDaysAndHoursOfTheClockChangesAsTheyAre) {
  EXPECT_EQ(1u, count_of("2025-03-30", "2025-03-30", "1d"));
  EXPECT_EQ(23u, count_of("2025-03-30", "2025-03-30", "1h"));
  EXPECT_EQ(25u, count_of("2024-10-27", "2024-10-27", "1h"));
  EXPECT_EQ(2u, count_of("2024-10-27", "2024-10-27", "24h"));  // the second frame is an hour
  const FilmPlan plan = plan_of(film("2025-03-28", "2025-04-02", "1d"));
  for (int k = 0; k < 6; ++k) {
    EXPECT_EQ(at(2025, 3, 28 + k), span_of_frame(plan, static_cast<std::uint64_t>(k)).begin) << k;
    EXPECT_EQ(stepped(plan.span.begin, kMicrosPerDay, k, kZone),
              span_of_frame(plan, static_cast<std::uint64_t>(k)).begin);
  }
}

TEST(FilmPlan, CountsMonthsFromTheFirstSoThatNoneLosesDays) {
  const FilmPlan plan = plan_of(film("2024-12-31", "2025-05-31", "1mo"));
  EXPECT_EQ(6u, frame_count(plan));
  EXPECT_EQ(at(2025, 2, 28), span_of_frame(plan, 2).begin);
  EXPECT_EQ(at(2025, 3, 31), span_of_frame(plan, 3).begin);
  EXPECT_EQ((Span{at(2025, 5, 31), at(2025, 6, 1)}), span_of_frame(plan, 5));
}

TEST(FilmPlan, FramesFollowOneAnotherAndTheLastEndsWithTheSpan) {
  for (const char* step : {"5d", "1mo", "7h", "1w", "1mo3d", "90min"}) {
    const FilmPlan plan = plan_of(film("2024-11-01", "2025-03-31", step));
    const std::uint64_t count = frame_count(plan);
    ASSERT_GT(count, 0u);
    EXPECT_EQ(plan.span.begin, span_of_frame(plan, 0).begin);
    for (std::uint64_t k = 0; k + 1 < count; ++k)
      ASSERT_EQ(span_of_frame(plan, k).end, span_of_frame(plan, k + 1).begin) << step << ' ' << k;
    EXPECT_EQ(plan.span.end, span_of_frame(plan, count - 1).end);
    EXPECT_LT(span_of_frame(plan, count - 1).begin, plan.span.end);
  }
}

TEST(FilmPlan, EachFrameIsWhatTheSameOptionsAndItsWordsAsAtGive) {
  for (const char* step : {"1d", "1w", "1mo", "6h", "36h"})
    for (const char* window : {"", "7d", "1mo", "PT6H"})
      for (const char* mode : {"", "instant", "trail"}) {
        Options options = film("2025-02-10", "2025-04-03", step);
        if (*mode != '\0') options.mode = mode;
        if (*window != '\0') options.window = window;
        const FilmPlan plan = plan_of(options);
        for (std::uint64_t k = 0; k < frame_count(plan); ++k) {
          ViewState framed = start(), said = start();
          set_frame(framed, plan, k);
          Options still = options;
          if (*window != '\0') still.from.reset(), still.to.reset();
          still.at = words_of_frame(plan, k);
          ASSERT_TRUE(apply_clock_options(said, still, kZone));
          ASSERT_EQ(said.time, framed.time) << *still.at << ' ' << window << ' ' << mode;
          ASSERT_EQ(timeline_of(framed.time.window), framed.timeline_span);
        }
      }
}

TEST(FilmPlan, NamesDaysMonthsAndYearsAndElseBothEnds) {
  EXPECT_EQ("2025-03-03", words_of_frame(plan_of(film("2025-03-01", "2025-03-31", "1d")), 2));
  EXPECT_EQ("2025-02", words_of_frame(plan_of(film("2025-01", "2025-03", "1mo")), 1));
  EXPECT_EQ("2023", words_of_frame(plan_of(film("2022", "2024", "1y")), 1));
  EXPECT_EQ("2025-03-30T00:00:00+01:00/2025-03-30T06:00:00+02:00",
            words_of_frame(plan_of(film("2025-03-30", "2025-03-30", "5h")), 0));
}

TEST(FilmPlan, TakesSpanAndStepOfTheProjectWhenNothingIsSaid) {
  const FilmPlan plan = plan_of({});
  EXPECT_EQ(start().time.window, plan.span);
  EXPECT_EQ((Duration{0, 1, 0}), plan.step);
  EXPECT_EQ(151u, frame_count(plan));
}

TEST(FilmPlan, AWindowThatStandsStillShowsWhatIsKnownSoFar) {
  ViewState view = start();
  view.time.mode = Mode::window;
  Options options;
  EXPECT_EQ(Mode::cumulative, film_plan(view, options, kZone)->time.mode);
  options.window = "7d";
  EXPECT_EQ(Mode::window, film_plan(view, options, kZone)->time.mode);
  options.window.reset();
  options.mode = "window";
  EXPECT_EQ(Mode::window, film_plan(view, options, kZone)->time.mode);
}

TEST(FilmPlan, RefusesWhatMakesNoFilmAndSaysWhy) {
  Options options = film("2025-03-01", "2025-03-31", "1d");
  options.at = "2025-03-15";
  EXPECT_EQ("--at is the cursor of one picture; a film goes --from one time --to another", refusal(options));
  EXPECT_NE(std::string::npos,
            refusal(film("2025-03-15T12:00", "2025-03-15T12:00", "1d")).find("ends before it begins"));
  EXPECT_NE(std::string::npos, refusal(film("2025-03-01", "2025-03-31", "5m")).find("--step: "));
  EXPECT_NE(std::string::npos, refusal(film("2025-03-01", "2025-03-31", "0d")).find("it is zero"));
  EXPECT_EQ(
      "the film would have 105,120 frames, which is more than 100,000; a longer --step makes it shorter",
      refusal(film("2023-01-01T00:00Z", "2024-01-01T00:00Z", "5min")));
}

TEST(FilmPlan, RefusesMillionsOfFramesAtOnce) {
  EXPECT_EQ(
      "the film would have about 1,577,750,400 frames, which is more than 100,000; a longer --step makes it "
      "shorter",
      refusal(film("1980-01-01T00:00Z", "2029-12-30T00:00Z", "1s")));
  EXPECT_EQ(1u, count_of("0001", "9999", "9000y") - 1);
}

}  // namespace
}  // namespace vidik
