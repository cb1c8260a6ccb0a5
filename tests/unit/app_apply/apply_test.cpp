#include "app/apply.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace vidik {
namespace {

Time day(int n) { return Time{n * kMicrosPerDay}; }

struct Bench {
  Bench() {
    view.map = {288, 44, 1312, 600};
    view.time.window = {day(100), day(200)};
    view.time.cursor = day(180);
    view.timeline_span = {day(50), day(250)};
    view.layer_on = {true, true, true};
    desk.reduced_motion = true;  // no easing: what is asked for is there at once
  }
  Effects say(const Intent& intent) {
    Effects effects;
    apply(intent, {view, desk, history, flight}, {zone, {day(0), day(1000)}, 3}, effects);
    return effects;
  }
  UndoState state() { return undo_state({view, desk, history, flight}); }

  TimeZone zone = TimeZone::utc();
  ViewState view;
  Desk desk;
  History history;
  Flight flight;
};

Intent random_intent(std::mt19937& random) {
  const auto n = [&random](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
  switch (n(24)) {
    case 0:
      return PanMap{static_cast<float>(n(200) - 100), static_cast<float>(n(200) - 100)};
    case 1:
      return ZoomMap{{static_cast<float>(300 + n(900)), static_cast<float>(60 + n(500))},
                     n(2) == 0 ? 1.25 : 0.8};
    case 2:
      return FlyTo{15.0 + n(10), 40.0 + n(5), static_cast<double>(n(3) * 6)};
    case 3:
      return Select{{"protests", "e" + std::to_string(n(4))}};
    case 4:
      return Select{};
    case 5:
      return SetCursor{day(n(400))};
    case 6:
      return SetWindow{{day(n(100)), day(100 + n(100))}, day(n(200))};
    case 7:
      return SetMode{static_cast<Mode>(n(5))};
    case 8:
      return StepCursor{n(7) - 3};
    case 9:
      return CursorToEnd{n(2) == 0};
    case 10:
      return SetTimelineSpan{{day(n(100)), day(101 + n(100))}};
    case 11:
      return ShowDays{n(3) * 30};
    case 12:
      return SetLayer{static_cast<std::uint32_t>(n(4)), n(2) == 0};
    case 13:
      return OnlyLayer{static_cast<std::uint32_t>(n(3))};
    case 14:
      return SetStatus{n(4), n(2) == 0};
    case 15:
      return SetCountry{n(2) == 0 ? "Kosovo" : "Serbia", n(2) == 0};
    case 16:
      return SetWords{"w" + std::to_string(n(3))};
    case 17:
      return ClearFilters{};
    case 18:
      return SetStep{(1 + n(3)) * kMicrosPerDay};
    case 19:
      return ShowMapPart{static_cast<MapPart>(n(kMapParts)), n(2) == 0};
    case 20:
      return AddBase{"base" + std::to_string(n(3))};
    case 21:
      return SetBase{{"base" + std::to_string(n(3)), n(2) == 0, 0.6f}};
    case 22:
      return RemoveBase{"base" + std::to_string(n(3))};
    default:
      return Settle{};
  }
}

TEST(Apply, AFileIsABaseOnce) {
  Bench b;
  b.say(AddBase{"a.tif"});
  b.say(AddBase{"b.tif"});
  b.say(AddBase{"a.tif"});
  ASSERT_EQ(b.view.bases.size(), 2u);
  b.say(SetBase{{"b.tif", false, 0.3f}});
  EXPECT_EQ(b.view.bases[1], (OwnBaseView{"b.tif", false, 0.3f}));
  EXPECT_EQ(b.view.bases[0], (OwnBaseView{"a.tif", true, 1}));
  b.say(RemoveBase{"a.tif"});
  EXPECT_EQ(b.view.bases.size(), 1u);
}

TEST(Apply, AThousandIntentsAreUndoneToTheStartAndDoneAgainToTheEnd) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    std::mt19937 random(seed);
    Bench b;
    const UndoState start = b.state();
    for (int i = 0; i < 1000; ++i) b.say(random_intent(random));
    const UndoState end = b.state();
    ASSERT_FALSE(start == end);
    while (b.history.can_undo()) b.say(Undo{});
    EXPECT_TRUE(b.state() == start) << "seed " << seed;
    while (b.history.can_redo()) b.say(Redo{});
    EXPECT_TRUE(b.state() == end) << "seed " << seed;
  }
}

