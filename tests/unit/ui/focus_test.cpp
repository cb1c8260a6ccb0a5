// A walk with the keyboard alone: Tab reaches every control, Enter presses it, arrows move the timeline's parts.

#include "panel_stage.h"

#include <gtest/gtest.h>

#include <set>

namespace vidik {
namespace {

KeyPress tab(bool back = false) {
  KeyPress k;
  k.key = Key::tab;
  k.shift = back;
  return k;
}
KeyPress of(Key key, bool shift = false) {
  KeyPress k;
  k.key = key;
  k.shift = shift;
  return k;
}

TEST(Focus, AWalkReachesEveryControlOnceAndComesRound) {
  PanelStage stage;
  stage.frame();
  const std::size_t all = stage.memory.focus.offers.size();
  ASSERT_GT(all, 35u) << "top bar, left panel, map buttons, transport, timeline";
  std::set<unsigned> seen;
  for (std::size_t i = 0; i < all; ++i) {
    stage.key(tab());
    EXPECT_TRUE(stage.memory.focus.shown);
    seen.insert(stage.memory.focus.id);
  }
  EXPECT_EQ(seen.size(), all);
  const unsigned last = stage.memory.focus.id;
  stage.key(tab());
  EXPECT_TRUE(seen.contains(stage.memory.focus.id)) << "round again";
  stage.key(tab(true));
  EXPECT_EQ(stage.memory.focus.id, last);
  stage.click(900, 420);
  EXPECT_FALSE(stage.memory.focus.shown) << "the last input was the pointer";
}

// Every control that has the focus does with Enter what a click on it does: something, each its own.
TEST(Focus, EnterPressesWhatHasTheFocus) {
  PanelStage stage;
  stage.frame();
  const std::size_t all = stage.memory.focus.offers.size();
  std::set<std::size_t> kinds;
  bool exports = false;
  for (std::size_t i = 0; i < all; ++i) {
    stage.key(tab());
    for (const Intent& intent : stage.key(of(Key::enter))) {
      kinds.insert(intent.index());
      const auto* part = std::get_if<ShowPart>(&intent);
      exports = exports || (part != nullptr && part->part == Part::exporting);
    }
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) stage.key(of(Key::escape));
    stage.frame();
  }
  const auto has = [&](const Intent& one) { return kinds.contains(one.index()); };
  EXPECT_TRUE(has(Play{}));
  EXPECT_TRUE(has(SetMode{}));
  EXPECT_TRUE(has(SetPlayback{}));
  EXPECT_TRUE(has(StepCursor{}));
  EXPECT_TRUE(has(CursorToEnd{}));
  EXPECT_TRUE(has(ShowDays{}));
  EXPECT_TRUE(has(SetLayer{}));
  EXPECT_TRUE(has(SetStatus{}));
  EXPECT_TRUE(has(ZoomMap{}));
  EXPECT_TRUE(exports);
}

// Walks on until the control of that part of the timeline has the focus.
bool walk_to(PanelStage& stage, const Box2& box) {
  for (std::size_t i = 0; i < 200; ++i) {
    stage.key(tab());
    if (stage.memory.focus.takes_arrows && stage.memory.focus.box == box) return true;
  }
  return false;
}

TEST(Focus, ArrowsMoveWhatHasTheFocusAndNothingElse) {
  PanelStage stage;
  stage.view.time.step_us = kMicrosPerDay;
  const TimelinePlaces& p = stage.picture.timeline;
  ASSERT_TRUE(walk_to(stage, p.handle_begin));
  std::vector<Intent> out = stage.key(of(Key::right));
  ASSERT_NE(find_intent<SetWindow>(out), nullptr);
  EXPECT_EQ(find_intent<SetWindow>(out)->window, (Span{PanelStage::day(21), PanelStage::day(70)}));
  EXPECT_EQ(find_intent<StepCursor>(out), nullptr) << "the arrow belongs to the handle";
  ASSERT_TRUE(walk_to(stage, p.handle_end));
  out = stage.key(of(Key::left, true));
  ASSERT_NE(find_intent<SetWindow>(out), nullptr);
  EXPECT_EQ(find_intent<SetWindow>(out)->window, (Span{PanelStage::day(20), PanelStage::day(60)}))
      << "Shift: ten steps";
  ASSERT_TRUE(walk_to(stage, p.window_body));
  out = stage.key(of(Key::right));
  ASSERT_NE(find_intent<SetWindow>(out), nullptr);
  EXPECT_EQ(find_intent<SetWindow>(out)->window, (Span{PanelStage::day(21), PanelStage::day(71)}));
  EXPECT_EQ(find_intent<SetWindow>(out)->cursor, PanelStage::day(51));
  ASSERT_TRUE(walk_to(stage, p.overview));
  out = stage.key(of(Key::right));
  ASSERT_NE(find_intent<SetTimelineSpan>(out), nullptr);
  stage.key(of(Key::escape));
  EXPECT_NE(find_intent<StepCursor>(stage.key(of(Key::right))), nullptr) << "without a focus the arrow steps";
}

TEST(Focus, BehindAnOpenMenuNothingTakesPart) {
  PanelStage stage;
  stage.frame();
  const std::size_t all = stage.memory.focus.offers.size();
  for (std::size_t i = 0; i < all && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup); ++i) {
    stage.key(tab());
    stage.key(of(Key::enter));
  }
  ASSERT_TRUE(ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) << "one of them opens a menu";
  stage.frame();
  stage.frame();
  EXPECT_LT(stage.memory.focus.offers.size(), all / 2);
  EXPECT_GT(stage.memory.focus.offers.size(), 0u);
}

}  // namespace
}  // namespace vidik
