// Binaries that are none, and what is done to a binary and its data while the overlay runs.
#include "faulty_roster.h"

#include "base/sha256.h"
#include "guest/manifest.h"

#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>

#include <fstream>

namespace vidik {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A copy of the good overlay in a folder of its own, to do things to.
class GuestBinary : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "vidik_binary_XXXXXX";
    root_ = mkdtemp(name.data());
    folder_ = root_ + "/good.vidik";
    fs::copy(std::string(FAULT_DIR) + "/good.vidik", folder_, fs::copy_options::recursive);
    options_ = faulty_options("good");
    options_.folders = {root_};
  }
  void TearDown() override { fs::remove_all(root_); }

  std::string binary() const { return folder_ + "/good.so"; }
  std::string good() const { return bytes_of(std::string(FAULT_DIR) + "/good.vidik/good.so"); }

  // Bytes as the binary, with a manifest that names them rightly.
  void put(const std::string& bytes) const {
    std::string manifest = bytes_of(folder_ + "/plugin.json");
    const std::string old = sha256_hex(good());
    manifest.replace(manifest.find(old), old.size(), sha256_hex(bytes));
    std::ofstream(folder_ + "/plugin.json") << manifest;
    std::ofstream(binary(), std::ios::binary) << bytes;
  }
  std::string why_refused() const {
    const auto roster = Roster::open(options_);
    roster->wait_for_events(60'000);
    EXPECT_EQ(roster->entries().at(0).state, GuestState::refused);
    return roster->entries().at(0).reason;
  }

  std::string root_, folder_;
  RosterOptions options_;
};

TEST_F(GuestBinary, ThatIsGarbageIsRefusedWithTheLoadersWords) {
  const NothingLeftBehind nothing;
  put("this is no program at all, however long one looks at it");
  EXPECT_THAT(why_refused(), HasSubstr("it cannot be loaded: "));
}

TEST_F(GuestBinary, OfAnotherMachineIsRefused) {
  const NothingLeftBehind nothing;
  std::string bytes = good();
  bytes[18] = 2;  // e_machine: SPARC
  bytes[19] = 0;
  put(bytes);
  EXPECT_THAT(why_refused(), HasSubstr("it cannot be loaded: "));
}

TEST_F(GuestBinary, ThatNeedsALibraryNobodyHasIsRefusedByName) {
  const NothingLeftBehind nothing;
  std::string bytes = good();
  const std::size_t at = bytes.find("libc.so.6");
  ASSERT_NE(at, std::string::npos);
  bytes.replace(at, 9, "libq.so.6");
  put(bytes);
  EXPECT_THAT(why_refused(), HasSubstr("libq.so.6: cannot open shared object file"));
}

TEST_F(GuestBinary, ThatIsCutShortIsRefused) {
  const NothingLeftBehind nothing;
  put(good().substr(0, 40));
  EXPECT_THAT(why_refused(), HasSubstr("it cannot be loaded: "));
}

// A binary whose constructor leaves a file and words in its log.
class Canary : public testing::Test {
 protected:
  void SetUp() override { fs::remove(CANARY_FILE); }
  void TearDown() override { fs::remove(CANARY_FILE); }
  static std::string folder() { return std::string(FAULT_DIR) + "/canary.vidik"; }
};

TEST_F(Canary, SingsWhenItIsLoaded) {
  void* const object = dlopen((folder() + "/canary.so").c_str(), RTLD_NOW | RTLD_LOCAL);
  ASSERT_NE(object, nullptr) << dlerror();
  EXPECT_TRUE(fs::exists(CANARY_FILE));
  dlclose(object);
}

