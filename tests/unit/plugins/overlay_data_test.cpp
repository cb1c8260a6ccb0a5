// What an overlay's own data may be short of, and that it is said: open questions, rows left out, too many columns.
#include "guest/roster.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class OverlayData : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "vidik_data_XXXXXX";
    root_ = mkdtemp(name.data());
    options_.user_folder = options_.shipped_folder = "/nonexistent";
    options_.guest_program = GUEST_PROGRAM;
    options_.ingest_program = INGEST_PROGRAM;
    options_.log_dir = root_;
  }
  void TearDown() override {
    roster_.reset();
    fs::remove_all(root_);
  }

  const OverlayEntry& opened(const std::string& folder) {
    options_.folders = {folder};
    roster_ = Roster::open(options_);
    roster_->wait_for_events(60'000);
    return roster_->entries().at(0);
  }
  // An overlay without code over this file.
  const OverlayEntry& file_overlay(const std::string& rows) {
    const std::string folder = root_ + "/fires.vidik";
    fs::create_directory(folder);
    std::ofstream(folder + "/plugin.json")
        << R"({"id":"org.example.fires","name":"Fires","version":"1.0","epoch":1,"level":0,
               "tables":{"events":{"file":"e.csv"}}})";
    std::ofstream(folder + "/e.csv") << "id,title,category,start,lon,lat\n" << rows;
    return opened(folder);
  }
  // The shipped protests with their table changed: each line is handed to `change`.
  template <typename F>
  const OverlayEntry& protests(F change) {
    const std::string folder = root_ + "/protests.vidik";
    fs::copy(std::string(SHIPPED_DIR) + "/protests.vidik", folder, fs::copy_options::recursive);
    std::ifstream from(std::string(SHIPPED_DIR) + "/protests.vidik/data/protests.csv");
    std::ofstream to(folder + "/data/protests.csv");
    int number = 0;
    for (std::string line; std::getline(from, line) && number < 6; ++number)
      to << change(number, line) << "\n";
    to.close();
    return opened(folder);
  }

  std::string root_;
  RosterOptions options_;
  std::unique_ptr<Roster> roster_;
};

TEST_F(OverlayData, AnOpenQuestionFailsTheOverlayInTheQuestionsWords) {
  const OverlayEntry& entry = file_overlay("a,A,protest,03/04/2025,20,44\nb,B,protest,05/06/2025,20,44\n");
  EXPECT_EQ(entry.state, GuestState::failed);
  EXPECT_THAT(entry.reason, HasSubstr("day"));
  EXPECT_FALSE(entry.layer);
}

TEST_F(OverlayData, RowsLeftOutAreALossThoughTheOverlayIsReady) {
  const OverlayEntry& entry = file_overlay("a,A,protest,2025-03-15,20,44\nb,B,protest,never,20,44\n");
  EXPECT_EQ(entry.state, GuestState::ready) << entry.reason;
  EXPECT_THAT(entry.lost, HasSubstr("1 of 2 rows left out"));
  EXPECT_EQ(entry.layer->size(), 1u);
}

TEST_F(OverlayData, MoreColumnsThanAPluginTakesAreSaidAndNoCrashOfIt) {
  const OverlayEntry& entry = protests([](int number, std::string line) {
    for (int k = 0; k < 300; ++k) line += number == 0 ? ",more" + std::to_string(k) : ",x";
    return line;
  });
  EXPECT_EQ(entry.state, GuestState::failed);
  EXPECT_THAT(entry.reason, HasSubstr("columns beside the known ones; a plugin takes at most 253"));
  EXPECT_EQ(entry.restarts, 0u);
}

TEST_F(OverlayData, ARowThatNoPluginTakesIsLeftOutWithItsLineAndTheOthersCome) {
  const OverlayEntry& entry = protests([](int number, std::string line) {
    const std::size_t at = line.find("Kosovo Serbs; ");
    if (number == 1 && at != std::string::npos) {
      for (int k = 0; k < 300; ++k) line.insert(at, "Somebody; ");
    }
    return line;
  });
  EXPECT_EQ(entry.state, GuestState::ready) << entry.reason;
  EXPECT_THAT(entry.lost, HasSubstr("1 row is too long for a plugin; the first: line 2: "));
  ASSERT_TRUE(entry.layer);
  EXPECT_EQ(entry.layer->size(), 4u);
}

}  // namespace
}  // namespace vidik
