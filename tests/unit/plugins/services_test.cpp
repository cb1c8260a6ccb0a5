// Parameters, panel, state and queries, through a guest process of its own.
#include "guest/roster.h"
#include "guest/wait_posix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <signal.h>

#include <functional>

extern "C" int vidik_abi_layout_holds(void);

namespace vidik {
namespace {

using testing::HasSubstr;

TEST(Abi, TheNamesAreWhatTheyWere) { EXPECT_EQ(vidik_abi_layout_holds(), 1); }

class Services : public testing::Test {
 protected:
  void open(RosterOptions options = {}) {
    options.folders = {TUNER_FOLDER};
    options.user_folder = options.shipped_folder = "/nonexistent";
    options.guest_program = GUEST_PROGRAM;
    options.log_dir = testing::TempDir();
    roster_ = Roster::open(options);
    roster_->wait_for_events(30'000);
    ASSERT_EQ(entry().state, GuestState::ready) << entry().reason;
  }
  const OverlayEntry& entry() const { return roster_->entries().front(); }

  bool until(const std::function<bool()>& holds) {
    const std::int64_t end = monotonic_ms() + 30'000;
    while (monotonic_ms() < end) {
      roster_->poll(monotonic_ms());
      if (holds()) return true;
      wait_readable(roster_->wake_fds(), 5);
    }
    return false;
  }

  // What the overlay's label says of a picture that shows all of it.
  std::string drawn() {
    AskView view;
    view.west = 12, view.east = 30, view.south = 34, view.north = 49;
    view.width_px = 800, view.height_px = 600, view.zoom = 6;
    view.for_export = true;
    view.all.version = ++version_;
    view.all.give = [this] {
      AskLayer layer;
      layer.layer = entry().layer;
      layer.serial = entry().layer->serial;
      for (Row row = 0; row < entry().layer->size(); ++row) layer.events.push_back({row, 1, false, false});
      return std::vector<AskLayer>{layer, layer};
    };
    roster_->ask(view);
    roster_->wait_for_marks(20'000);
    EXPECT_TRUE(entry().marks_current);
    return entry().marks.marks.empty() ? entry().reason : entry().marks.marks.back().text;
  }

  std::unique_ptr<Roster> roster_;
  std::uint64_t version_ = 0;
};

TEST_F(Services, ParametersAreDeclaredAndHaveTheirValuesBeforeTheFirstLoad) {
  open();
  ASSERT_EQ(entry().params.size(), 5u);
  EXPECT_EQ(entry().params[0].id, "speed");
  EXPECT_EQ(entry().params[0].unit, "km/h");
  EXPECT_EQ(entry().params[3].choices, (std::vector<std::string>{"red", "green", "blue"}));
  EXPECT_EQ(entry().layer->size(), 2u);
  EXPECT_EQ(drawn(), "60 2 1 1 A pressed 0 seen 4 near 2 first tuner/e0");
  ASSERT_EQ(entry().marks.legend.size(), 1u);
  EXPECT_EQ(entry().marks.legend[0].words, "A line");
}

TEST_F(Services, WhatAProjectSetsIsThereFromTheBeginning) {
  RosterOptions options;
  options.params["tuner"] = {{"count", {4, ""}}, {"name", {0, "B"}}};
  options.saved["tuner"] = {3, "pressed=7"};
  open(options);
  EXPECT_EQ(entry().layer->size(), 4u);
  EXPECT_THAT(drawn(), HasSubstr("60 4 1 1 B pressed 7"));
}

TEST_F(Services, AValueOutsideItsRangeIsBroughtIntoIt) {
  open();
  roster_->set_params("tuner", {{"speed", {500, ""}}, {"colour", {9, ""}}, {"arrows", {0.2, ""}}});
  EXPECT_THAT(drawn(), HasSubstr("120 2 0 2 A"));
}

TEST_F(Services, AParameterThatMakesOtherEventsLoadsThemAgain) {
  open();
  roster_->set_params("tuner", {{"count", {5, ""}}});
  EXPECT_TRUE(until([&] { return entry().layer->size() == 5; }));
}

TEST_F(Services, APanelSaysWhatWasDoneInIt) {
  open();
  EXPECT_TRUE(entry().panel.empty());
  roster_->open_panel("tuner", true);
  ASSERT_TRUE(until([&] { return entry().panel.size() == 5; }));
  EXPECT_EQ(entry().panel[0].name, "Pressed 0");
  EXPECT_EQ(entry().panel[3].value, 60);
  EXPECT_EQ(entry().panel[4].items.size(), 3u);
  roster_->press("tuner", {1, 1});
  roster_->press("tuner", {3, 90});
  // Built again after what was done in it, so that the text knows.
  EXPECT_TRUE(until([&] { return entry().panel[0].name == "Pressed 1" && entry().panel[3].value == 90; }));
  EXPECT_THAT(drawn(), HasSubstr("90 2 1 1 A pressed 1"));
}

TEST_F(Services, ItsStateIsAskedForWhenItIsQuietAndSurvivesItsProcess) {
  open();
  roster_->open_panel("tuner", true);
  ASSERT_TRUE(until([&] { return !entry().panel.empty(); }));
  roster_->press("tuner", {1, 1});
  ASSERT_TRUE(until([&] { return entry().saved.bytes == "pressed=1"; }));
  EXPECT_EQ(entry().saved.version, 3u);
  kill(entry().process_id, SIGKILL);
  ASSERT_TRUE(until([&] {
    return entry().restarts == 1 && entry().state == GuestState::ready && entry().events_complete;
  }));
  EXPECT_THAT(drawn(), HasSubstr("pressed 1"));
}

TEST_F(Services, AStateThatKillsItTwiceIsSetAside) {
  RosterOptions options;
  options.saved["tuner"] = {3, "die"};
  options.folders = {TUNER_FOLDER};
  options.user_folder = options.shipped_folder = "/nonexistent";
  options.guest_program = GUEST_PROGRAM;
  options.log_dir = testing::TempDir();
  roster_ = Roster::open(options);
  ASSERT_TRUE(until([&] { return entry().state == GuestState::ready && entry().events_complete; }));
  EXPECT_EQ(entry().restarts, 2u);
  EXPECT_EQ(entry().saved.bytes, "");
  EXPECT_THAT(drawn(), HasSubstr("pressed 0"));
}

TEST_F(Services, AStateOfSomebodyElseIsRefusedInItsOwnWords) {
  RosterOptions options;
  options.saved["tuner"] = {3, "somebody else's"};
  open(options);
  EXPECT_THAT(entry().reason, HasSubstr("it is not a state of mine"));
  EXPECT_EQ(entry().restarts, 0u);
}

TEST_F(Services, ACrashInSetIsNamed) {
  open();
  roster_->set_params("tuner", {{"name", {0, "crash"}}});
  EXPECT_TRUE(until([&] { return entry().state == GuestState::quarantined; }));
  EXPECT_THAT(entry().reason, HasSubstr("stopped (signal 6 in set)"));
}

}  // namespace
}  // namespace vidik
