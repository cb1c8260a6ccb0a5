#include "app/view_options.h"

#include "base/time_text.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

const TimeZone kZone = TimeZone::display_default();

Time at(const char* text) { return parse_moment(text, kZone)->span.begin; }
Time after(const char* text) { return parse_moment(text, kZone)->span.end; }

ViewState winter() {  // 1 Nov 2024 to 31 Mar 2025, cursor at the end of 15 Mar
  ViewState view;
  view.time.window = {at("2024-11-01"), after("2025-03-31")};
  view.time.cursor = after("2025-03-15");
  view.time.mode = Mode::cumulative;
  return view;
}

Options with(void (*fill)(Options&)) {
  Options options;
  fill(options);
  return options;
}

TEST(ClockOptions, ADayAsCursorStandsAtItsEndAndNamesTheDayForInstantMode) {
  ViewState view = winter();
  ASSERT_TRUE(apply_clock_options(view, with([](Options& o) { o.at = "2025-02-01"; }), kZone).ok());
  EXPECT_EQ(view.time.cursor, at("2025-02-02"));
  EXPECT_EQ(view.time.moment, (Span{at("2025-02-01"), at("2025-02-02")}));
  EXPECT_EQ(view.time.window, winter().time.window);
}

TEST(ClockOptions, AClockTimeAsCursorIsAPoint) {
  ViewState view = winter();
  ASSERT_TRUE(apply_clock_options(view, with([](Options& o) { o.at = "2024-11-29T20:00"; }), kZone).ok());
  EXPECT_EQ(iso_with_offset(view.time.cursor, kZone), "2024-11-29T20:00:00+01:00");
  EXPECT_EQ(view.time.moment.begin, view.time.moment.end);
}

TEST(ClockOptions, ACursorOutsideTheWindowMovesItWithItsLengthKept) {
  ViewState view = winter();
  const std::int64_t length = view.time.window.end.us - view.time.window.begin.us;
  ASSERT_TRUE(apply_clock_options(view, with([](Options& o) { o.at = "2023-09-24"; }), kZone).ok());
  EXPECT_EQ(view.time.window.end, after("2023-09-24"));
  EXPECT_EQ(view.time.window.end.us - view.time.window.begin.us, length);
}

TEST(ClockOptions, AWindowLengthEndsAtTheCursorInCalendarDaysOfTheZone) {
  ViewState view = winter();
  // 30 March 2025 has 23 hours in Belgrade: a day back from its end is its midnight, not 24 hours.
  ASSERT_TRUE(apply_clock_options(view, with([](Options& o) {
                                    o.at = "2025-03-30";
                                    o.window = "1d";
                                  }),
                                  kZone)
                  .ok());
  EXPECT_EQ(view.time.window.begin, at("2025-03-30"));
  EXPECT_EQ(view.time.window.end.us - view.time.window.begin.us, 23 * kMicrosPerHour);
}

TEST(ClockOptions, FromAndToGiveTheWindowAndItsLastDayBelongsToIt) {
  ViewState view = winter();
  ASSERT_TRUE(apply_clock_options(view, with([](Options& o) {
                                    o.from = "2023";
                                    o.to = "2024-02";
                                    o.mode = "window";
                                  }),
                                  kZone)
                  .ok());
  EXPECT_EQ(view.time.window, (Span{at("2023-01-01"), at("2024-03-01")}));
  EXPECT_EQ(view.time.cursor, view.time.window.end);
  EXPECT_EQ(view.time.mode, Mode::window);
}

TEST(ClockOptions, RefusesWhatItCannotReadAndNamesTheOption) {
  const auto refused = [](void (*fill)(Options&)) {
    ViewState view = winter();
    const auto result = apply_clock_options(view, with(fill), kZone);
    return result.ok() ? std::string("accepted") : result.error().message();
  };
  EXPECT_NE(refused([](Options& o) { o.mode = "sideways"; }).find("--mode"), std::string::npos);
  EXPECT_NE(refused([](Options& o) { o.at = "yesterday-ish"; }).find("--at"), std::string::npos);
  EXPECT_NE(refused([](Options& o) { o.window = "5m"; }).find("--window"), std::string::npos);
  EXPECT_NE(refused([](Options& o) {
              o.from = "2025";
              o.to = "2024";
            }).find("before it begins"),
            std::string::npos);
  EXPECT_NE(refused([](Options& o) {
              o.window = "7d";
              o.from = "2024";
            }).find("--window"),
            std::string::npos);
}

