// What the host does when a guest crashes, hangs, lies or babbles: it lives, says which and in which call, leaves nothing.
#include "faulty_roster.h"
#include "guest/discovery.h"
#include "guest/process.h"
#include "guest/trust_store.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace vidik {
namespace {

using testing::HasSubstr;

struct Fault {
  const char* name;
  GuestState state;
  const char* reason;
};
void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.name; }

class GuestFault : public testing::TestWithParam<Fault> {};

TEST_P(GuestFault, IsNamedWithItsCallAndLeavesNothingBehind) {
  const NothingLeftBehind nothing;
  FaultyRoster one(GetParam().name);
  ASSERT_TRUE(one.until_state(GetParam().state, 10))
      << word_of(one.entry().state) << ": " << one.entry().reason;
  EXPECT_THAT(one.entry().reason, HasSubstr(GetParam().reason));
  EXPECT_EQ(one.entry().process_id, 0);
}

constexpr auto kQuarantined = GuestState::quarantined;
constexpr auto kRefused = GuestState::refused;
constexpr auto kFailed = GuestState::failed;

INSTANTIATE_TEST_SUITE_P(
    Crashes, GuestFault,
    testing::Values(Fault{"segv", kQuarantined,
                          "switched off after 3 failures in a minute; the last: stopped (signal 11 in load)"},
                    Fault{"abort", kQuarantined, "stopped (signal 6 in load)"},
                    Fault{"stack", kQuarantined, "stopped (signal 11 in load)"},
                    Fault{"exit", kQuarantined, "stopped (exit code 0 in load)"},
                    Fault{"half", kQuarantined, "stopped (exit code 0 in load)"},
                    Fault{"throw-in-destructor", kQuarantined, "stopped (signal 6 in load)"},
                    Fault{"no-unwinding", kQuarantined, "stopped (signal 6 in load)"},
                    Fault{"killparent", kQuarantined, "stopped (signal 9 in load)"},
                    Fault{"badfind", kQuarantined, "stopped (signal 11 in create)"}));

INSTANTIATE_TEST_SUITE_P(Silence, GuestFault,
                         testing::Values(Fault{"loop", kQuarantined, "did not answer in load"},
                                         Fault{"hangcreate", kQuarantined, "did not answer in create"},
                                         Fault{"closefd", kQuarantined, "closed its connection in load"}));

INSTANTIATE_TEST_SUITE_P(Babble, GuestFault,
                         testing::Values(Fault{"junk", kQuarantined, "spoke nonsense in load"},
                                         Fault{"toolong", kQuarantined, "spoke nonsense in load"},
                                         Fault{"zerorows", kQuarantined, "spoke nonsense in load"}));

INSTANTIATE_TEST_SUITE_P(OwnWord, GuestFault,
                         testing::Values(Fault{"throw", kFailed, "an exception came out of it: boom"},
                                         Fault{"throw-int", kFailed, "an exception"},
                                         Fault{"no-exceptions", kFailed, "an exception came out of it: "},
                                         Fault{"badstatus", kFailed,
                                               "load failed with status -4: its file is not what it was"},
                                         Fault{"size3", kFailed, "load failed with status -1"},
                                         Fault{"nulltext", kFailed, "load failed with status -1"},
                                         Fault{"longtext", kFailed, "load failed with status -4"},
                                         Fault{"nocreate", kFailed, "create failed with status -8"}));

INSTANTIATE_TEST_SUITE_P(
    Description, GuestFault,
    testing::Values(
        Fault{"epoch", kRefused, "it is built for plugin interface 2; this Vidik has 1"},
        Fault{"entry2", kRefused, "it is built for plugin interface 2; this Vidik has 1"},
        Fault{"nosym", kRefused, "it cannot be loaded: it has no symbol vidik_entry_1"},
        Fault{"sizehuge", kRefused, "it describes itself wrongly (module.size = 4294967295)"},
        Fault{"size0", kRefused, "it describes itself wrongly (module.size = 0)"},
        Fault{"drawsize", kRefused, "it describes itself wrongly (draw.size = 3)"},
        Fault{"unaligned", kRefused, "find gave a pointer that is not aligned"},
        Fault{"nullfn", kRefused, "it describes itself wrongly (module.create = 0)"},
        Fault{"liar", kRefused,
              "its manifest says id \"org.example.liar\", it says \"org.example.somebody-else\""},
        Fault{"liar-services", kRefused,
              "its manifest says services \"vidik.draw/1, vidik.events/1\", it says \"vidik.events/1\""}));

