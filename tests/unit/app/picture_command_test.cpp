// The words of a picture, read again by the command line, are the picture's view.

#include "app/picture_command.h"

#include "app/cli.h"
#include "app/export_view.h"
#include "app/film_plan.h"
#include "app/shell_line.h"
#include "app/view_options.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

const TimeZone kZone = TimeZone::display_default();

ViewState view() {
  ViewState v;
  v.time.window = {time_from_civil_utc({{2024, 10, 31}, 23, 0, 0, 0}),
                   time_from_civil_utc({{2025, 3, 31}, 22, 0, 0, 0})};
  v.time.cursor = time_from_civil_utc({{2025, 3, 15}, 23, 0, 0, 0});
  v.time.mode = Mode::trail;
  v.time.test = TimeTest::starts_in;
  v.camera = {20.1 + 0.2 / 3, 43.7654321, 6.25 + 1e-13};
  v.filter = "category=protest and text~'x y'";
  v.layer_on = {true, false, true};
  v.theme = ThemeName::light;
  v.names = {Lang::local, Lang::en, PairOrder::serbian_first};
  v.borders = "kosovo", v.borders_chosen = true;
  v.density = Density::heat;
  v.hidden.set(MapPart::relief, true);
  v.furniture.title = "It's \"ours\" & yours";
  v.size = {800, 600};
  return v;
}

Options read_again(const std::string& line) {
  const auto words = shell_line(line);
  EXPECT_TRUE(words);
  std::vector<const char*> arguments;
  for (const std::string& word : *words) arguments.push_back(word.c_str());
  const auto parsed = parse_command_line(static_cast<int>(arguments.size()), arguments.data());
  EXPECT_TRUE(std::holds_alternative<Options>(parsed)) << line;
  return std::holds_alternative<Options>(parsed) ? std::get<Options>(parsed) : Options{};
}

TEST(PictureCommand, ReadAgainItIsTheSameView) {
  const ViewState was = view();
  const CommandInputs inputs{"/some where/p.vidik", {}, {"a", "b", "c"}, "none", 2, kZone.name()};
  const Options options = read_again(shell_words(picture_command(was, inputs, kZone, "o u t.png")));
  EXPECT_EQ(options.inputs, std::vector<std::string>{"/some where/p.vidik"});
  EXPECT_EQ(options.output, "o u t.png");
  EXPECT_EQ(options.filter, was.filter);
  EXPECT_EQ(options.layers, "a,c");
  ViewState now;
  ASSERT_TRUE(apply_clock_options(now, options, kZone));
  ASSERT_TRUE(apply_picture_options(now, options));
  now.map = {0, 0, 800, 600};
  const auto camera = apply_camera_options(now, options);
  ASSERT_TRUE(camera.ok() && *camera);
  EXPECT_EQ(now.time, was.time);
  EXPECT_EQ(now.camera, was.camera);
  EXPECT_EQ(now.theme, was.theme);
  EXPECT_EQ(now.names, was.names);
  EXPECT_EQ(now.borders, was.borders);
  EXPECT_EQ(now.density, was.density);
  EXPECT_EQ(now.hidden, was.hidden);
  EXPECT_EQ(now.furniture.title, was.furniture.title);
  EXPECT_EQ(now.size, was.size);
  EXPECT_EQ(now.scale, 2);
}

TEST(PictureCommand, APageIsSaidByItsName) {
  ViewState was = view();
  was.page.on = true;
  was.page.subtitle = "below";
  was.page.callouts.emplace();
  const Options options = read_again(shell_words(
      picture_command(was, {{}, {"a.csv"}, {"a", "b", "c"}, "a4", 1, kZone.name()}, kZone, "x.png")));
  EXPECT_EQ(options.page.page, "a4");
  EXPECT_EQ(options.page.subtitle, "below");
  EXPECT_EQ(options.page.callouts, "none");
  EXPECT_FALSE(options.size);
}