TEST(Apply, OneDragIsOneStepAndTheNextDragAnother) {
  Bench b;
  const UndoState start = b.state();
  for (int i = 0; i < 10; ++i) b.say(PanMap{3, 4});
  b.say(Settle{});
  const UndoState between = b.state();
  for (int i = 0; i < 10; ++i) b.say(PanMap{-9, 2});
  b.say(Undo{});
  EXPECT_TRUE(b.state() == between);
  EXPECT_EQ(b.desk.notice, "Undone: move the map");
  b.say(Undo{});
  EXPECT_TRUE(b.state() == start);
  b.say(Undo{});
  EXPECT_EQ(b.desk.notice, "Nothing to undo");
}

TEST(Apply, WhatChangesNothingIsNoStep) {
  Bench b;
  b.say(SetMode{b.view.time.mode});
  b.say(Select{});
  b.say(SetLayer{0, true});
  b.say(Hover{{"protests", "e1"}});
  EXPECT_FALSE(b.history.can_undo());
}

TEST(Apply, ANewChangeForgetsWhatWasUndone) {
  Bench b;
  b.say(SetMode{Mode::all});
  b.say(Undo{});
  EXPECT_TRUE(b.history.can_redo());
  b.say(SetMode{Mode::window});
  EXPECT_FALSE(b.history.can_redo());
}

TEST(Apply, AChoiceBecomesTheFilterAndUndoBringsTheOldOneBack) {
  Bench b;
  b.desk.choices.from_project = "category=protest";
  EXPECT_EQ(b.say(SetStatus{1, false}).filter->text,
            "(category=protest) and status=confirmed,alleged,disputed");
  EXPECT_EQ(b.say(SetCountry{"Kosovo", true}).filter->text,
            "(category=protest) and status=confirmed,alleged,disputed and country=\"Kosovo\"");
  EXPECT_EQ(b.say(ClearFilters{}).filter->text, "category=protest");
  EXPECT_EQ(b.say(Undo{}).filter->text,
            "(category=protest) and status=confirmed,alleged,disputed and country=\"Kosovo\"");
}

TEST(Apply, AParameterIsSetInOneStepADragAndUndone) {
  Bench b;
  b.say(SetParam{"route", "speed", {60, ""}});
  b.say(SetParam{"route", "speed", {75, ""}});
  b.say(Settle{});
  b.say(SetParam{"route", "name", {0, "A"}});
  EXPECT_EQ(b.view.params["route"]["speed"].number, 75);
  EXPECT_EQ(b.history.undo_words(), "change a parameter");
  b.say(Undo{});
  EXPECT_FALSE(b.view.params["route"].contains("name"));
  EXPECT_EQ(b.view.params["route"]["speed"].number, 75);
  b.say(Undo{});
  EXPECT_TRUE(b.view.params["route"].empty());
  b.say(Redo{});
  EXPECT_EQ(b.view.params["route"]["speed"].number, 75);
}

TEST(Apply, SwitchesAndPressesLeaveForTheOverlays) {
  Bench b;
  EXPECT_EQ(b.say(SwitchOverlay{"org.vidik.route", false}).switches.at(0).id, "org.vidik.route");
  EXPECT_EQ(b.say(PressControl{"route", {2, 1}}).presses.at(0).press.key, 2u);
}

TEST(Apply, OnlyWebAddressesLeaveTheProgram) {
  Bench b;
  EXPECT_EQ(b.say(OpenLink{"https://example.org"}).links.size(), 1u);
  EXPECT_TRUE(b.say(OpenLink{"file:///etc/passwd"}).links.empty());
  EXPECT_TRUE(b.say(OpenLink{"javascript:alert(1)"}).links.empty());
}

TEST(Apply, AnOverlayAloneSwitchesTheOthersOff) {
  Bench b;
  b.say(OnlyLayer{1});
  EXPECT_EQ(b.view.layer_on, (std::vector<bool>{false, true, false}));
  b.say(SetLayer{7, true});
  EXPECT_EQ(b.view.layer_on.size(), 3u) << "an overlay that does not exist changes nothing";
}

TEST(Apply, WithMotionTheCameraGetsThereInTime) {
  Bench b;
  b.desk.reduced_motion = false;
  const Camera before = b.view.camera;
  b.say(FlyTo{21, 43, 8});
  EXPECT_TRUE(b.view.camera == before);
  double s = 0;
  while (b.flight.under_way() && s < 5) {
    b.flight.advance(b.view.camera, b.view.map, 0.016);
    s += 0.016;
  }
  EXPECT_TRUE(b.view.camera == (Camera{21, 43, 8}));
  EXPECT_LT(s, 0.5);
  b.say(ZoomMap{{700, 300}, 1.25});
  b.say(ZoomMap{{700, 300}, 1.25});
  while (b.flight.under_way() && s < 5) {
    b.flight.advance(b.view.camera, b.view.map, 0.016);
    s += 0.016;
  }
  EXPECT_NEAR(b.view.camera.zoom, 8 + 2 * std::log2(1.25), 0.01) << "two notches add up";
}

