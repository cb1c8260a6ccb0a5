// The overlays that ship, run as the program runs them: what they hand over and what they draw.
#include "guest/roster.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

namespace vidik {
namespace {

class Shipped : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    RosterOptions options;
    options.user_folder = "/nonexistent";
    options.shipped_folder = SHIPPED_DIR;
    options.wanted = {"protests", "sabotage", "troops", "context", "graticule"};
    options.guest_program = GUEST_PROGRAM;
    options.ingest_program = INGEST_PROGRAM;
    options.log_dir = testing::TempDir();
    roster_ = Roster::open(options);
    roster_->wait_for_events(60'000);
  }
  static void TearDownTestSuite() { roster_.reset(); }

  static const OverlayEntry& entry(std::size_t i) { return roster_->entries().at(i); }

  // Asks with every event of the overlay visible that `shown` accepts.
  template <typename F>
  static const OverlayMarks& drawn(std::size_t i, F shown) {
    AskView view;
    view.west = 12, view.east = 30, view.south = 34, view.north = 49;
    view.width_px = 1600, view.height_px = 900;
    view.zoom = 9;
    view.for_export = true;
    AskLayer& layer = view.layers.emplace_back();
    layer.serial = entry(i).layer->serial;
    for (Row row = 0; row < entry(i).layer->size(); ++row) {
      if (shown(entry(i).layer->text(row, Field::id))) layer.events.push_back({row, 1, false, false});
    }
    roster_->ask(view);
    roster_->wait_for_marks(30'000);
    EXPECT_TRUE(entry(i).marks_current);
    return entry(i).marks;
  }

  static std::unique_ptr<Roster> roster_;
};
std::unique_ptr<Roster> Shipped::roster_;

std::size_t records_in(const std::string& name) {
  std::ifstream file(std::string(DATA_DIR) + "/" + name + "/data/" + name + ".csv");
  std::size_t quotes = 0, lines = 0;
  for (char c = 0; file.get(c);) {
    if (c == '"') ++quotes;
    if (c == '\n' && quotes % 2 == 0) ++lines;
  }
  return lines - 1;  // the header
}

TEST_F(Shipped, AreReadyWithTheirServicesAndEveryRecordOfTheirData) {
  const std::vector<std::string> names = {"protests", "sabotage", "troops", "context"};
  // The others that ship are there too: those that nobody wants are off.
  ASSERT_GE(roster_->entries().size(), names.size());
  std::size_t all = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    SCOPED_TRACE(names[i]);
    ASSERT_EQ(entry(i).state, GuestState::ready) << entry(i).reason;
    EXPECT_EQ(entry(i).short_name, names[i]);
    EXPECT_EQ(entry(i).version, "1.0.0");
    EXPECT_EQ(entry(i).reason, "");
    ASSERT_TRUE(entry(i).layer);
    EXPECT_EQ(entry(i).layer->size(), records_in(names[i]));
    all += entry(i).layer->size();
  }
  EXPECT_EQ(all, 290u);
}

TEST_F(Shipped, KeepWhatTheTableSaysThroughTheDoor) {
  const Layer& sabotage = *entry(1).layer;
  for (Row row = 0; row < sabotage.size(); ++row) {
    if (sabotage.text(row, Field::id) != "canal-20241129") continue;
    EXPECT_THAT(std::string(sabotage.text(row, Field::title)), testing::HasSubstr("canal"));
    EXPECT_EQ(sabotage.columns.facts[row].precision(), Precision::hour);
    EXPECT_NEAR(sabotage.lon(row), 20.72, 1e-6);
    ASSERT_NE(sabotage.magnitude(row), nullptr);
    EXPECT_EQ(sabotage.magnitude(row)->low, 15);
    EXPECT_EQ(sabotage.magnitude(row)->high, 20);
    EXPECT_FALSE(sabotage.text(row, Field::source_url).empty());
    EXPECT_FALSE(sabotage.text(row, Field::subtype).empty());
    return;
  }
  FAIL() << "the canal blast is not there";
}

TEST_F(Shipped, SabotageDrawsTheCanalAsALineOnlyWhileItsEventIsVisible) {
  const OverlayMarks& with = drawn(1, [](std::string_view id) { return id == "canal-20241129"; });
  ASSERT_FALSE(with.marks.empty());
  EXPECT_EQ(with.marks[0].kind, OverlayKind::line);
  EXPECT_GT(with.marks[0].points.count, 5u);
  EXPECT_EQ(with.event_ids.at(with.marks[0].event), "canal-20241129");
  const OverlayMarks& without = drawn(1, [](std::string_view id) { return id != "canal-20241129"; });
  EXPECT_TRUE(without.marks.empty());
}

TEST_F(Shipped, ProtestsDrawARingFromTheLowToTheHighEstimate) {
  const OverlayMarks& marks = drawn(0, [](std::string_view id) { return id == "bg-15for15"; });
  ASSERT_EQ(marks.marks.size(), 1u);
  EXPECT_EQ(marks.marks[0].kind, OverlayKind::ring);
  // Area follows the number: 325,000 to 107,000 people.
  const float ratio = marks.marks[0].outer_px / marks.marks[0].inner_px;
  EXPECT_NEAR(ratio * ratio, 325.0 / 107.0, 0.01);
}

TEST_F(Shipped, TroopsFanOutTheContingentsAtOnePlaceWithTethersAndSizeByStrength) {
  const OverlayMarks& marks =
      drawn(2, [](std::string_view id) { return id.starts_with("kfor-tcn-202208-"); });
  ASSERT_EQ(marks.own_symbol_ids.size(), 16u);
  std::map<std::string, const OverlayMark*> by_id;
  std::map<std::pair<float, float>, int> places;
  for (const OverlayMark& mark : marks.marks) {
    if (mark.kind != OverlayKind::symbol) continue;
    by_id[marks.event_ids.at(mark.event)] = &mark;
    ++places[{mark.offset_x_px, mark.offset_y_px}];
    EXPECT_EQ(mark.tether, mark.offset_x_px != 0 || mark.offset_y_px != 0);
  }
  EXPECT_EQ(places.size(), 16u) << "each has a place of its own";
  EXPECT_EQ(by_id.at("kfor-tcn-202208-it")->offset_x_px, 0) << "the strongest stays where it is";
  EXPECT_GT(by_id.at("kfor-tcn-202208-us")->size_px, by_id.at("kfor-tcn-202208-at")->size_px);
  EXPECT_GT(by_id.at("kfor-tcn-202208-at")->size_px, by_id.at("kfor-tcn-202208-lt")->size_px);
}

TEST_F(Shipped, TheGraticuleNamesItsLinesAndDrawsThemCloserTogetherFurtherIn) {
  ASSERT_EQ(entry(4).state, GuestState::ready) << entry(4).reason;
  ASSERT_TRUE(entry(4).layer) << "it can be switched off like any layer";
  EXPECT_EQ(entry(4).layer->size(), 0u);
  const auto at_zoom = [](double zoom, double west, double east) {
    AskView view;
    view.west = west, view.east = east, view.south = 41.2, view.north = 44.2;
    view.width_px = 1600, view.height_px = 900;
    view.zoom = zoom;
    view.for_export = true;
    roster_->ask(view);
    roster_->wait_for_marks(30'000);
    EXPECT_TRUE(entry(4).marks_current);
    EXPECT_EQ(entry(4).reason, "");
    std::vector<std::string> names;
    std::size_t lines = 0;
    for (const OverlayMark& mark : entry(4).marks.marks) {
      if (mark.kind == OverlayKind::line) ++lines;
      if (mark.kind == OverlayKind::label) names.push_back(mark.text);
    }
    EXPECT_EQ(lines, names.size());
    return names;
  };
  EXPECT_THAT(at_zoom(8, 19.5, 22.5), testing::ElementsAre("20°E", "21°E", "22°E", "42°N", "43°N", "44°N"));
  EXPECT_THAT(at_zoom(6, 179, -178), testing::IsSupersetOf({"180°E"})) << "across the antimeridian";
  EXPECT_THAT(at_zoom(9, 19.9, 21.1), testing::IsSupersetOf({"20°E", "20.5°E", "21°E"}));
}

TEST_F(Shipped, TheSameViewGivesTheSameMarks) {
  const auto all = [](std::string_view) { return true; };
  const auto texts = [](const OverlayMarks& marks) {
    std::string out;
    for (const OverlayMark& m : marks.marks) {
      out += std::to_string(static_cast<int>(m.kind)) + " " + std::to_string(m.offset_x_px) + " " +
             std::to_string(m.size_px) + "\n";
    }
    return out;
  };
  const std::string first = texts(drawn(2, all));
  EXPECT_EQ(texts(drawn(2, all)), first);
  EXPECT_GT(first.size(), 100u);
}

}  // namespace
}  // namespace vidik