// Memory is limited by address space, which a sanitizer needs for itself.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
INSTANTIATE_TEST_SUITE_P(Greed, GuestFault,
                         testing::Values(Fault{"oom", kQuarantined, "stopped (signal 6 in load)"},
                                         Fault{"threads", kQuarantined, "stopped (signal 6 in load)"}));
#endif

TEST(Guest, OneOfALaterLevelWithALargerModuleIsTakenAsFarAsWeKnowIt) {
  const NothingLeftBehind nothing;
  FaultyRoster one("level9");
  ASSERT_TRUE(one.until_loaded()) << one.entry().reason;
  EXPECT_EQ(one.entry().layer->size(), 3u);
}

TEST(Guest, ThreadsItLeavesEndWithIt) {
  const NothingLeftBehind nothing;
  FaultyRoster one("leavesthreads");
  ASSERT_TRUE(one.until_loaded()) << one.entry().reason;
}

TEST(Guest, OneThatLeaksDescriptorsRunsIntoItsOwnLimit) {
  const NothingLeftBehind nothing;
  std::string path;
  {
    FaultyRoster one("fdleak");
    ASSERT_TRUE(one.until_loaded()) << one.entry().reason;
    path = one.entry().log_path;
  }
  std::ifstream log(path);
  std::string word;
  int opened = 0;
  log >> word >> opened;
  EXPECT_EQ(word, "opened");
  EXPECT_GT(opened, 0);
  EXPECT_LT(opened, 64);
}

TEST(Guest, SwitchedOffAThousandTimesWhateverItIsDoing) {
  const NothingLeftBehind nothing;
  FaultyRoster one("good");
  for (int n = 0; n < 1'000; ++n) {
    one.roster().set_running("org.example.good", true);
    one.ask_for_everything();
    for (int polls = 0; polls < n % 7; ++polls) {  // in create, in load, in prepare, between calls
      wait_readable(one.roster().wake_fds(), 2);
      one.roster().poll(monotonic_ms());
    }
    one.roster().set_running("org.example.good", false);
    ASSERT_EQ(one.entry().state, GuestState::off);
    ASSERT_EQ(one.entry().process_id, 0);
  }
  one.roster().set_running("org.example.good", true);
  EXPECT_TRUE(one.until_loaded()) << one.entry().reason;
}

TEST(Guest, AGoodOneHandsOverItsEventsAndIsReady) {
  const NothingLeftBehind nothing;
  FaultyRoster one("good");
  ASSERT_TRUE(one.until_loaded()) << one.entry().reason;
  EXPECT_EQ(one.entry().layer->size(), 3u);
  EXPECT_EQ(one.entry().layer->text(0, Field::title), "First");
  EXPECT_EQ(one.entry().reason, "");
  EXPECT_EQ(one.entry().restarts, 0u);
  EXPECT_THAT(one.entry().services, testing::ElementsAre("vidik.events/1", "vidik.draw/1"));
  EXPECT_THAT(one.entry().isolation, testing::Contains("no new privileges"));
}

TEST(Guest, KilledWhileItRunsIsNamedRestartedAndDeliversAgain) {
  const NothingLeftBehind nothing;
  FaultyRoster one("good");
  ASSERT_TRUE(one.until_loaded());
  const LayerRef before = one.entry().layer;
  ASSERT_EQ(kill(one.entry().process_id, SIGKILL), 0);
  ASSERT_TRUE(one.until([](const OverlayEntry& e) { return e.restarts == 1; }));
  EXPECT_EQ(one.entry().reason, "stopped (signal 9 between calls); restarted");
  EXPECT_EQ(one.entry().layer, before) << "the old events stay until the new ones are there";
  ASSERT_TRUE(one.until_loaded());
  EXPECT_EQ(one.entry().layer->size(), 3u);
  EXPECT_NE(one.entry().layer, before);
}

TEST(Guest, QuarantineIsLiftedByTheUser) {
  FaultyRoster one("segv");
  ASSERT_TRUE(one.until_state(GuestState::quarantined, 10));
  one.roster().set_running("org.example.segv", true);
  EXPECT_EQ(one.entry().state, GuestState::starting);
}

TEST(Guest, SwitchedOffWhileItIsBusyIsGoneAfterASecond) {
  const NothingLeftBehind nothing;
  FaultyRoster one("loop");
  ASSERT_TRUE(one.until([](const OverlayEntry& e) { return e.state == GuestState::ready; }));
  one.roster().set_running("org.example.loop", false);
  EXPECT_EQ(one.entry().state, GuestState::off);
}