TEST_F(Canary, OfAnotherEpochIsRefusedFromItsManifestWithoutRunning) {
  const NothingLeftBehind nothing;
  RosterOptions options = faulty_options("canary");
  for (const char* program : {GUEST_PROGRAM, "/nonexistent"}) {
    options.guest_program = program;
    const auto roster = Roster::open(options);
    roster->wait_for_events(60'000);
    const OverlayEntry& entry = roster->entries().at(0);
    EXPECT_EQ(entry.state, GuestState::refused);
    EXPECT_EQ(entry.reason, "it is built for plugin interface 2; this Vidik has 1");
    EXPECT_EQ(entry.restarts, 0u);
    EXPECT_FALSE(fs::exists(CANARY_FILE));
    EXPECT_THAT(entry.log_path.empty() ? "" : bytes_of(entry.log_path), testing::Not(HasSubstr("sings")));
  }
}

TEST_F(Canary, OfThisEpochIsHeardInItsLog) {
  std::string name = testing::TempDir() + "vidik_canary_XXXXXX";
  const std::string root = mkdtemp(name.data());
  fs::copy(folder(), root + "/canary.vidik", fs::copy_options::recursive);
  std::string manifest = bytes_of(folder() + "/plugin.json");
  manifest.replace(manifest.find("\"epoch\": 2"), 10, "\"epoch\": 1");
  std::ofstream(root + "/canary.vidik/plugin.json") << manifest;
  RosterOptions options = faulty_options("canary");
  options.folders = {root};
  std::string log;
  {
    const auto roster = Roster::open(options);
    roster->wait_for_events(60'000);
    log = roster->entries().at(0).log_path;
  }
  EXPECT_THAT(bytes_of(log), HasSubstr("the canary sings")) << "so that silence above means something";
  fs::remove_all(root);
}

class WhileItRuns : public GuestBinary, public testing::WithParamInterface<const char*> {};

TEST_P(WhileItRuns, TheOverlayGoesOnFromItsCopyAndRestartsFromIt) {
  const NothingLeftBehind nothing;
  const auto roster = Roster::open(options_);
  roster->wait_for_events(60'000);
  ASSERT_EQ(roster->entries().at(0).state, GuestState::ready) << roster->entries().at(0).reason;
  const std::string what = GetParam();
  if (what == "unlink") fs::remove(binary());
  if (what == "truncate") fs::resize_file(binary(), 0);
  if (what == "overwrite") std::ofstream(binary(), std::ios::binary) << std::string(good().size(), 'x');
  if (what == "rename") {
    std::ofstream(binary() + ".new", std::ios::binary) << "another";
    fs::rename(binary() + ".new", binary());
  }
  if (what == "folder") fs::remove_all(folder_);
  roster->ask({});
  roster->wait_for_marks(60'000);
  EXPECT_TRUE(roster->entries()[0].marks_current) << roster->entries()[0].reason;
  EXPECT_EQ(roster->entries()[0].restarts, 0u);

  ASSERT_EQ(kill(roster->entries()[0].process_id, SIGKILL), 0);
  const std::int64_t end = monotonic_ms() + 60'000;
  while (roster->entries()[0].restarts == 0 && monotonic_ms() < end) {
    wait_readable(roster->wake_fds(), 2);
    roster->poll(monotonic_ms());
  }
  roster->wait_for_events(60'000);
  EXPECT_EQ(roster->entries()[0].restarts, 1u);
  EXPECT_EQ(roster->entries()[0].state, GuestState::ready) << roster->entries()[0].reason;
}

TEST(Guest, OneThatReadsABatchAfterItsCallIsOverCrashesAloneAndIsNamed) {
  const NothingLeftBehind nothing;
  {
    std::ofstream rows(std::string(FAULT_DIR) + "/vanished.vidik/rows.csv");
    rows << "id,title,begin,lon,lat\n";
    for (int i = 0; i < 5'000; ++i) rows << 'e' << i << ",Title " << i << ",2024-05-01,20,44\n";
  }
  FaultyRoster one("vanished");
  ASSERT_TRUE(one.until_state(GuestState::quarantined)) << one.entry().reason;
  EXPECT_THAT(one.entry().reason, HasSubstr("stopped ("));
  EXPECT_THAT(one.entry().reason, HasSubstr(" in load)"));
  EXPECT_FALSE(one.entry().layer && one.entry().layer->size() > 0);
}

INSTANTIATE_TEST_SUITE_P(TheBinary, WhileItRuns,
                         testing::Values("unlink", "truncate", "overwrite", "rename", "folder"));

}  // namespace
}  // namespace vidik
