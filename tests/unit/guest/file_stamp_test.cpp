#include "guest/file_stamp.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

namespace fs = std::filesystem;

class FileStamp : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "/vidik_stamp_XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    write("roads.c", "one");
    fs::create_directory(folder_ / "data");
    write("data/rows.csv", "one");
  }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }
  std::uint64_t sources() const { return stamp_of_sources(folder_.string()); }

  fs::path folder_;
};

TEST_F(FileStamp, IsTheSameWhileNothingIsWritten) { EXPECT_EQ(sources(), sources()); }

TEST_F(FileStamp, IsAnotherWhenAFileBelowIsWrittenMadeOrRemoved) {
  const std::uint64_t first = sources();
  write("data/rows.csv", "another");
  const std::uint64_t written = sources();
  EXPECT_NE(written, first);
  write("data/more.csv", "one");
  const std::uint64_t made = sources();
  EXPECT_NE(made, written);
  fs::remove(folder_ / "data/more.csv");
  EXPECT_EQ(sources(), written);
}

TEST_F(FileStamp, IsAnotherWhenAFileOfTheSameSizeAndTimeTakesItsPlace) {
  const std::vector<std::string> file{(folder_ / "roads.c").string()};
  const auto time = fs::last_write_time(folder_ / "roads.c");
  const std::uint64_t before = stamp_of_files(file);
  write("next", "two");
  fs::last_write_time(folder_ / "next", time);
  fs::rename(folder_ / "next", folder_ / "roads.c");
  EXPECT_NE(stamp_of_files(file), before);
}

TEST_F(FileStamp, AMissingFileIsAStateLikeAnyOther) {
  const std::vector<std::string> file{(folder_ / "roads.c").string()};
  const std::uint64_t there = stamp_of_files(file);
  fs::remove(folder_ / "roads.c");
  EXPECT_NE(stamp_of_files(file), there);
  EXPECT_EQ(stamp_of_files(file), stamp_of_files(file));
}

TEST_F(FileStamp, WhatIsBuiltOrHiddenIsNoSource) {
  const std::uint64_t before = sources();
  fs::create_directory(folder_ / "build");
  fs::create_directory(folder_ / "elsewhere");
  fs::create_directory(folder_ / ".git");
  write("build/roads.o", "one");
  write("elsewhere/CMakeCache.txt", "one");
  write("elsewhere/roads.o", "one");
  write(".git/index", "one");
  write(".roads.c.swp", "one");
  EXPECT_EQ(sources(), before);
}

TEST(Settling, TellsOnceOfAChangeWhenItIsAFifthOfASecondOld) {
  Settling files(1);
  EXPECT_FALSE(files.settled(1, 0));
  EXPECT_FALSE(files.settled(2, 1'000));
  EXPECT_FALSE(files.settled(2, 1'199));
  EXPECT_TRUE(files.settled(2, 1'200));
  EXPECT_FALSE(files.settled(2, 9'000));
}

TEST(Settling, BeginsToWaitAnewWithEveryChange) {
  Settling files(1);
  EXPECT_FALSE(files.settled(2, 1'000));
  EXPECT_FALSE(files.settled(3, 1'150));
  EXPECT_FALSE(files.settled(3, 1'300));
  EXPECT_TRUE(files.settled(3, 1'350));
}

TEST(Settling, AChangeThatIsTakenBackIsNone) {
  Settling files(1);
  EXPECT_FALSE(files.settled(2, 1'000));
  EXPECT_FALSE(files.settled(1, 1'100));
  EXPECT_FALSE(files.settled(1, 2'000));
}

TEST(Settling, AChangeThatIsTakenAtOnceIsNotToldAgain) {
  Settling files(1);
  EXPECT_FALSE(files.take(1));
  EXPECT_FALSE(files.settled(2, 1'000));
  EXPECT_TRUE(files.take(2));
  EXPECT_FALSE(files.settled(2, 9'000));
}

}  // namespace
}  // namespace vidik
