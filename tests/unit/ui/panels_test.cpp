#include "panel_stage.h"

#include "ui/event_facts.h"

#include <gtest/gtest.h>

#include <set>

namespace vidik {
namespace {

Time day(int n) { return PanelStage::day(n); }
constexpr double kPixel = 8e9;  // 100 days on some 1300 px: ImGui's pointer stands on whole ones

TEST(Panels, AskForNothingByThemselves) {
  PanelStage stage;
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(stage.frame().empty());
}

// The answer of the first button found going down at this x.
const AnswerSafeStart* answer_at(PanelStage& stage, float x, std::vector<Intent>& said) {
  for (float y = 400; y < 540; y += 8) {
    said = stage.click(x, y);
    if (const auto* answer = find_intent<AnswerSafeStart>(said)) return answer;
  }
  return nullptr;
}

TEST(Panels, AfterAnUncleanEndEachButtonGivesItsAnswer) {
  PanelStage stage;
  std::vector<Intent> said;
  EXPECT_EQ(answer_at(stage, 698, said), nullptr) << "nothing is asked after a clean end";
  stage.desk.safe_start = "The last overlay at work was Troops. Start without overlays?";
  const AnswerSafeStart* without = answer_at(stage, 698, said);
  ASSERT_NE(without, nullptr);
  EXPECT_FALSE(without->as_usual);
  const AnswerSafeStart* usual = answer_at(stage, 922, said);
  ASSERT_NE(usual, nullptr);
  EXPECT_TRUE(usual->as_usual);
}

TEST(Panels, ClickingASymbolSelectsItsEvent) {
  PanelStage stage;
  const auto said = stage.click(902, 298);
  const Select* select = find_intent<Select>(said);
  ASSERT_NE(select, nullptr);
  EXPECT_EQ(select->event, (EventKey{"protests", "e1"}));
}

TEST(Panels, DotsAreHoveredAndChosenToo) {
  PanelStage stage;
  stage.picture.as_points = true;
  stage.dot = EventRef{0, 1};
  stage.move(700, 200);
  stage.move(702, 201);
  EXPECT_EQ(stage.memory.hovered, (EventKey{"protests", "e1"}));
  const auto said = stage.click(702, 201);
  const Select* select = find_intent<Select>(said);
  ASSERT_NE(select, nullptr);
  EXPECT_EQ(select->event, (EventKey{"protests", "e1"}));
  stage.dot.reset();
  stage.move(650, 220);
  EXPECT_EQ(stage.memory.hovered, EventKey{});
}

TEST(Panels, ClickingEmptyGroundClearsTheSelection) {
  PanelStage stage;
  stage.view.selected = {"protests", "e1"};
  const auto said = stage.click(700, 200);
  const Select* select = find_intent<Select>(said);
  ASSERT_NE(select, nullptr);
  EXPECT_TRUE(select->event.empty());
}

TEST(Panels, ClickingAClusterThatZoomPartsFitsItsEvents) {
  PanelStage stage;
  const auto said = stage.click(700, 400);
  const FitBox* box = find_intent<FitBox>(said);
  ASSERT_NE(box, nullptr);
  EXPECT_DOUBLE_EQ(box->west, 20);
  EXPECT_DOUBLE_EQ(box->north, 44);
  EXPECT_EQ(find_intent<OpenPile>(said), nullptr);
}

TEST(Panels, HoveringAnEventIsToldOnceAndTakenBack) {
  PanelStage stage;
  stage.move(900, 300);
  const auto on = stage.move(901, 300);
  const auto still = stage.move(902, 300);
  EXPECT_EQ(find_intent<Hover>(still), nullptr);
  const auto off = stage.move(600, 200);
  const Hover* hover = find_intent<Hover>(off);
  ASSERT_NE(hover, nullptr);
  EXPECT_TRUE(hover->event.empty());
  EXPECT_EQ(stage.memory.hovered, EventKey{});
}

TEST(Panels, DraggingTheMapPansItByAsMuch) {
  PanelStage stage;
  stage.move(800, 250);
  stage.move(800, 250);
  stage.press();
  float dx = 0, dy = 0;
  for (const auto& at : {ImVec2{810, 260}, ImVec2{830, 255}, ImVec2{870, 240}}) {
    for (const Intent& intent : stage.move(at.x, at.y)) {
      if (const PanMap* pan = std::get_if<PanMap>(&intent)) dx += pan->dx, dy += pan->dy;
    }
  }
  const auto said = stage.release();
  EXPECT_FLOAT_EQ(dx, 70);
  EXPECT_FLOAT_EQ(dy, -10);
  EXPECT_NE(find_intent<Settle>(said), nullptr);
  EXPECT_EQ(find_intent<Select>(said), nullptr) << "a drag is no click";
}

TEST(Panels, EscDuringADragGoesBackToItsStart) {
  PanelStage stage;
  stage.move(800, 250);
  stage.move(800, 250);
  stage.press();
  stage.move(860, 250);
  const auto said = stage.key({Key::escape});
  const FlyTo* back = find_intent<FlyTo>(said);
  ASSERT_NE(back, nullptr);
  EXPECT_DOUBLE_EQ(back->lon, 20);
  EXPECT_EQ(find_intent<PanMap>(stage.move(900, 250)), nullptr) << "what is left of the drag does nothing";
  EXPECT_EQ(find_intent<Select>(stage.release()), nullptr);
}

TEST(Panels, TheWheelZoomsAtThePointer) {
  PanelStage stage;
  stage.move(800, 250);
  stage.move(800, 250);
  const auto said = stage.wheel(2);
  const ZoomMap* zoom = find_intent<ZoomMap>(said);
  ASSERT_NE(zoom, nullptr);
  EXPECT_EQ(zoom->at, (Px{800, 250}));
  EXPECT_NEAR(zoom->factor, 1.5625, 1e-9);
}

TEST(Panels, DraggingThePlayheadMovesTheCursor) {
  PanelStage stage;
  const TimelinePlaces& p = stage.picture.timeline;
  const float x = p.x_of(day(50)), y = p.histogram.y + 20;
  stage.move(x, y);
  stage.move(x, y);
  EXPECT_NE(find_intent<TimelineDrag>(stage.press()), nullptr);
  const auto said = stage.move(p.x_of(day(60)), y);
  const SetCursor* cursor = find_intent<SetCursor>(said);
  ASSERT_NE(cursor, nullptr);
  EXPECT_NEAR(static_cast<double>(cursor->to.us), static_cast<double>(day(60).us), kPixel);
  const auto end = stage.release();
  const TimelineDrag* drag = find_intent<TimelineDrag>(end);
  ASSERT_NE(drag, nullptr);
  EXPECT_FALSE(drag->on);
}

TEST(Panels, DraggingAHandleChangesTheWindow) {
  PanelStage stage;
  const TimelinePlaces& p = stage.picture.timeline;
  stage.move(p.handle_end.x + 5, p.handle_end.y + 9);
  stage.move(p.handle_end.x + 5, p.handle_end.y + 9);
  stage.press();
  const auto said = stage.move(p.x_of(day(80)), p.handle_end.y + 9);
  const SetWindow* window = find_intent<SetWindow>(said);
  ASSERT_NE(window, nullptr);
  EXPECT_EQ(window->window.begin, day(20));
  EXPECT_NEAR(static_cast<double>(window->window.end.us), static_cast<double>(day(80).us), kPixel);
}

TEST(Panels, TheWheelOnTheTimelineZoomsAndWithShiftPans) {
  PanelStage stage;
  const TimelinePlaces& p = stage.picture.timeline;
  stage.move(p.plot.x + 300, p.histogram.y + 5);
  stage.move(p.plot.x + 300, p.histogram.y + 5);
  const auto zoomed = stage.wheel(1);
  const SetTimelineSpan* span = find_intent<SetTimelineSpan>(zoomed);
  ASSERT_NE(span, nullptr);
  EXPECT_LT(span->span.end.us - span->span.begin.us, day(100).us);
  ImGui::GetIO().KeyShift = true;
  const auto panned = stage.wheel(1);
  ImGui::GetIO().KeyShift = false;
  span = find_intent<SetTimelineSpan>(panned);
  ASSERT_NE(span, nullptr);
  EXPECT_EQ(span->span.end.us - span->span.begin.us, day(100).us);
  EXPECT_LT(span->span.begin, day(0));
}

TEST(Panels, KeysSayWhatTheSheetPromises) {
  PanelStage stage;
  const auto space = stage.key({Key::space});
  ASSERT_NE(find_intent<Play>(space), nullptr);
  EXPECT_TRUE(find_intent<Play>(space)->on);
  EXPECT_EQ(find_intent<StepCursor>(stage.key({Key::left, 0, false, true}))->steps, -10);
  EXPECT_EQ(find_intent<SetMode>(stage.key({Key::digit, '5'}))->mode, Mode::all);
  EXPECT_NE(find_intent<FitMap>(stage.key({Key::zero})), nullptr);
  EXPECT_NE(find_intent<Undo>(stage.key({Key::letter, 'z', true})), nullptr);
  EXPECT_NE(find_intent<Redo>(stage.key({Key::letter, 'z', true, true})), nullptr);
  EXPECT_FALSE(find_intent<SetLayer>(stage.key({Key::digit, '1', true}))->on);
  EXPECT_EQ(find_intent<SetTheme>(stage.key({Key::letter, 'l', true, true}))->theme, ThemeName::light);
  EXPECT_NE(find_intent<TakePicture>(stage.key({Key::f12})), nullptr);
  EXPECT_EQ(find_intent<Select>(stage.key({Key::letter, 'n'}))->event.id, "e0");
}

TEST(Panels, NextAndPreviousGoByDate) {
  PanelStage stage;
  stage.view.selected = {"protests", "e1"};
  EXPECT_EQ(find_intent<Select>(stage.key({Key::letter, 'n'}))->event.id, "e2");
  EXPECT_EQ(find_intent<Select>(stage.key({Key::letter, 'p'}))->event.id, "e0");
  stage.view.selected = {"protests", "e2"};
  EXPECT_EQ(find_intent<Select>(stage.key({Key::letter, 'n'})), nullptr) << "there is none after the last";
}

TEST(Panels, SwitchesAndChipsSayWhatTakesPart) {
  PanelStage stage;
  // The first row of the overlays; the panel begins under the top bar.
  const SetLayer* layer = nullptr;
  const SetStatus* status = nullptr;
  std::vector<Intent> said;
  for (float y = 60; y < 320 && (layer == nullptr || status == nullptr); y += 8) {
    const auto more = stage.click(24, y);
    said.insert(said.end(), more.begin(), more.end());
    layer = find_intent<SetLayer>(said);
    status = find_intent<SetStatus>(said);
  }
  ASSERT_NE(layer, nullptr);
  EXPECT_FALSE(layer->on);
  ASSERT_NE(status, nullptr);
  EXPECT_EQ(status->status, 0);
  EXPECT_FALSE(status->on);
}

TEST(Panels, TheCardCoversItsPlaceAndClosesByEsc) {
  PanelStage stage;
  EXPECT_FLOAT_EQ(stage.memory.card.w, 0);
  stage.view.selected = {"protests", "e1"};
  stage.frame();
  stage.frame();
  const Box2& card = stage.memory.card;
  EXPECT_FLOAT_EQ(card.w, 336);
  EXPECT_FLOAT_EQ(card.x + card.w, stage.layout.map.x + stage.layout.map.w - 16);
  EXPECT_LE(card.y + card.h, stage.layout.map.y + stage.layout.map.h);
  const auto said = stage.key({Key::escape});
  ASSERT_NE(find_intent<Select>(said), nullptr);
  EXPECT_TRUE(find_intent<Select>(said)->event.empty());
}

PluginRow route_row() {
  PluginRow row;
  row.name = "route";
  row.id = "org.vidik.route";
  row.title = "Route";
  row.version = "1.0.0";
  row.state = "ready";
  row.on = row.can_switch = true;
  row.params.push_back({ParamKind::toggle, "arrows", "Arrows", "", "", 0, 1, {}, {1, ""}});
  row.panel.push_back({ControlKind::text, 0, "No stops yet.", 0, 1, 0, {}});
  row.panel.push_back({ControlKind::button, 7, "Add", 0, 1, 0, {}});
  return row;
}

TEST(Panels, EveryPartIsDrawnAtEverySizeAndThemeWithoutAskingForAnything) {
  for (const Size size :
       {Size{900, 600}, Size{1000, 700}, Size{1200, 760}, Size{1600, 900}, Size{2560, 1440}}) {
    for (const ThemeName name : {ThemeName::dark, ThemeName::light}) {
      PanelStage stage(size);
      stage.view.theme = name;
      stage.view.selected = {"protests", "e1"};
      stage.desk.list_open = stage.desk.shortcuts_open = stage.desk.settings_open = stage.desk.go_to_open =
          true;
      stage.desk.plugins_open = true;
      stage.plugins = {route_row()};
      stage.trouble = "stopped (signal 9); restarted";
      stage.readings = {{"a.csv", 412, 3, {"row 12: no date"}, {"zone not stated"}, "", {}}};
      stage.memory.details_open = true;
      stage.frame();
      EXPECT_TRUE(stage.frame().empty()) << size.width << "x" << size.height;
    }
  }
}

// The panel's rows begin under its warning; the warning's height depends on the font, so the pointer looks for the control.
template <typename Wanted>
const Wanted* found_by_clicking(PanelStage& stage, float x, std::vector<Intent>& said) {
  for (float y = 110; y < 320; y += 7) {
    said = stage.click(x, y);
    if (const Wanted* wanted = find_intent<Wanted>(said)) return wanted;
  }
  return nullptr;
}

TEST(Panels, AnOverlaysSwitchParametersAndOwnButtonsSayWhatWasDone) {
  PanelStage stage;
  stage.desk.plugins_open = true;
  stage.plugins = {route_row()};
  stage.frame();
  const float left = stage.layout.map.x + 16 + 20;
  std::vector<Intent> said;
  const SwitchOverlay* off = found_by_clicking<SwitchOverlay>(stage, left + 392, said);
  ASSERT_NE(off, nullptr);
  EXPECT_EQ(off->id, "org.vidik.route");
  EXPECT_FALSE(off->on);
  const SetParam* set = found_by_clicking<SetParam>(stage, left + 130 + 10, said);
  ASSERT_NE(set, nullptr);
  EXPECT_EQ(set->overlay, "route");
  EXPECT_EQ(set->id, "arrows");
  EXPECT_EQ(set->value.number, 0);
  const PressControl* press = found_by_clicking<PressControl>(stage, left + 10, said);
  ASSERT_NE(press, nullptr);
  EXPECT_EQ(press->press.key, 7u);
}

TEST(Panels, AnOpenQuestionIsAnsweredByAButton) {
  PanelStage stage;
  stage.readings = {{"b.csv",
                     2,
                     0,
                     {},
                     {},
                     "",
                     {{"date_order",
                       "in \"01/02/2024\" of column day day and month cannot be told apart: day first "
                       "(date_order=dmy) or month first (date_order=mdy)?",
                       {"dmy", "mdy"}}}}};
  stage.frame();
  const AnswerFile* answer = nullptr;
  std::vector<Intent> said;
  // The buttons stand somewhere in the left panel: every place of it is tried.
  for (float y = 60; y < stage.layout.left.y + stage.layout.left.h && answer == nullptr; y += 10) {
    said = stage.click(stage.layout.left.x + 40, y);
    answer = find_intent<AnswerFile>(said);
  }
  ASSERT_NE(answer, nullptr);
  EXPECT_EQ(answer->file, "b.csv");
  EXPECT_EQ(answer->about, "date_order");
  EXPECT_EQ(answer->answer, "dmy");
}

TEST(EventFacts, TheAttributionIsDisputedWhenSomebodySaysAndSomebodyDenies) {
  PanelStage stage;
  const EventFacts facts = event_facts(*stage.snapshot, {0, 1}, TimeZone::utc());
  EXPECT_EQ(facts.attribution, Attribution::disputed);
  EXPECT_EQ(facts.status, Status::confirmed);
  ASSERT_EQ(facts.sources.size(), 1u);
  EXPECT_EQ(facts.sources[0].url, "https://example.org/a");
  EXPECT_NE(citation(facts).find("https://example.org/a"), std::string::npos);
}

}  // namespace
}  // namespace vidik