TEST(StartClock, BareFilesShowTheirWholeRangeInModeWindow) {
  ViewState view;
  const Span range{at("2018-01-01"), at("2020-06-01")};
  start_clock(view, nullptr, range, kZone);
  EXPECT_EQ(view.time.window, range);
  EXPECT_EQ(view.time.cursor, range.end);
  EXPECT_EQ(view.time.mode, Mode::window);
}

TEST(StartClock, AProjectGivesWindowCursorAndMode) {
  Project project;
  project.window = Span{at("2024-11-01"), at("2025-04-01")};
  project.cursor = at("2025-03-16");
  project.mode = Mode::trail;
  project.step = Duration{0, 7, 0};
  ViewState view;
  start_clock(view, &project, Span{}, kZone);
  EXPECT_EQ(view.time.window, *project.window);
  EXPECT_EQ(view.time.cursor, *project.cursor);
  EXPECT_EQ(view.time.mode, Mode::trail);
  EXPECT_EQ(view.time.step_us, 7 * kMicrosPerDay);
}

TEST(PictureOptions, SizesThemesAndLanguagesAreReadOrRefused) {
  ViewState view;
  ASSERT_TRUE(apply_picture_options(view, with([](Options& o) {
                                      o.size = "1080x1350";
                                      o.theme = "light";
                                      o.lang = "sr-Cyrl";
                                      o.scale = 2.0;
                                    }))
                  .ok());
  EXPECT_EQ(view.size, (Size{1080, 1350}));
  EXPECT_EQ(view.theme, ThemeName::light);
  EXPECT_EQ(view.names.first, Lang::sr_cyrl);
  EXPECT_EQ(view.scale, 2.0F);
  EXPECT_FALSE(apply_picture_options(view, with([](Options& o) { o.size = "10x10"; })).ok());
  EXPECT_FALSE(apply_picture_options(view, with([](Options& o) { o.size = "wide"; })).ok());
  EXPECT_FALSE(apply_picture_options(view, with([](Options& o) {
                                       o.size = "16000x900";
                                       o.scale = 2.0;
                                     }))
                   .ok());
  EXPECT_FALSE(apply_picture_options(view, with([](Options& o) { o.theme = "sepia"; })).ok());
  EXPECT_FALSE(apply_picture_options(view, with([](Options& o) { o.borders = "mars"; })).ok());
  EXPECT_FALSE(apply_picture_options(view, with([](Options& o) { o.hide = "relief,moon"; })).ok());
  ASSERT_TRUE(apply_picture_options(view, with([](Options& o) {
                                      o.hide = "coast,lakes";
                                      o.bases = {"a.tif", "b.gpkg", "a.tif"};
                                    }))
                  .ok());
  EXPECT_TRUE(view.hidden.has(MapPart::coast) && view.hidden.has(MapPart::lakes));
  EXPECT_FALSE(view.hidden.has(MapPart::borders));
  EXPECT_EQ(view.bases, (std::vector<OwnBaseView>{{"a.tif", true, 1}, {"b.gpkg", true, 1}}));
}

TEST(PictureOptions, PlacesToMeasureAreAWayOrAShape) {
  ViewState view;
  ASSERT_TRUE(
      apply_picture_options(view, with([](Options& o) { o.measure = "20.46,44.81; 21.17,42.66"; })).ok());
  EXPECT_EQ(view.measure, (Measure{{{20.46, 44.81}, {21.17, 42.66}}, false}));
  ASSERT_TRUE(
      apply_picture_options(view, with([](Options& o) { o.measure = "20,43;21,43;20,44;20,43"; })).ok());
  EXPECT_EQ(view.measure, (Measure{{{20, 43}, {21, 43}, {20, 44}}, true}));
  for (const char* wrong : {"20,43", "20,43;x", "20,43;21", "20,43;200,43", "20,43;20,89", ""}) {
    Options o = with([](Options&) {});
    o.measure = wrong;
    EXPECT_FALSE(apply_picture_options(view, o).ok()) << wrong;
  }
}

TEST(LayerOptions, OnlyTheNamedOnesAreOnAndAnUnknownNameListsTheKnown) {
  ViewState view;
  const std::vector<std::string> names{"protests", "sabotage", "troops"};
  ASSERT_TRUE(apply_layer_options(view, with([](Options& o) { o.layers = "troops, protests"; }), names).ok());
  EXPECT_EQ(view.layer_on, (std::vector<bool>{true, false, true}));
  const auto refused = apply_layer_options(view, with([](Options& o) { o.layers = "navy"; }), names);
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().text.find("sabotage"), std::string::npos);
}

}  // namespace
}  // namespace vidik
