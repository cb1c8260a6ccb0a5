// An overlay of sixty lines that only hands over events is in lane, histogram, legend, map, list, card and search.
#include "../../unit/scene/scene_stage.h"
#include "../../unit/ui/panel_stage.h"
#include "guest/roster.h"
#include "index/filter.h"
#include "ui/event_facts.h"

#include <gmock/gmock.h>

#include <fstream>
#include <numeric>

namespace vidik {
namespace {

LayerRef loaded() {
  RosterOptions options;
  options.folders = {FERRIES_FOLDER};
  options.user_folder = options.shipped_folder = "/nonexistent";
  options.guest_program = GUEST_PROGRAM;
  options.log_dir = testing::TempDir();
  const auto roster = Roster::open(options);
  roster->wait_for_events(60'000);
  EXPECT_EQ(roster->entries().at(0).state, GuestState::ready) << roster->entries().at(0).reason;
  EXPECT_THAT(roster->entries()[0].services, testing::ElementsAre("vidik.events/1"));
  return roster->entries()[0].layer;
}

class SixtyLines : public testing::Test {
 protected:
  SixtyLines() : stage({loaded()}) {
    stage.view.time.window = {at_day(2024, 10, 1), at_day(2024, 12, 1)};
    stage.view.time.cursor = stage.view.time.window.end;
    stage.view.timeline_span = stage.view.time.window;
  }
  void filter(const std::string& words) {
    const Result<Filter> parsed = Filter::parse(words, TimeZone::utc());
    ASSERT_TRUE(parsed.ok()) << parsed.error().message();
    stage.indexes = make_indexes(stage.snapshot, *parsed);
  }
  std::vector<std::string> shown() {
    stage.in();
    std::vector<std::string> ids;
    for (const EventRef e : listed(*stage.indexes, stage.set))
      ids.emplace_back(stage.snapshot->layers[e.layer]->text(e.row, Field::id));
    return ids;
  }
  Stage stage;
};

TEST_F(SixtyLines, AreSixtyLines) {
  std::ifstream file(FERRIES_C);
  std::string line;
  int lines = 0;
  while (std::getline(file, line)) ++lines;
  EXPECT_GT(lines, 0);
  EXPECT_LE(lines, 60);
}

TEST_F(SixtyLines, ShowInLegendLaneHistogramAndOnTheMap) {
  const Picture picture = stage.draw();
  EXPECT_TRUE(says(picture, "Ferries")) << "the legend's row of its own category";
  EXPECT_TRUE(says(picture, "Ferry reports")) << "the lane";
  EXPECT_EQ(picture.counts.shown, 3u);
  ASSERT_EQ(picture.timeline.rows.size(), 1u);
  EXPECT_EQ(picture.timeline.marks.size(), 3u);
  std::uint64_t counted = 0;
  for (const auto& bar : picture.timeline.bars)
    counted += std::accumulate(bar.counts.begin(), bar.counts.end(), std::uint64_t{0});
  EXPECT_EQ(counted, 3u);
  std::size_t pointed_at = 0;
  for (const Hit& hit : picture.hits) pointed_at += hit.events.size();
  EXPECT_EQ(pointed_at, 3u) << "each can be clicked";
}

TEST_F(SixtyLines, ObeyTheWindowAndTheCursor) {
  EXPECT_THAT(shown(), testing::ElementsAre("a", "b", "c"));
  stage.view.time.window.begin = at_day(2024, 10, 10);
  EXPECT_THAT(shown(), testing::ElementsAre("b", "c"));
  stage.view.time.mode = Mode::instant;
  stage.view.time.cursor = at_day(2024, 10, 14, 12);
  EXPECT_THAT(shown(), testing::ElementsAre("b"));
  EXPECT_EQ(stage.draw().counts.shown, 1u);
}

TEST_F(SixtyLines, ObeyTheFilterAndTheSearchField) {
  filter("category=ferry and lat>45");
  EXPECT_THAT(shown(), testing::ElementsAre("b"));
  filter("text~storm");
  EXPECT_THAT(shown(), testing::ElementsAre("c"));
  filter("text~waves");
  EXPECT_THAT(shown(), testing::ElementsAre("c")) << "what only the summary says is found too";
  stage.view.layer_on = {false};
  EXPECT_THAT(shown(), testing::IsEmpty()) << "its lane can be switched off";
}

TEST_F(SixtyLines, HaveACardWithPlaceSourceAndADateInTheChosenZone) {
  const auto belgrade = TimeZone::find("Europe/Belgrade");
  ASSERT_TRUE(belgrade.ok());
  const EventFacts utc = event_facts(*stage.snapshot, {0, 0}, TimeZone::utc());
  EXPECT_EQ(utc.title, "Ferry to Hvar stopped");
  EXPECT_EQ(utc.summary, "A made-up event.");
  EXPECT_EQ(utc.place, "Split");
  ASSERT_EQ(utc.sources.size(), 1u);
  EXPECT_EQ(utc.sources[0].name, "Sample harbour office");
  EXPECT_EQ(utc.sources[0].url, "https://example.org/ferry");
  EXPECT_THAT(utc.when, testing::HasSubstr("12:00"));
  EXPECT_THAT(event_facts(*stage.snapshot, {0, 0}, *belgrade).when, testing::HasSubstr("14:00"));
}

TEST_F(SixtyLines, OpenTheirCardInTheWindow) {
  PanelStage window;
  window.snapshot = stage.snapshot;
  window.indexes = stage.indexes;
  window.frame();
  EXPECT_FLOAT_EQ(window.memory.card.w, 0);
  window.view.selected = window.key_of({0, 2});
  EXPECT_EQ(window.view.selected, (EventKey{"ferries", "c"}));
  window.frame();
  window.frame();
  EXPECT_GT(window.memory.card.w, 0);
  EXPECT_GT(window.memory.card_words, 0);
}

}  // namespace
}  // namespace vidik
