// A faulty overlay changes nothing of the others.
#include "faulty_roster.h"

#include <algorithm>

namespace vidik {
namespace {

class BesideAnother : public testing::TestWithParam<const char*> {};

TEST_P(BesideAnother, TheGoodOneHandsOverAndDrawsAsIfItWereAlone) {
  const NothingLeftBehind nothing;
  const auto alone = Roster::open(faulty_options("good"));
  alone->wait_for_events(60'000);
  RosterOptions options = faulty_options("good");
  options.folders.push_back(std::string(FAULT_DIR) + "/" + GetParam() + ".vidik");
  const auto both = Roster::open(options);
  both->wait_for_events(60'000);
  const auto good = std::find_if(both->entries().begin(), both->entries().end(),
                                 [](const OverlayEntry& e) { return e.id == "org.example.good"; });
  ASSERT_NE(good, both->entries().end());
  ASSERT_EQ(good->state, GuestState::ready) << good->reason;
  EXPECT_EQ(good->restarts, 0u);
  const LayerRef &one = alone->entries()[0].layer, &other = good->layer;
  ASSERT_TRUE(one && other);
  ASSERT_EQ(one->size(), other->size());
  for (Row row = 0; row < one->size(); ++row) {
    EXPECT_EQ(one->text(row, Field::id), other->text(row, Field::id));
    EXPECT_EQ(one->text(row, Field::title), other->text(row, Field::title));
  }
  for (Roster* roster : {alone.get(), both.get()}) {
    roster->ask({});
    roster->wait_for_marks(60'000);
  }
  EXPECT_EQ(good->marks.marks.size(), alone->entries()[0].marks.marks.size());
}

INSTANTIATE_TEST_SUITE_P(Faults, BesideAnother,
                         testing::Values("segv", "exit", "junk", "half", "nosym", "throw"));

}  // namespace
}  // namespace vidik
