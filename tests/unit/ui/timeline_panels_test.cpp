// The timeline's menus and panels under a scripted pointer: brushing, picking, naming, panning.

#include "panel_stage.h"

#include "ui/picking.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

Time day(int n) { return PanelStage::day(n); }

std::vector<Intent> drag(PanelStage& stage, int button, ImVec2 from, ImVec2 to) {
  std::vector<Intent> all;
  const auto take = [&](std::vector<Intent> more) { all.insert(all.end(), more.begin(), more.end()); };
  take(stage.move(from.x, from.y));
  take(stage.move(from.x, from.y));
  ImGui::GetIO().MouseDown[button] = true;
  take(stage.frame());
  take(stage.move((from.x + to.x) / 2, (from.y + to.y) / 2));
  take(stage.move(to.x, to.y));
  ImGui::GetIO().MouseDown[button] = false;
  take(stage.frame());
  return all;
}

template <typename T>
const T* last_intent(const std::vector<Intent>& all) {
  const T* found = nullptr;
  for (const Intent& one : all)
    if (const T* it = std::get_if<T>(&one)) found = it;
  return found;
}

TEST(TimelinePanels, TheRightButtonPansThePlotAndMovesNoClock) {
  PanelStage stage;
  const TimelinePlaces& p = stage.picture.timeline;
  const float y = p.lanes.y + 8;
  const auto all = drag(stage, 1, {p.plot.x + 300, y}, {p.plot.x + 200, y});
  const auto* span = last_intent<SetTimelineSpan>(all);
  ASSERT_NE(span, nullptr);
  const double moved =
      static_cast<double>(span->span.begin.us - day(0).us) / static_cast<double>(kMicrosPerDay);
  EXPECT_NEAR(moved, 100.0 * 100 / static_cast<double>(p.plot.w), 0.2) << "the ground follows the pointer";
  EXPECT_EQ(last_intent<SetCursor>(all), nullptr);
  EXPECT_EQ(last_intent<SetWindow>(all), nullptr);
}

TEST(TimelinePanels, ABoxTakesTheVisibleEventsOfItsTime) {
  PanelStage stage;
  stage.view.time.mode = Mode::all;
  const TimelinePlaces& p = stage.picture.timeline;
  ImGui::GetIO().KeyCtrl = true;
  const auto all =
      drag(stage, 0, {p.plot.x + 1, p.histogram.y + 2}, {p.plot.x + p.plot.w - 2, p.lanes.y + 14});
  ImGui::GetIO().KeyCtrl = false;
  const auto* picked = last_intent<PickEvents>(all);
  ASSERT_NE(picked, nullptr);
  std::size_t inside = 0;
  const auto& begin = stage.snapshot->layers[0]->columns.begin;
  for (Row r = 0; r < begin.size(); ++r) inside += begin[r] >= day(0).us && begin[r] < day(100).us;
  EXPECT_EQ(picked->events.size(), inside);
  ASSERT_GT(inside, 0u);
  EXPECT_EQ(last_intent<SetCursor>(all), nullptr) << "choosing is no scrubbing";
  EXPECT_TRUE(last_intent<ShowPart>(all) != nullptr && last_intent<ShowPart>(all)->part == Part::event_list);
}

TEST(TimelinePanels, WhatIsNotVisibleCannotBeTaken) {
  PanelStage stage;
  stage.view.time.mode = Mode::window;
  stage.view.time.window = {day(-500), day(-400)};
  stage.view.time.cursor = day(-400);
  const TimelinePlaces& p = stage.picture.timeline;
  ImGui::GetIO().KeyCtrl = true;
  const auto all =
      drag(stage, 0, {p.plot.x + 1, p.histogram.y + 2}, {p.plot.x + p.plot.w - 2, p.lanes.y + 14});
  ImGui::GetIO().KeyCtrl = false;
  EXPECT_EQ(last_intent<PickEvents>(all), nullptr);
}

TEST(TimelinePanels, BrushingTheCyclicViewSetsExactlyTheBrushedCells) {
  PanelStage stage;
  stage.desk.cycle_open = true;
  stage.frame();
  stage.frame();
  // From the cell of Tuesday 3 o'clock to that of Thursday 8 o'clock; where the grid is, the panel's layout says.
  const Box2 map = stage.layout.map;
  const float w = 16 + 46 + 24 * 15 + 36 + 2 * 66 + 60;
  const float x = map.x + (map.w - w) / 2 + 16 + 46, y = map.y + map.h - 258 - 16 + 66;
  const auto all = drag(stage, 0, {x + 3.5f * 15, y + 1.5f * 20}, {x + 8.5f * 15, y + 3.5f * 20});
  const auto* set = last_intent<SetCycle>(all);
  ASSERT_NE(set, nullptr);
  EXPECT_EQ(set->cycle.hours, 0b1'1111'1000u);
  EXPECT_EQ(set->cycle.weekdays, 0b000'1110u);
  EXPECT_EQ(set->cycle.months, 0u);
  EXPECT_NE(last_intent<Settle>(all), nullptr) << "one brush, one step of undo";
}

TEST(TimelinePanels, ANameAndEnterMakeTheWindowARange) {
  PanelStage stage;
  stage.desk.ranges_open = true;
  stage.memory.range_name = "blockades";
  stage.frame();
  stage.frame();
  const Box2 map = stage.layout.map;
  const auto all = stage.click(map.x + map.w - 380 - 24 + 60, map.y + 60 + 100);
  const auto* style = last_intent<SetTimelineStyle>(all);
  ASSERT_NE(style, nullptr);
  ASSERT_EQ(style->style.ranges.size(), 1u);
  EXPECT_EQ(style->style.ranges[0], (NamedRange{"blockades", stage.view.time.window}));
  EXPECT_TRUE(stage.memory.range_name.empty());
}

}  // namespace
}  // namespace vidik
