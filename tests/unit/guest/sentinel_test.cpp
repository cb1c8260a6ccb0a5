// The notes a program leaves when it does not end cleanly, and only then.
#include "guest/sentinel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

namespace fs = std::filesystem;

class SentinelTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "vidik_running_XXXXXX";
    folder_ = std::string(mkdtemp(name.data())) + "/running";
  }
  void TearDown() override { fs::remove_all(fs::path(folder_).parent_path()); }

  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  // A program that dies while its guests are at work.
  void crash() const {
    const pid_t program = fork();
    ASSERT_GE(program, 0);
    if (program == 0) {
      Sentinel idle(folder_, "org.example.idle", "Idle");
      Sentinel busy(folder_, "org.example.busy", "Busy");
      busy.say("in load");
      idle.say("between calls");
      _exit(1);
    }
    waitpid(program, nullptr, 0);
  }
  std::string folder_;
};

TEST_F(SentinelTest, NothingIsLeftOfAProgramThatEndsCleanly) {
  {
    Sentinel one(folder_, "org.example.a", "A");
    one.say("in create");
    EXPECT_EQ(files(), 1u);
  }
  EXPECT_EQ(files(), 0u);
  EXPECT_TRUE(take_left_behind(folder_).empty());
}

TEST_F(SentinelTest, AfterACrashTheOverlayThatWasInACallIsNamedFirstAndOnce) {
  crash();
  const auto left = take_left_behind(folder_);
  ASSERT_EQ(left.size(), 2u);
  EXPECT_EQ(left[0].overlay, "Busy");
  EXPECT_EQ(left[0].call, "in load");
  EXPECT_TRUE(take_left_behind(folder_).empty());
}

TEST_F(SentinelTest, AProgramThatStillRunsHasNotCrashed) {
  Sentinel ours(folder_, "org.example.a", "A");
  ours.say("in load");
  crash();
  EXPECT_EQ(take_left_behind(folder_).size(), 2u);
  EXPECT_EQ(files(), 1u) << "ours";
}

TEST_F(SentinelTest, AnIdGivenOutAgainIsNotTheProgramThatCrashed) {
  fs::create_directories(folder_);
  std::ofstream(folder_ + "/" + std::to_string(getpid()) + "-1-org.example.a") << "in load\nA\n";
  EXPECT_EQ(take_left_behind(folder_).size(), 1u);
}

TEST_F(SentinelTest, AFolderThatIsNotThereOrHoldsRubbishSaysNothing) {
  EXPECT_TRUE(take_left_behind(folder_).empty());
  fs::create_directories(folder_ + "/folder");
  std::ofstream(folder_ + "/rubbish") << "x";
  EXPECT_TRUE(take_left_behind(folder_).empty());
  EXPECT_TRUE(fs::is_directory(folder_ + "/folder"));
}

}  // namespace
}  // namespace vidik
