// What the host lets onto the map of what a guest draws, and what stays there when the guest is gone.
#include "faulty_roster.h"

namespace vidik {
namespace {

using testing::HasSubstr;

TEST(GuestMarks, AreAnsweredForTheEventsThatAreVisible) {
  const NothingLeftBehind nothing;
  FaultyRoster one("good");
  ASSERT_TRUE(one.until_loaded());
  EXPECT_FALSE(one.entry().marks_current);
  one.ask_for_everything();
  ASSERT_TRUE(one.until_drawn()) << one.entry().reason;
  ASSERT_EQ(one.entry().marks.marks.size(), 4u);
  const OverlayMarks& marks = one.entry().marks;
  EXPECT_EQ(marks.layer, "good");
  EXPECT_EQ(marks.event_ids.at(marks.marks[1].event), "b");
  EXPECT_EQ(marks.marks[1].outer_px, 10);
  EXPECT_EQ(marks.refused, 0u);
}

TEST(GuestMarks, ThatAreNotFiniteAreRefusedCountedAndTheRestKept) {
  FaultyRoster one("nan");
  ASSERT_TRUE(one.until_loaded());
  one.ask_for_everything();
  ASSERT_TRUE(one.until_drawn());
  EXPECT_EQ(one.entry().marks.refused, 3u);
  EXPECT_EQ(one.entry().marks.marks.size(), 4u);
  EXPECT_THAT(one.entry().reason, HasSubstr("3 marks refused: place is not finite"));
  EXPECT_EQ(one.entry().state, GuestState::ready);
}

TEST(GuestMarks, OfAnEventThatWasNeverHandedOverAreRefused) {
  FaultyRoster one("noevent");
  ASSERT_TRUE(one.until_loaded());
  one.ask_for_everything();
  ASSERT_TRUE(one.until_drawn());
  EXPECT_EQ(one.entry().marks.refused, 1u);
  EXPECT_THAT(one.entry().reason, HasSubstr("an event that was not handed over"));
}

TEST(GuestMarks, BeyondTheBudgetAreLeftOutAndSaid) {
  FaultyRoster one("flood");
  ASSERT_TRUE(one.until_loaded());
  one.ask_for_everything(true);
  ASSERT_TRUE(one.until_drawn()) << one.entry().reason;
  EXPECT_EQ(one.entry().marks.marks.size(), 100'000u);
  EXPECT_EQ(one.entry().reason, "showing 100000 marks of more");
}

TEST(GuestMarks, OutOfAnyRangeAreRefusedAndTheRestKept) {
  FaultyRoster one("huge");
  ASSERT_TRUE(one.until_loaded());
  one.ask_for_everything();
  ASSERT_TRUE(one.until_drawn());
  EXPECT_EQ(one.entry().marks.refused, 3u);
  EXPECT_EQ(one.entry().marks.marks.size(), 4u);
}

TEST(GuestMarks, ThatAreTenMillionLabelsEndAtTheBudget) {
  FaultyRoster one("labels");
  ASSERT_TRUE(one.until_loaded());
  one.ask_for_everything(true);
  ASSERT_TRUE(one.until_drawn()) << one.entry().reason;
  EXPECT_THAT(one.entry().reason, HasSubstr("showing"));
  EXPECT_LE(one.entry().marks.marks.size(), 100'000u);
}

TEST(GuestMarks, APolygonOfTenMillionCornersIsLeftOutAndTheRestKept) {
  FaultyRoster one("bigpoly");
  ASSERT_TRUE(one.until_loaded());
  one.ask_for_everything(true);
  ASSERT_TRUE(one.until_drawn()) << one.entry().reason;
  EXPECT_EQ(one.entry().marks.marks.size(), 4u);
  EXPECT_EQ(one.entry().restarts, 0u);
}

TEST(GuestMarks, ThatCameDuringAWaitAreToldByTheNextPoll) {
  const auto roster = Roster::open(faulty_options("good"));
  roster->wait_for_events(60'000);
  EXPECT_TRUE(roster->poll(monotonic_ms()));
  EXPECT_FALSE(roster->poll(monotonic_ms()));
  roster->ask({});
  roster->wait_for_marks(60'000);
  EXPECT_TRUE(roster->entries()[0].marks_current);
  EXPECT_TRUE(roster->poll(monotonic_ms()));
}

class LastGoodMarks : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(LastGoodMarks, StayWhenTheNextPrepareEndsBadly) {
  const NothingLeftBehind nothing;
  FaultyRoster one(GetParam().first);
  ASSERT_TRUE(one.until_loaded());
  one.ask_for_everything();
  ASSERT_TRUE(one.until_drawn());
  const std::uint64_t serial = one.entry().marks.serial;
  one.ask_for_everything();
  ASSERT_TRUE(one.until([](const OverlayEntry& e) { return e.restarts == 1; }, 10));
  EXPECT_THAT(one.entry().reason, HasSubstr(GetParam().second));
  EXPECT_EQ(one.entry().marks.serial, serial);
  EXPECT_EQ(one.entry().marks.marks.size(), 4u);
  // Started again it is asked again, as its first call, which it answers.
  ASSERT_TRUE(one.until([&](const OverlayEntry& e) { return e.marks.serial > serial; }));
}

INSTANTIATE_TEST_SUITE_P(
    InPrepare, LastGoodMarks,
    testing::Values(std::pair{"prepare-abort", "stopped (signal 6 in prepare); restarted"},
                    std::pair{"prepare-badptr", "stopped (signal 11 in prepare); restarted"},
                    std::pair{"prepare-stack", "stopped (signal 11 in prepare); restarted"},
                    std::pair{"prepare-loop", "did not answer in prepare; restarted"},
                    std::pair{"prepare-deadlock", "did not answer in prepare; restarted"},
                    std::pair{"prepare-segv", "stopped (signal 11 in prepare); restarted"},
                    std::pair{"prepare-sleep", "did not answer in prepare; restarted"}));

}  // namespace
}  // namespace vidik