// A project may say anything by itself; the picture is the window's all the same.
TEST(PictureCommand, TakesBackWhatTheProjectSays) {
  ViewState opened = view();
  opened.time.sureness = Sureness::surely;
  opened.timeline_style.lanes = LaneBy::actor, opened.timeline_style.share = true;
  opened.timeline_style.ranges_shown = false;
  opened.bases = {{"own.tif", true, 1}};
  opened.furniture.inset = true;
  opened.measure = {{{20, 43}, {21, 44}}, false};
  opened.camera.projection = Projection::equal_area;
  opened.page.on = true, opened.page.device = {640, 480};
  opened.page.subtitle = "below", opened.page.border_words = "words", opened.page.callouts.emplace();
  ViewState was;
  was.time = opened.time;
  was.time.test = TimeTest::overlap, was.time.sureness = Sureness::possibly;
  was.layer_on = {false, false, false};
  const CommandInputs inputs{"p.vidik", {}, {"a", "b", "c"}, "none", 1, kZone.name()};
  const auto said = [&](const CommandInputs& how) {
    return read_again(shell_words(picture_command(was, how, kZone, "x.png")));
  };
  const Options options = said(inputs);
  EXPECT_EQ(options.filter, "");
  EXPECT_EQ(options.redact, "none");
  EXPECT_EQ(options.select, "none");
  ViewState now = opened;
  ASSERT_TRUE(apply_clock_options(now, options, kZone));
  ASSERT_TRUE(apply_picture_options(now, options));
  ASSERT_TRUE(apply_layer_options(now, options, {"a", "b", "c"}));
  EXPECT_EQ(now.layer_on, was.layer_on);
  EXPECT_EQ(now.time, was.time);
  EXPECT_EQ(now.names, was.names);
  EXPECT_EQ(now.density, was.density);
  EXPECT_EQ(now.hidden, was.hidden);
  EXPECT_EQ(now.bases, was.bases);
  EXPECT_EQ(now.measure, was.measure);
  EXPECT_EQ(now.timeline_style, was.timeline_style);
  EXPECT_EQ(now.camera.projection, was.camera.projection);
  EXPECT_EQ(now.furniture, was.furniture);
  EXPECT_FALSE(now.page.on);
  // On a page too; own base files and a measured way are said, not only taken back.
  was.page.on = true;
  was.bases = {{"mine.tif", true, 1}, {"off.tif", false, 1}};
  was.measure = {{{20.5, 43}, {21, 44}, {21, 43}}, true};
  CommandInputs page = inputs;
  page.page = "square";
  now = opened;
  const Options on_page = said(page);
  ASSERT_TRUE(apply_picture_options(now, on_page));
  EXPECT_EQ(now.page.subtitle, "");
  EXPECT_EQ(now.page.border_words, "");
  EXPECT_FALSE(now.page.callouts);
  EXPECT_EQ(now.bases, (std::vector<OwnBaseView>{{"mine.tif", true, 1}}));
  EXPECT_EQ(now.measure, was.measure);
}

TEST(PictureCommand, WhatIsSetByHandIsInIt) {
  ViewState was = view();
  was.params = {{"route", {{"speed", {60, ""}}, {"from", {0, "Novi Sad"}}}}};
  was.selected = {"a", "x/1"};
  was.redaction.grid_km = 5;
  const Options options =
      read_again(shell_words(picture_command(was, {{}, {"a.csv"}, {"a"}, "none", 1, "UTC"}, kZone, "x.png")));
  EXPECT_EQ(options.params,
            (std::map<std::string, std::string>{{"route.speed", "60"}, {"route.from", "Novi Sad"}}));
  EXPECT_EQ(options.select, "a/x/1");
  EXPECT_EQ(options.redact, "grid=5km");
  EXPECT_EQ(options.zone, kZone.name());
}

FilmPlan film_of(const ViewState& was, Span data, Options* said = nullptr) {
  const Options options = read_again(shell_words(film_command(
      was, {{}, {"a.csv"}, {"a"}, "none", 1, kZone.name()}, {"1w", 25, 3, true}, data, kZone, "x.gif")));
  if (said != nullptr) *said = options;
  const auto plan = film_plan(was, options, kZone);
  EXPECT_TRUE(plan.ok());
  return plan.ok() ? *plan : FilmPlan{{}, {}, {}, {}, kZone};
}

TEST(FilmCommand, PlaysThroughTheWindow) {
  const ViewState was = view();
  Options options;
  const FilmPlan plan =
      film_of(was, {plus(was.time.window.begin, -kMicrosPerDay), was.time.window.end}, &options);
  EXPECT_EQ(plan.span, was.time.window);
  EXPECT_EQ(plan.time.mode, Mode::trail);
  EXPECT_EQ(plan.time.test, TimeTest::starts_in);
  EXPECT_FALSE(plan.sliding);
  EXPECT_EQ(plan.step, (Duration{0, 7, 0}));
  EXPECT_EQ(options.film.fps, 25);
  EXPECT_EQ(options.film.hold, 3);
  EXPECT_TRUE(options.film.skip_empty);
}

TEST(FilmCommand, AWindowThatMovesGoesOverAllDays) {
  ViewState was = view();
  was.time.mode = Mode::window;
  was.time.window.begin =
      time_from_civil_utc({{2025, 3, 17}, 23, 0, 0, 0});  // midnight of the 18th in winter time
  const Span data{plus(was.time.window.begin, -100 * kMicrosPerDay),
                  plus(was.time.window.end, 3 * kMicrosPerHour)};
  Options said;
  const FilmPlan plan = film_of(was, data, &said);
  ASSERT_TRUE(plan.sliding);
  EXPECT_EQ(*plan.sliding, (Duration{0, 14, 0}));  // fourteen days, one of them an hour short
  EXPECT_LE(plan.span.begin, data.begin);
  EXPECT_GE(plan.span.end, data.end);
  EXPECT_EQ(plan.time.mode, Mode::window);
  EXPECT_EQ(said.mode, "window");  // whatever the project's mode is
  was.time.mode = Mode::all;       // would stand still
  EXPECT_EQ(film_of(was, data).time.mode, Mode::cumulative);
}

TEST(ShellLine, QuotesKeepTogetherAndNothingIsReplaced) {
  EXPECT_EQ(*shell_line("render 'a b' \"c \\\" d\" e\\ f $HOME * # rest"),
            (std::vector<std::string>{"render", "a b", "c \" d", "e f", "$HOME", "*"}));
  EXPECT_EQ(*shell_line("  # only words about it"), std::vector<std::string>{});
  EXPECT_EQ(*shell_line("a '' b#c"), (std::vector<std::string>{"a", "", "b#c"}));
  EXPECT_FALSE(shell_line("a 'b"));
}

}  // namespace
}  // namespace vidik
