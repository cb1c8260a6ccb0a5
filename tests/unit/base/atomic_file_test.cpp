#include "base/atomic_file.h"

#include "base/mapped_file_posix.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <filesystem>

namespace vidik {
namespace {

std::string fresh_folder(const char* name) {
  const std::string folder = testing::TempDir() + "vidik_atomic_" + name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  return folder;
}

TEST(AtomicFile, TheWholeNewContentReplacesTheOld) {
  const std::string folder = fresh_folder("replace");
  const std::string path = folder + "/file";
  ASSERT_TRUE(write_file_atomically(path, "a longer first version").ok());
  const std::string_view parts[] = {"new", "", " version"};
  ASSERT_TRUE(write_file_atomically(path, parts).ok());
  EXPECT_EQ(read_file(path, 100).value(), "new version");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1) << "a temporary file was left";
}

TEST(AtomicFile, AFailedWriteLeavesTheOldFileAndNoTemporary) {
  const std::string folder = fresh_folder("failed");
  std::filesystem::create_directory(folder + "/file");  // a folder cannot be replaced by a file
  std::filesystem::create_directory(folder + "/file/inside");
  const Result<> written = write_file_atomically(folder + "/file", "text");
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().code, Code::unavailable);
  EXPECT_EQ(written.error().where, folder + "/file");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

TEST(AtomicFile, ANewFileObeysTheUmaskAndAnOldOneKeepsItsRights) {
  const std::string path = fresh_folder("rights") + "/file";
  const auto rights = [&] { return std::filesystem::status(path).permissions(); };
  const mode_t before = ::umask(027);
  const bool made = write_file_atomically(path, "a").ok();
  ::umask(before);
  ASSERT_TRUE(made);
  EXPECT_EQ(rights(), std::filesystem::perms{0640});
  for (const auto mode : {0600, 0666}) {
    std::filesystem::permissions(path, std::filesystem::perms(mode));
    ASSERT_TRUE(write_file_atomically(path, "b").ok());
    EXPECT_EQ(rights(), std::filesystem::perms(mode));
  }
}

TEST(AtomicFile, ReadingSaysWhatIsWrong) {
  const std::string folder = fresh_folder("read");
  EXPECT_EQ(read_file(folder + "/none", 10).error().code, Code::not_found);
  EXPECT_EQ(read_file(folder, 10).error().code, Code::unavailable);
  ASSERT_TRUE(write_file_atomically(folder + "/long", std::string(11, 'x')).ok());
  EXPECT_EQ(read_file(folder + "/long", 10).error().code, Code::refused);
  EXPECT_EQ(read_file(folder + "/long", 11).value().size(), 11u);
}

TEST(AtomicFile, AMappedFileKeepsItsBytesWhenItIsReplaced) {
  const std::string path = fresh_folder("mapped") + "/file";
  ASSERT_TRUE(write_file_atomically(path, "before").ok());
  const MappedFile mapped = map_file(path).value();
  ASSERT_TRUE(write_file_atomically(path, "").ok());
  EXPECT_EQ(mapped.bytes, "before");
  EXPECT_EQ(map_file(path).value().bytes, "");
  EXPECT_EQ(map_file(path + "x").error().code, Code::not_found);
  EXPECT_EQ(map_file("/dev/null").error().code, Code::unavailable);
}

}  // namespace
}  // namespace vidik
