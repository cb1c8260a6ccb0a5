// A faulty overlay changes nothing of the others: what they show stays the same, byte for byte.
#include "../../unit/scene/scene_stage.h"
#include "faulty_roster.h"
#include "frame/draw_list_text.h"

#include <algorithm>

namespace vidik {
namespace {

// Map, timeline and legend of one overlay's events and marks, as text.
std::string picture_of(const OverlayEntry& entry) {
  Stage stage({entry.layer});
  stage.view.time.window = {at_day(2023, 11, 1), at_day(2023, 12, 1)};
  stage.view.time.cursor = stage.view.time.window.end;
  stage.view.timeline_span = stage.view.time.window;
  stage.overlays = {entry.marks};
  return to_text(stage.draw().list);
}

class BesideAnother : public testing::TestWithParam<const char*> {};

TEST_P(BesideAnother, TheGoodOneShowsTheSamePictureAsIfItWereAlone) {
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
  ASSERT_TRUE(good->layer && alone->entries()[0].layer);
  for (int ask = 0; ask < 2; ++ask) {  // some go wrong only when they are asked again
    std::string pictures[2];
    for (Roster* roster : {alone.get(), both.get()}) {
      const bool lonely = roster == alone.get();
      const OverlayEntry& entry = lonely ? alone->entries()[0] : *good;
      AskView view = everything_of(entry);
      view.zoom += ask;
      roster->ask(view);
      roster->wait_for_marks(60'000);
      EXPECT_TRUE(entry.marks_current) << entry.reason;
      EXPECT_EQ(entry.marks.marks.size(), 4u);
      pictures[lonely ? 0 : 1] = picture_of(entry);
    }
    OverlayEntry bare = *good;
    bare.marks = {};
    EXPECT_NE(picture_of(bare), pictures[0]) << "its marks are in the picture";
    EXPECT_EQ(pictures[0], pictures[1]);
  }
}

INSTANTIATE_TEST_SUITE_P(Faults, BesideAnother,
                         testing::Values("segv", "exit", "junk", "half", "nosym", "throw",
                                         "throw-in-destructor", "no-unwinding", "chatty", "nanevent", "nan",
                                         "flood", "prepare-segv", "prepare-abort", "epoch", "liar"));

}  // namespace
}  // namespace vidik
