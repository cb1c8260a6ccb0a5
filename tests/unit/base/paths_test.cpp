#include "base/paths_posix.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace vidik {
namespace {

class Paths : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"}) {
      ::unsetenv(name);
    }
    ::setenv("HOME", "/home/somebody", 1);
  }
};

TEST_F(Paths, FoldersFollowTheXdgSpecification) {
  EXPECT_EQ(data_dir(), "/home/somebody/.local/share/vidik");
  EXPECT_EQ(cache_dir(), "/home/somebody/.cache/vidik");
  EXPECT_EQ(state_dir(), "/home/somebody/.local/state/vidik");
  ::setenv("XDG_CACHE_HOME", "/var/cache/mine", 1);
  EXPECT_EQ(cache_dir(), "/var/cache/mine/vidik");
}

TEST_F(Paths, ARelativeOrEmptyVariableIsIgnored) {
  ::setenv("XDG_CACHE_HOME", "relative", 1);
  EXPECT_EQ(cache_dir(), "/home/somebody/.cache/vidik");
  ::setenv("XDG_CACHE_HOME", "", 1);
  EXPECT_EQ(cache_dir(), "/home/somebody/.cache/vidik");
}

TEST_F(Paths, WithoutAHomeThereAreNoFolders) {
  ::unsetenv("HOME");
  EXPECT_EQ(data_dir(), "");
}

TEST_F(Paths, SharedFilesStandBesideTheProgram) {
  const std::string program = program_dir();
  EXPECT_TRUE(std::filesystem::is_directory(program));
  EXPECT_EQ(share_dir(), std::filesystem::path(program).parent_path().string() + "/share/vidik");
  EXPECT_EQ(lib_dir(), std::filesystem::path(program).parent_path().string() + "/lib/vidik");
}

TEST_F(Paths, FoldersAreMadeForTheUserAlone) {
  const std::string top = testing::TempDir() + "vidik_paths";
  std::filesystem::remove_all(top);
  ASSERT_TRUE(make_dirs(top + "/a/b").ok());
  ASSERT_TRUE(make_dirs(top + "/a/b").ok());
  EXPECT_EQ(std::filesystem::status(top + "/a/b").permissions(), std::filesystem::perms::owner_all);
  EXPECT_FALSE(make_dirs("/proc/vidik/x").ok());
  EXPECT_FALSE(make_dirs("/dev/null").ok());
  EXPECT_FALSE(make_dirs("").ok());
}

}  // namespace
}  // namespace vidik