TEST(Guest, OneThatHangsInDestroyIsEnded) {
  const NothingLeftBehind nothing;
  FaultyRoster one("hangdestroy");
  ASSERT_TRUE(one.until_loaded());
}

TEST(Guest, AnEventThatIsNotFiniteIsLeftOutAndTheOthersStay) {
  FaultyRoster one("nanevent");
  ASSERT_TRUE(one.until_loaded());
  EXPECT_EQ(one.entry().layer->size(), 2u);
  EXPECT_EQ(one.entry().reason, "1 event refused, the first: event \"b\" refused: place is not finite");
}

TEST(Guest, AnEventWhoseMomentsContradictIsLeftOutAndTheMarksOfTheOthersStay) {
  FaultyRoster one("contradict");
  ASSERT_TRUE(one.until_loaded());
  EXPECT_EQ(one.entry().layer->size(), 2u);
  EXPECT_THAT(one.entry().lost, HasSubstr("its possible begins and ends contradict each other"));
  one.ask_for_everything();
  ASSERT_TRUE(one.until_drawn());
  EXPECT_EQ(one.entry().marks.refused, 0u);
  EXPECT_EQ(one.entry().marks.marks.size(), 3u);
}

TEST(Guest, TheFirstLetterRowOfItsCategoriesIsA) {
  FaultyRoster one("letters");
  ASSERT_TRUE(one.until_loaded()) << one.entry().reason;
  const CategoryTable& table = one.entry().layer->categories;
  ASSERT_GE(table.find("b"), 0);
  EXPECT_EQ(table.rows()[static_cast<std::size_t>(table.find("b"))].letter, 'A');
  EXPECT_EQ(table.rows()[static_cast<std::size_t>(table.find("c"))].letter, 'B');
}

TEST(Guest, ExtraColumnsBeyondTheRoomForThemAreLeftOutAndSaid) {
  FaultyRoster one("manyextras");
  ASSERT_TRUE(one.until_loaded()) << one.entry().reason;
  EXPECT_EQ(one.entry().layer->size(), 6u);
  EXPECT_EQ(one.entry().layer->extra_names.size(), 256u);
  EXPECT_EQ(one.entry().lost,
            "there is room for 256 extra columns; \"column 256\" and what follows are left out");
}

