// Which folders and files are believed.
#include "guest/trust.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

namespace fs = std::filesystem;

class TrustTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "vidik_trust_XXXXXX";
    root_ = mkdtemp(name.data());
    write("plugin.json", "{}");
  }
  void TearDown() override { fs::remove_all(root_); }
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories(fs::path(root_ + "/" + name).parent_path());
    std::ofstream(root_ + "/" + name) << text;
  }
  std::string root_;
};

TEST_F(TrustTest, AFolderOfOursUnderAStickyOneIsFine) {
  const Result<Done> safe = check_folder(root_);
  EXPECT_TRUE(safe.ok()) << safe.error().message();
}

TEST_F(TrustTest, AFolderThatOthersMayWriteIsNot) {
  chmod(root_.c_str(), 0777);
  const Result<Done> safe = check_folder(root_);
  ASSERT_FALSE(safe.ok());
  EXPECT_THAT(safe.error().text, testing::HasSubstr("others may write there"));
}

TEST_F(TrustTest, NorOneBelowSuchAFolder) {
  fs::create_directories(root_ + "/open/mine");
  chmod((root_ + "/open").c_str(), 0775);
  EXPECT_FALSE(check_folder(root_ + "/open/mine").ok());
}

TEST_F(TrustTest, AStickyFolderDoesNotHelpItself) {
  chmod(root_.c_str(), 01777);
  EXPECT_FALSE(check_folder(root_).ok());
}

TEST_F(TrustTest, AFileIsReadWhole) {
  const Result<std::string> text = read_inside(root_, "plugin.json", 100);
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(*text, "{}");
}

TEST_F(TrustTest, AFileLongerThanAllowedIsRefused) {
  EXPECT_FALSE(read_inside(root_, "plugin.json", 1).ok());
}

TEST_F(TrustTest, ALinkInsideIsFollowedOneThatLeadsOutIsNot) {
  fs::create_symlink("plugin.json", root_ + "/inside");
  fs::create_symlink("/etc/passwd", root_ + "/outside");
  EXPECT_TRUE(read_inside(root_, "inside", 100).ok());
  const Result<std::string> outside = read_inside(root_, "outside", 100'000);
  ASSERT_FALSE(outside.ok());
  EXPECT_EQ(outside.error().code, Code::refused);
}

TEST_F(TrustTest, AFifoDoesNotHoldUsAndIsNoFile) {
  ASSERT_EQ(mkfifo((root_ + "/fifo").c_str(), 0600), 0);
  EXPECT_FALSE(read_inside(root_, "fifo", 100).ok());
}

TEST_F(TrustTest, ASealedCopyCannotBeChangedAndKeepsItsBytes) {
  write("x.so", "abc");
  Result<SealedCopy> copy = sealed_copy(root_, "x.so");
  ASSERT_TRUE(copy.ok()) << copy.error().message();
  EXPECT_EQ(copy->sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  write("x.so", "changed");
  char bytes[4] = {};
  EXPECT_EQ(pread(copy->memory.get(), bytes, 4, 0), 3);
  EXPECT_STREQ(bytes, "abc");
  EXPECT_EQ(pwrite(copy->memory.get(), "z", 1, 0), -1);
}

}  // namespace
}  // namespace vidik