TEST(Apply, ZoomingInTheGoalComesStraightIn) {
  Bench b;
  b.desk.reduced_motion = false;
  b.view.camera = {16, 46, 6};
  const Camera goal{22.5, 40.5, 13};
  const auto px_to_goal = [&] {
    const MapView now = map_view(b.view.camera, b.view.map), there = map_view(goal, b.view.map);
    return std::hypot(there.centre_x - now.centre_x, there.centre_y - now.centre_y) * now.px_per_world;
  };
  b.say(FlyToView{goal});
  double before = px_to_goal();
  while (b.flight.under_way()) {
    b.flight.advance(b.view.camera, b.view.map, 0.008);
    EXPECT_LE(px_to_goal(), before + 1e-6);
    before = px_to_goal();
  }
  EXPECT_TRUE(b.view.camera == goal);
}

TEST(Apply, AStoppedCameraStaysWhereItIs) {
  Bench b;
  b.desk.reduced_motion = false;
  b.say(FlyTo{22, 41, 9});
  b.flight.advance(b.view.camera, b.view.map, 0.1);
  const Camera there = b.view.camera;
  b.say(StopCamera{});
  EXPECT_FALSE(b.flight.under_way());
  EXPECT_TRUE(b.view.camera == there);
  EXPECT_FALSE(there == (Camera{22, 41, 9}));
}

TEST(Apply, MeasuringAddsClosesAndTakesBack) {
  Bench b;
  b.say(MeasureMap{true});
  EXPECT_TRUE(b.desk.measuring);
  for (const double lon : {20.0, 21.0, 20.5}) b.say(AddMeasured{lon, lon == 20.5 ? 44.0 : 43.0});
  b.say(AddMeasured{20.5, 44.0});
  EXPECT_EQ(b.view.measure.points.size(), 3u) << "the same place twice is one";
  b.say(CloseMeasured{});
  EXPECT_TRUE(b.view.measure.closed);
  b.say(DropMeasured{});
  EXPECT_FALSE(b.view.measure.closed);
  EXPECT_EQ(b.view.measure.points.size(), 3u);
  b.say(DropMeasured{});
  EXPECT_EQ(b.view.measure.points.size(), 2u);
  b.say(CloseMeasured{});
  EXPECT_FALSE(b.view.measure.closed) << "two places enclose nothing";
  b.say(MeasureMap{false});
  EXPECT_TRUE(b.view.measure.points.empty());
  b.say(Undo{});
  EXPECT_EQ(b.view.measure.points.size(), 2u);
  EXPECT_TRUE(b.desk.measuring);
}

TEST(Apply, ViewsAreKeptRenamedAndDeletedAndUndoneButNotTheProjects) {
  Bench b;
  b.desk.bookmarks = {{"The project's", {19, 42, 8}, true}};
  b.view.camera = {21, 43, 9};
  EXPECT_TRUE(b.say(AddBookmark{"  Canal "}).bookmarks);
  ASSERT_EQ(b.desk.bookmarks.size(), 2u);
  EXPECT_EQ(b.desk.bookmarks[1], (Bookmark{"Canal", {21, 43, 9}, false}));
  EXPECT_TRUE(b.say(RenameBookmark{1, "The canal"}).bookmarks);
  EXPECT_EQ(b.desk.bookmarks[1].name, "The canal");
  EXPECT_FALSE(b.say(RenameBookmark{1, " "}).bookmarks) << "a view has a name";
  EXPECT_FALSE(b.say(RemoveBookmark{0}).bookmarks) << "the project's own";
  EXPECT_FALSE(b.say(RemoveBookmark{7}).bookmarks);
  EXPECT_TRUE(b.say(RemoveBookmark{1}).bookmarks);
  EXPECT_EQ(b.desk.bookmarks.size(), 1u);
  EXPECT_TRUE(b.say(Undo{}).bookmarks) << "what comes back is kept again";
  EXPECT_EQ(b.desk.bookmarks.back().name, "The canal");
  b.say(AddBookmark{""});
  EXPECT_EQ(b.desk.bookmarks.back().name, "View 3");
}

