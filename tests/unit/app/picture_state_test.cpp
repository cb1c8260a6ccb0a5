#include "app/picture_state.h"
#include "app/picture_read.h"

#include "base/base64.h"
#include "export/png_file.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace vidik {
namespace {

PictureState some_state() {
  PictureState state;
  state.program = "vidik 0.1.0";
  state.tzdata = "2025b";
  state.title = "Days";
  state.project_name = "p.vidik";
  state.project_sha256 = std::string(64, 'a');
  state.files = {{"data/days.csv", 392, std::string(64, 'b'), {{"date_order", "dmy"}}}};
  state.bases = {{"own.tif", 7, "", {}}};
  state.overlays = {{"org.x.protests", "protests", "1.2", std::string(64, 'c')}};
  state.map_sha256 = std::string(64, 'd');
  state.answers = {{"encoding", "latin1"}};
  state.roles = {{"begin", "Datum"}};
  state.saved = {{"route", {3, std::string("\0\xff", 2)}}};
  state.view.time.window = {{0}, {1'000'000}};
  state.view.bases = {{"own.tif", true, 1}};
  state.view.layer_on = {false};
  state.layers = {"days"};
  state.dpi = 299.9994;
  state.events = {2,
                  1,
                  {{"protest", 2}},
                  std::string(64, 'e'),
                  true,
                  {{"days", {{"a", {0}}, {"b", {}}}}},
                  {{"24ur", "https://x", "https://y", "2025-01-01", 1}}};
  state.left_out = "actors withheld";
  return state;
}

TEST(PictureState, ComesBackAsItWas) {
  const PictureState state = some_state();
  const auto read = parse_state(state_text(state), "p.png");
  ASSERT_TRUE(read.ok()) << read.error().message();
  PictureState back = *read;
  back.view.layer_on = state.view.layer_on;  // by name in `layers`
  EXPECT_EQ(state_text(back), state_text(state));
  EXPECT_EQ(back.files, state.files);
  EXPECT_EQ(back.overlays, state.overlays);
  EXPECT_EQ(back.events, state.events);
  EXPECT_EQ(back.saved, state.saved);
  EXPECT_EQ(back.dpi, state.dpi);
}

TEST(PictureState, TooManyEventsAreCountedAndThatIsSaid) {
  PictureState state = some_state();
  std::string text(1000, 'x');
  for (int i = 0; i < 18'000; ++i) state.events.ids["days"][text + std::to_string(i)] = {};
  state.events.count = 18'000;
  const std::string written = state_text(state);
  EXPECT_LE(written.size(), kMostStateBytes);
  const auto read = parse_state(written, "p.png");
  ASSERT_TRUE(read.ok());
  EXPECT_FALSE(read->events.listed);
  EXPECT_EQ(read->events.count, 18'000U);
  EXPECT_EQ(read->events.digest, state.events.digest);
  EXPECT_NE(written.find("more events are visible"), std::string::npos);
}

TEST(PictureState, WhatCannotBeBelievedIsRefused) {
  using nlohmann::json;
  const json good = json::parse(state_text(some_state()));
  const auto with = [&](const char* key, json value) {
    json bad = good;
    bad[key] = std::move(value);
    const auto read = parse_state(bad.dump(), "p.png");
    return read.ok() ? std::string("accepted") : read.error().message();
  };
  EXPECT_NE(with("vidik_picture", 99).find("newer Vidik"), std::string::npos);
  EXPECT_NE(with("vidik_picture", "one"), "accepted");
  for (const char* name : {"../secret.csv", "/etc/passwd", "a/../../b", "", "a//b", ".", "..\\x"})
    EXPECT_NE(with("files", json::array({{{"name", name}, {"sha256", ""}}})), "accepted") << name;
  EXPECT_NE(with("files", json::array({{{"name", "a"}, {"sha256", "zz"}}})), "accepted");
  EXPECT_NE(with("files", json::array({5})), "accepted");
  EXPECT_NE(with("project", {{"name", "../p.vidik"}}), "accepted");
  EXPECT_NE(with("view", 5), "accepted");
  EXPECT_NE(with("view", {{"base", {{{"file", "../x"}}}}}), "accepted");
  EXPECT_NE(with("events", nullptr), "accepted");
  EXPECT_NE(with("events", {{"ids", {{"days", 5}}}}), "accepted");
  EXPECT_NE(with("state", {{"route", 5}}), "accepted");
  // Places in a list of sources that is shorter are left out, whatever their size.
  EXPECT_EQ(with("events", {{"ids", {{"d", {{"a", {99, -1, 1e300, "x"}}}}}}, {"sources", {5, "x"}}}),
            "accepted");
  EXPECT_FALSE(parse_state("", "p").ok());
  EXPECT_FALSE(parse_state("[]", "p").ok());
  EXPECT_FALSE(parse_state(std::string(100'000, '['), "p").ok());
}

class PictureBytes : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("vidik-picture-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
    PictureWords words;
    words.title = "T";
    words.state = state_ = state_text(some_state());
    const std::vector<std::uint8_t> rgba(64 * 4 * 4, 77);
    png_ = *encode_png(64, 4, rgba, 0, png_texts(words));
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  Result<std::string> read(const std::string& bytes) {
    const std::string path = (folder_ / "p.png").string();
    std::ofstream(path, std::ios::binary) << bytes;
    return read_state_text(path);
  }
  std::filesystem::path folder_;
  std::string png_, state_;
};

TEST_F(PictureBytes, APngGivesItsState) {
  const auto text = read(png_);
  ASSERT_TRUE(text.ok()) << text.error().message();
  EXPECT_EQ(*text, state_);
}

TEST_F(PictureBytes, APngCutAnywhereBeforeItsStateEndsIsRefused) {
  const std::size_t end = png_.find(state_) + state_.size() + 4;
  for (std::size_t cut = 0; cut < png_.size(); ++cut)
    EXPECT_EQ(read(png_.substr(0, cut)).ok(), cut >= end) << cut;
}

TEST_F(PictureBytes, AByteThatChangedInTheStateIsSeen) {
  const std::size_t begin = png_.find("iTXt", png_.find("Vidik state") - 8);
  for (std::size_t at = begin; at < begin + 60; ++at) {
    std::string bad = png_;
    bad[at] = static_cast<char>(bad[at] ^ 0x20);
    EXPECT_FALSE(read(bad).ok()) << at;
  }
}

TEST_F(PictureBytes, LengthsThatLieAreRefused) {
  const std::size_t length = png_.find("Vidik state") - 8;
  for (const char* lie : {"\xff\xff\xff\xff", "\x7f\xff\xff\xff", "\x80\x00\x00\x01", "\x00\x00\x00\x0c"}) {
    std::string bad = png_;
    bad.replace(length, 4, lie, 4);
    EXPECT_FALSE(read(bad).ok());
  }
  std::string bad = png_;
  bad.replace(8, 4, "\x7f\xff\xff\xff", 4);  // of the first chunk
  EXPECT_FALSE(read(bad).ok());
}

TEST_F(PictureBytes, PicturesOfOthersSayThatTheyCarryNothing) {
  const std::vector<std::uint8_t> rgba(64 * 4 * 4, 77);
  for (const std::string& bytes :
       {*encode_png(64, 4, rgba), std::string("<svg></svg>"), std::string("%PDF-1.7"), std::string(),
        std::string("\x89PNG\r\n\x1a\n", 8), std::string(1 << 20, '<')})
    EXPECT_FALSE(read(bytes).ok());
  EXPECT_NE(read("<svg></svg>").error().text.find("carries no state"), std::string::npos);
  EXPECT_FALSE(read_state_text(folder_.string()).ok());
  EXPECT_FALSE(read_state_text((folder_ / "nowhere.png").string()).ok());
}

TEST_F(PictureBytes, MarkupGivesItsStateWhereverItStands) {
  std::string packed = to_base64(state_);
  for (std::size_t at = 76; at < packed.size(); at += 78) packed.insert(at, "\r\n");
  const std::string element =
      "<vidik:state xmlns:vidik=\"https://vidik.example/ns\">" + packed + "</vidik:state>";
  for (const std::size_t before :
       {std::size_t{0}, std::size_t{(1 << 18) - 5}, std::size_t{1 << 18}, std::size_t{300'001}}) {
    const auto text =
        read("<svg>" + std::string(before, ' ') + element + std::string(before, 'x') + "</svg>");
    ASSERT_TRUE(text.ok()) << before << " " << text.error().message();
    EXPECT_EQ(*text, state_);
  }
  EXPECT_FALSE(read("<svg>" + element.substr(0, element.size() / 2)).ok());
  EXPECT_FALSE(read("<vidik:state>!!!!</vidik:state>").ok());
  EXPECT_FALSE(read("<vidik:state></vidik:state>").ok());
  EXPECT_FALSE(read("<vidik:state" + std::string(5000, ' ') + ">" + packed + "</vidik:state>").ok());
  EXPECT_FALSE(read("<vidik:state" + std::string(30 << 20, 'A')).ok());
}

}  // namespace
}  // namespace vidik
