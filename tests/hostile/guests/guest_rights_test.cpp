// What an overlay's code may still do: an overlay tries it all and prints how it went. What the kernel does not offer is
// not in the list of what is in force, and the tests of it are skipped with a word.
#include "faulty_roster.h"

#include <algorithm>
#include <fstream>
#include <map>

namespace vidik {
namespace {

constexpr const char* kFiles = "reads only its own folder and the system's libraries";

struct Tried {
  std::map<std::string, std::string> went;
  std::vector<std::string> isolation;

  bool in_force(const std::string& line) const {
    return std::find(isolation.begin(), isolation.end(), line) != isolation.end();
  }
};

Tried tried_by(const std::string& name) {
  Tried out;
  std::string path;
  {
    FaultyRoster one(name);
    EXPECT_TRUE(one.until_loaded()) << one.entry().reason;
    out.isolation = one.entry().isolation;
    path = one.entry().log_path;
  }
  std::ifstream log(path);
  for (std::string line; std::getline(log, line);) {
    const std::size_t colon = line.find(": ");
    if (colon != std::string::npos) out.went[line.substr(0, colon)] = line.substr(colon + 2);
  }
  return out;
}

#define NEEDS_IN_FORCE(tried, line) \
  if (!(tried).in_force(line)) GTEST_SKIP() << "this kernel does not offer: " << (line)

TEST(GuestRights, AnOverlayReadsItsOwnFolderAndMayHaveThreads) {
  const NothingLeftBehind nothing;
  Tried tried = tried_by("asks-nothing");
  EXPECT_EQ(tried.went["read its own folder"], "done");
  EXPECT_EQ(tried.went["list its own folder"], "done");
  EXPECT_EQ(tried.went["make a thread"], "done");
}

TEST(GuestRights, OneThatDoesNotAskForFilesReadsNoOthers) {
  Tried tried = tried_by("asks-nothing");
  NEEDS_IN_FORCE(tried, kFiles);
  EXPECT_EQ(tried.went["read the folder above"], "denied");
  EXPECT_EQ(tried.went["read /etc/passwd"], "denied");
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  EXPECT_EQ(tried.went["read another process"], "denied");
#endif
}

TEST(GuestRights, OneThatAsksForFilesReadsThemAndNothingMore) {
  Tried tried = tried_by("asks-files");
  EXPECT_FALSE(tried.in_force(kFiles));
  EXPECT_EQ(tried.went["read the folder above"], "done");
  EXPECT_EQ(tried.went["read /etc/passwd"], "done");
  NEEDS_IN_FORCE(tried, "no file opened for writing");
  EXPECT_EQ(tried.went["make a file"], "denied");
  EXPECT_EQ(tried.went["connect"], "denied");
}

TEST(GuestRights, OneThatAsksForTheNetworkHasItAndNothingMore) {
  Tried tried = tried_by("asks-network");
  EXPECT_FALSE(tried.in_force("no network"));
  EXPECT_EQ(tried.went["connect"], "done");
  NEEDS_IN_FORCE(tried, kFiles);
  EXPECT_EQ(tried.went["read /etc/passwd"], "denied");
}

TEST(GuestRights, NothingIsWritten) {
  Tried tried = tried_by("asks-nothing");
  if (!tried.in_force("changes no file")) NEEDS_IN_FORCE(tried, "no file opened for writing");
  for (const char* what : {"make a file", "open a file for writing", "remove a file", "make a folder"})
    EXPECT_EQ(tried.went[what], "denied") << what;
}

TEST(GuestRights, NoNetworkNoOtherPrograms) {
  Tried tried = tried_by("asks-nothing");
  NEEDS_IN_FORCE(tried, "no network");
  EXPECT_EQ(tried.went["connect"], "denied");
  ASSERT_TRUE(tried.in_force("no other programs"));
  EXPECT_EQ(tried.went["make a process"], "denied");
  EXPECT_EQ(tried.went["become another program"], "denied");
}

TEST(GuestRights, NoSignalReachesTheProgram) {
  Tried tried = tried_by("asks-nothing");
  NEEDS_IN_FORCE(tried, "no signals to others");
  EXPECT_EQ(tried.went["signal the program"], "denied");
  EXPECT_EQ(tried.went["trace the program"], "denied");
}

}  // namespace
}  // namespace vidik