TEST(Apply, TheScaleStaysInItsBounds) {
  Bench b;
  EXPECT_TRUE(b.say(SetScale{9}).scale);
  EXPECT_FLOAT_EQ(b.desk.user_scale, 2);
  b.say(SetScale{0});
  EXPECT_FLOAT_EQ(b.desk.user_scale, 0.8f);
  b.say(ChangeSpeed{99});
  EXPECT_EQ(b.desk.playback.us_per_second, kSpeeds.back().us_per_second);
  Playback typed;
  typed.us_per_second = 5 * kMicrosPerDay;
  b.say(SetPlayback{typed});
  b.say(ChangeSpeed{-1});
  EXPECT_EQ(b.desk.playback.us_per_second, 3 * kMicrosPerDay) << "the named speed below a typed one";
}

TEST(Apply, ANewChoiceOfNamesIsAStepThatCanBeUndone) {
  Bench bench;
  bench.say(SetNames{{Lang::sq, Lang::local, PairOrder::usual}});
  EXPECT_EQ(bench.view.names.first, Lang::sq);
  EXPECT_EQ(bench.history.undo_words(), "change the names");
  bench.say(Undo{});
  EXPECT_EQ(bench.view.names, NameChoice{});
  bench.say(Redo{});
  EXPECT_EQ(bench.view.names.second, Lang::local);
}

TEST(Apply, TheCyclicPartOfAFilterIsSaidApart) {
  Bench b;
  b.say(SetStatus{1, false});
  CycleChoice cycle;
  cycle.hours = 1u << 18 | 1u << 19;
  cycle.weekdays = 1u << 5;
  const Effects effects = b.say(SetCycle{cycle});
  ASSERT_TRUE(effects.filter);
  EXPECT_EQ(effects.filter->text, "status=confirmed,alleged,disputed");
  EXPECT_EQ(effects.filter->cycle, "hour=18,19 and weekday=6");
  EXPECT_EQ(b.say(Undo{}).filter->cycle, "");
  EXPECT_EQ(b.desk.choices.cycle, CycleChoice{});
}

TEST(Apply, AnotherZoneKeepsWhatTheClocksRead) {
  Bench b;
  b.view.zone = "UTC";
  b.view.time.window = {b.zone.to_time({{2024, 11, 1}, 0, 0, 0, 0}),
                        b.zone.to_time({{2025, 4, 1}, 0, 0, 0, 0})};
  b.view.time.cursor = b.zone.to_time({{2025, 3, 16}, 0, 0, 0, 0});
  b.view.timeline_style.ranges = {{"spring", b.view.time.window}};
  const UndoState before = b.state();
  const Effects effects = b.say(SetZone{"Europe/Belgrade"});
  EXPECT_EQ(effects.zone, "Europe/Belgrade");
  const TimeZone belgrade = TimeZone::find("Europe/Belgrade").value();
  EXPECT_EQ(belgrade.to_civil(b.view.time.window.begin), (CivilTime{{2024, 11, 1}, 0, 0, 0, 0}));
  EXPECT_EQ(belgrade.to_civil(b.view.time.window.end), (CivilTime{{2025, 4, 1}, 0, 0, 0, 0}));
  EXPECT_EQ(b.view.timeline_style.ranges[0].span, b.view.time.window);
  EXPECT_EQ(b.say(Undo{}).zone, "UTC");
  EXPECT_EQ(b.state(), before);
  EXPECT_FALSE(b.say(SetZone{"Europe/Nowhere"}).zone);
  EXPECT_NE(b.desk.notice.find("no time zone"), std::string::npos);
  EXPECT_EQ(b.state(), before);
}

TEST(Apply, LanesBarsAndRangesAreStepsThatCanBeUndone) {
  Bench b;
  b.view.first_lane = 3;
  TimelineStyle style;
  style.lanes = LaneBy::country;
  style.scale = BarScale::log;
  style.ranges = {{"blockades", {day(100), day(120)}}};
  b.say(SetTimelineStyle{style, "name a range"});
  EXPECT_EQ(b.view.timeline_style, style);
  EXPECT_EQ(b.view.first_lane, 0u) << "other lanes begin with the first";
  EXPECT_EQ(b.history.undo_words(), "name a range");
  b.say(Undo{});
  EXPECT_EQ(b.view.timeline_style, TimelineStyle{});
  b.say(Redo{});
  EXPECT_EQ(b.view.timeline_style, style);
}

TEST(Apply, PlayingAtAnEndBeginsAgainFromTheOtherSide) {
  Bench b;
  b.view.time.mode = Mode::cumulative;
  b.view.time.cursor = day(200);
  b.say(Play{true});
  EXPECT_EQ(b.view.time.cursor, day(100));
  Playback back;
  back.reverse = true;
  b.say(SetPlayback{back});
  b.say(Play{true});
  EXPECT_EQ(b.view.time.cursor, day(200));
}

}  // namespace
}  // namespace vidik
