#include "app/overlay_build.h"

#include "guest/wait_posix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

// The "compiler" is a shell that copies what was written, or says what is wrong with it.
class Building : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "/vidik_build_XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = fs::canonical(pattern);
    fs::create_directory(folder_ / "build");
  }
  void TearDown() override {
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
    fs::remove_all(folder_);
  }
  void write(const std::string& text) { std::ofstream(folder_ / "roads.c") << text; }
  std::string built() const {
    std::string out;
    std::ifstream(folder_ / "build/roads") >> out;
    return out;
  }
  BuildPlan plan(const std::string& configure, const std::string& build) const {
    BuildPlan out{folder_.string(), {}, {"sh", "-c", "cd '" + folder_.string() + "' && " + build}};
    if (!configure.empty()) out.configure = {"sh", "-c", "cd '" + folder_.string() + "' && " + configure};
    return out;
  }
  // Until it has ended once more; false when it does not.
  bool until_end(OverlayBuild& build) {
    const std::int64_t end = monotonic_ms() + 60'000;
    while (monotonic_ms() < end) {
      if (build.poll(monotonic_ms())) return true;
      output_ += build.take_output();
      wait_readable({}, 5);
    }
    return false;
  }

  fs::path folder_;
  std::string output_;
};

TEST_F(Building, BuildsAtOnceAndAgainWhenASourceChanges) {
  write("one");
  OverlayBuild build(plan("", "cp roads.c build/roads"));
  ASSERT_TRUE(until_end(build));
  EXPECT_TRUE(build.was_built());
  EXPECT_EQ(build.failure(), "");
  EXPECT_EQ(built(), "one");
  write("two");
  ASSERT_TRUE(until_end(build));
  EXPECT_EQ(built(), "two");
}

TEST_F(Building, IsConfiguredOnceAndBuiltAfterwards) {
  write("one");
  OverlayBuild build(plan("echo configured >> build/log", "cp build/log build/roads"));
  ASSERT_TRUE(until_end(build));
  EXPECT_EQ(built(), "configured");
  write("two");
  ASSERT_TRUE(until_end(build));
  EXPECT_EQ(built(), "configured");
}

TEST_F(Building, AFailedConfigurationIsTriedAgain) {
  write("one");
  OverlayBuild build(
      plan("grep -q two roads.c || { echo 'CMake Error: not yet'; false; }", "cp roads.c build/roads"));
  ASSERT_TRUE(until_end(build));
  EXPECT_EQ(build.failure(), "CMake Error: not yet");
  EXPECT_FALSE(build.was_built());
  write("two");
  ASSERT_TRUE(until_end(build));
  EXPECT_EQ(build.failure(), "");
  EXPECT_EQ(built(), "two");
}

TEST_F(Building, TellsTheCompilersFirstErrorWithoutMakesAccountAndWithoutTheFoldersName) {
  write("one");
  OverlayBuild build(plan("",
                          "echo '[ 25%] Building'; echo \"$PWD/roads.c:1: error: expected ;\"; echo ' 1 | "
                          "one'; echo 'gmake: *** 1'; false"));
  ASSERT_TRUE(until_end(build));
  EXPECT_EQ(build.failure(), "roads.c:1: error: expected ;\n 1 | one");
  output_ += build.take_output();
  EXPECT_THAT(output_, HasSubstr("[ 25%] Building\n"));
  EXPECT_THAT(output_, HasSubstr(folder_.string() + "/roads.c:1: error"));
  EXPECT_THAT(output_, HasSubstr("gmake: *** 1\n"));
}

TEST_F(Building, WhatACompilerPrintsCannotWriteToTheTerminal) {
  write("one");
  OverlayBuild build(plan("", "printf 'error: \\033[2Jgone'; false"));
  ASSERT_TRUE(until_end(build));
  EXPECT_THAT(build.failure(), HasSubstr("␛[2Jgone"));
  EXPECT_THAT(build.failure(), Not(HasSubstr("\033")));
  EXPECT_THAT(build.take_output(), Not(HasSubstr("\033")));
}

TEST_F(Building, ACompilerThatIsNotThereIsToldInWords) {
  BuildPlan missing{folder_.string(), {}, {"no-such-compiler-anywhere"}};
  OverlayBuild build(missing);
  ASSERT_TRUE(until_end(build));
  EXPECT_THAT(build.failure(),
              HasSubstr("it cannot be started (No such file or directory): no-such-compiler-anywhere"));
}

TEST_F(Building, ACompilerThatSaysNothingIsToldByItsCode) {
  OverlayBuild build(plan("", "exit 7"));
  ASSERT_TRUE(until_end(build));
  EXPECT_EQ(build.failure(), "it ended with code 7");
}

TEST_F(Building, ABuildUnderWayEndsWithWhoeverWantedIt) {
  std::optional<OverlayBuild> build(plan("", "echo $$ > build/roads; sleep 1000 & wait"));
  while (built().empty()) {
    build->poll(monotonic_ms());
    wait_readable({}, 5);
  }
  EXPECT_TRUE(build->is_building());
  const pid_t group = std::stoi(built());
  build.reset();
  const std::int64_t end = monotonic_ms() + 60'000;  // a killed process lingers until somebody has buried it
  while (kill(-group, 0) == 0 && monotonic_ms() < end) wait_readable({}, 5);
  EXPECT_NE(kill(-group, 0), 0) << "something of it still runs";
}

TEST_F(Building, TheBuiltOverlaysAreThoseWithAManifest) {
  fs::create_directories(folder_ / "build/b.vidik");
  fs::create_directories(folder_ / "build/a.vidik");
  fs::create_directories(folder_ / "build/half.vidik");
  std::ofstream(folder_ / "build/a.vidik/plugin.json") << "{}";
  std::ofstream(folder_ / "build/b.vidik/plugin.json") << "{}";
  const std::string in = folder_.string() + "/build/";
  EXPECT_EQ(built_overlays(folder_.string()), (std::vector<std::string>{in + "a.vidik", in + "b.vidik"}));
}

TEST_F(Building, CMakeIsToldWhereTheSdkIsAndConfiguresWhatIsNotYet) {
  const BuildPlan fresh = cmake_plan(folder_.string(), "/opt/vidik");
  EXPECT_EQ(fresh.configure.back(), "-DCMAKE_PREFIX_PATH=/opt/vidik");
  EXPECT_EQ(fresh.build, (std::vector<std::string>{"cmake", "--build", folder_.string() + "/build"}));
  std::ofstream(folder_ / "build/CMakeCache.txt") << "";
  EXPECT_FALSE(cmake_plan(folder_.string(), "").configure.empty()) << "a configuration that failed";
  std::ofstream(folder_ / "build/Makefile") << "";
  EXPECT_TRUE(cmake_plan(folder_.string(), "").configure.empty());
}

}  // namespace
}  // namespace vidik