TEST(Guest, OneThatHandsOverEventsWithoutEndIsEnded) {
  const NothingLeftBehind nothing;
  RosterOptions options = faulty_options("endless");
  options.load_bytes = std::uint64_t{1} << 20;
  const auto roster = Roster::open(options);
  roster->wait_for_events(60'000);
  EXPECT_EQ(roster->entries()[0].state, GuestState::failed);
  EXPECT_EQ(roster->entries()[0].reason, "hands over events without end");
}

TEST(Guest, WhatItForkedEndsWithIt) {
  std::string path;
  {
    FaultyRoster one("forks");
    ASSERT_TRUE(one.until_state(GuestState::quarantined, 10)) << one.entry().reason;
    path = one.entry().log_path;
    const std::vector<std::string>& kept_to = one.entry().isolation;
    if (std::find(kept_to.begin(), kept_to.end(), "no other programs") != kept_to.end())
      GTEST_SKIP() << "nothing can be forked where the kernel has seccomp (guest_rights_test.cpp)";
  }
  std::ifstream log(path);
  int children = 0;
  for (std::string line; std::getline(log, line);) {
    const std::size_t at = line.find("child ");
    if (at == std::string::npos) continue;
    ++children;
    const std::string stat = "/proc/" + line.substr(at + 6) + "/stat";
    const auto runs = [&] {
      std::ifstream file(stat);
      std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
      return !text.empty() && text.find(") Z ") == std::string::npos;
    };
    const std::int64_t end = monotonic_ms() + 5'000;
    while (runs() && monotonic_ms() < end) wait_readable({}, 2);
    EXPECT_FALSE(runs()) << line;
  }
  EXPECT_GT(children, 0);
}

TEST(Guest, WhatItPrintsGoesToItsLogWithoutEscapesAndAtMost64KiB) {
  const NothingLeftBehind nothing;
  std::string path;
  {
    FaultyRoster one("chatty");
    ASSERT_TRUE(one.until_loaded());
    path = one.entry().log_path;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  EXPECT_THAT(text, HasSubstr("line 1"));
  EXPECT_LE(text.size(), 65u << 10);
  EXPECT_EQ(text.find('\033'), std::string::npos);
  EXPECT_EQ(text.find('\007'), std::string::npos);
}

TEST(Guest, DiesWithTheHost) {
  int pipe_ends[2];
  ASSERT_EQ(pipe(pipe_ends), 0);
  const pid_t host = fork();
  ASSERT_GE(host, 0);
  if (host == 0) {
    FaultyRoster one("good");
    if (!one.until_loaded()) _exit(1);
    const int id = one.entry().process_id;
    if (write(pipe_ends[1], &id, sizeof id) != sizeof id) _exit(1);
    for (;;) pause();
  }
  int guest = 0;
  ASSERT_EQ(read(pipe_ends[0], &guest, sizeof guest), static_cast<ssize_t>(sizeof guest));
  ASSERT_GT(guest, 0);
  ASSERT_EQ(kill(host, SIGKILL), 0);
  waitpid(host, nullptr, 0);
  const std::string stat = "/proc/" + std::to_string(guest) + "/stat";
  const auto runs = [&] {  // gone, or waiting to be reaped by init
    std::ifstream file(stat);
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    return !text.empty() && text.find(") Z ") == std::string::npos;
  };
  const std::int64_t end = monotonic_ms() + 10'000;
  while (runs() && monotonic_ms() < end) wait_readable({}, 2);
  EXPECT_FALSE(runs());
  close(pipe_ends[0]);
  close(pipe_ends[1]);
}

TEST(GuestProcess, WhatOneThatIsLeavingSaidIsForgotten) {
  const NothingLeftBehind nothing;
  const Descriptor binary(open("/dev/null", O_RDONLY | O_CLOEXEC));
  Result<GuestProcess> guest = GuestProcess::start(GUEST_PROGRAM, binary.get());
  ASSERT_TRUE(guest.ok());
  WireOut wrong(Message::start);
  for (int i = 0; i < 3; ++i) wrong.number(std::uint32_t{99});
  wrong.text("");
  wrong.text("");
  guest->send(wrong.take());
  const std::int64_t end = monotonic_ms() + 10'000;
  while (!guest->ending() && monotonic_ms() < end) guest->pump();
  guest->pump();
  guest->forget_messages();
  Message type{};
  std::string_view payload;
  EXPECT_EQ(guest->next(type, payload), GuestProcess::Next::closed) << "its refusal is not kept";
}

TEST(Roster, NamesAnOverlayThatIsWantedAndNowhereFound) {
  RosterOptions options = faulty_options("good");
  options.folders = {};
  options.wanted = {"missing"};
  const auto roster = Roster::open(options);
  ASSERT_EQ(roster->entries().size(), 1u);
  EXPECT_EQ(roster->entries()[0].state, GuestState::failed);
  EXPECT_EQ(roster->entries()[0].reason, "no overlay of this name was found");
  EXPECT_TRUE(roster->entries()[0].wanted);
  EXPECT_TRUE(roster->poll(0)) << "what was found is news to the first who asks";
  EXPECT_FALSE(roster->poll(0));
}

TEST(Roster, StartsOnlyTheOverlaysOfTheFoldersGivenWhenNothingElseIsWanted) {
  RosterOptions options = faulty_options("good");
  options.folders = {};
  options.user_folder = std::string(FAULT_DIR) + "/good.vidik";
  options.trust_file = testing::TempDir() + "vidik_good_plugins.json";
  TrustStore store;
  store.say({"org.example.good", true, find_overlays(options).at(0).sha256, "2026-01-02"});
  ASSERT_TRUE(write_trust(options.trust_file, store).ok());
  const auto roster = Roster::open(options);
  ASSERT_EQ(roster->entries().size(), 1u);
  EXPECT_EQ(roster->entries()[0].state, GuestState::off);
  EXPECT_FALSE(roster->entries()[0].wanted);
}

TEST(Roster, OnlyAskedWhetherTheyStartHangingOnesFailWithoutARestart) {
  const NothingLeftBehind nothing;
  RosterOptions options = faulty_options("hangcreate");
  options.with_events = false;
  const auto roster = Roster::open(options);
  roster->wait_for_events(100);
  EXPECT_EQ(roster->entries()[0].state, GuestState::failed);
  EXPECT_EQ(roster->entries()[0].reason, "did not answer in create");
}

}  // namespace
}  // namespace vidik
