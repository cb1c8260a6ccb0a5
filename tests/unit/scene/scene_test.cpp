#include "frame/draw_list_text.h"
#include "scene/furniture.h"
#include "scene_stage.h"

namespace vidik {
namespace {

EventRows six() {
  EventRows rows;
  rows.add(20.46, 44.81, at_day(2024, 2, 1), 0, Status::confirmed, 5);
  rows.add(18.41, 43.85, at_day(2024, 3, 1), 4, Status::reported, 2);
  rows.add(21.16, 42.66, at_day(2024, 4, 1), 1, Status::alleged, 3);
  rows.add(19.26, 42.44, at_day(2024, 5, 1), 7, Status::disputed, 4);
  rows.add(-77.03, 38.9, at_day(2024, 6, 1), 5);
  rows.add(std::nan(""), std::nan(""), at_day(2024, 7, 1), 4);
  return rows;
}

TEST(Scene, TheSameInputGivesTheSameBytesWhateverWasDrawnBefore) {
  Stage stage(scattered(200));
  const std::string first = to_text(stage.draw().list);
  stage.view.camera.zoom += 1.5;
  stage.draw();
  stage.view.camera.zoom -= 1.5;
  EXPECT_EQ(to_text(stage.draw().list), first);
  stage.memory = make_scene_memory();
  EXPECT_EQ(to_text(stage.draw().list), first);
}

TEST(Scene, ScrubbingLeavesTheBaseAlone) {
  for (const std::uint32_t count : {300u, 4000u}) {
    Stage stage(scattered(count));
    stage.view.time.window = {at_day(2024, 1, 1), at_day(2024, 10, 1)};
    stage.view.time.cursor = stage.view.time.window.end;
    const Picture before = stage.draw();
    stage.view.time.window = {at_day(2024, 1, 9), at_day(2024, 10, 9)};
    stage.view.time.cursor = stage.view.time.window.end;
    const Picture after = stage.draw();
    EXPECT_EQ(before.list.base_key, after.list.base_key);
    EXPECT_NE(to_text(before.list), to_text(after.list));
    stage.view.camera.lon += 0.01;
    EXPECT_NE(stage.draw().list.base_key, before.list.base_key);
  }
}

TEST(Scene, TheThemeAndTheMapsArrivalChangeTheBase) {
  Stage stage(six());
  const auto key = stage.draw().list.base_key;
  stage.view.theme = ThemeName::light;
  EXPECT_NE(stage.draw().list.base_key, key);
}

TEST(Scene, CountsTellWhatIsShownAndWhatIsElsewhere) {
  Stage stage(six());
  const SceneCounts counts = stage.draw().counts;
  EXPECT_EQ(counts.shown, 6u);
  EXPECT_EQ(counts.outside_map, 1u);
  EXPECT_EQ(counts.no_place, 1u);
  EXPECT_EQ(counts.by_category[4], 2u);
  EXPECT_EQ(counts.by_status[static_cast<std::size_t>(Status::confirmed)], 3u);
  EXPECT_EQ(counts.by_layer, std::vector<std::uint64_t>{6});
}

TEST(Scene, TheCaptionSaysHowManyAndWhen) {
  Stage stage(six());
  stage.view.furniture.title = "Six events";
  const Picture picture = stage.draw();
  EXPECT_TRUE(says(picture, "Six events"));
  EXPECT_TRUE(says(picture, "6 events"));
  EXPECT_TRUE(says(picture, "1 outside the map"));
  EXPECT_TRUE(says(picture, "1 Jan 2024 to 31 Dec 2024"));
  EXPECT_TRUE(says(picture, "UTC"));
}

TEST(Scene, UncertainCountsAreARange) {
  SceneCounts counts;
  counts.shown = 1017;
  counts.shown_surely = 12;
  EXPECT_EQ(count_words(counts), "12–1,017 events");
  counts.shown = counts.shown_surely = 1;
  EXPECT_EQ(count_words(counts), "1 event");
}

TEST(Scene, CreditsAndTheBorderSentenceAreWhole) {
  Stage stage(six());
  stage.credits = {"© OpenStreetMap contributors (ODbL)", "GeoNames (CC BY 4.0)"};
  const Picture picture = stage.draw();
  EXPECT_TRUE(says(picture, "© OpenStreetMap contributors (ODbL) · GeoNames (CC BY 4.0)"));
  EXPECT_TRUE(says(picture, "Borders: de facto (default)."));
  EXPECT_TRUE(says(picture, "do not imply endorsement."));
  stage.view.borders_chosen = true;
  EXPECT_FALSE(says(stage.draw(), "(default)"));
}

TEST(Scene, TheLegendExplainsWhatIsThereAndNothingElse) {
  Stage stage(six());
  const Picture picture = stage.draw();
  for (const char* word :
       {"Protest", "Sabotage", "Political", "Sanction", "Disaster", "Confirmed", "Disputed", "Severity"})
    EXPECT_TRUE(says(picture, word)) << word;
  EXPECT_FALSE(says(picture, "Clash"));
  EXPECT_FALSE(says(picture, "Cluster"));
  EXPECT_FALSE(says(picture, "zone not stated"));
}

TEST(Scene, MoreThanTwoThousandInViewAreDotsInOneMarkALayer) {
  Stage stage(
      std::vector<LayerRef>{layer_named("a", scattered(2500, 1)), layer_named("b", scattered(10, 2))});
  const Picture picture = stage.draw();
  EXPECT_TRUE(picture.as_points);
  EXPECT_EQ(count_of<MapPoints>(picture.list.top), 2u);
  for (const Mark& mark : picture.list.top)
    if (const auto* points = std::get_if<MapPoints>(&mark); points != nullptr) {
      const Layer& layer =
          *stage.snapshot->layers[points->layer_serial == stage.snapshot->layers[0]->serial ? 0 : 1];
      EXPECT_EQ(points->last - points->first + points->extra.count, layer.size());
      EXPECT_EQ(points->colors.count, layer.categories.size());
    }
  EXPECT_TRUE(says(picture, "Each dot is one event"));
  EXPECT_EQ(picture.counts.shown, 2510u);
}

TEST(Scene, OfManyEventsFewInViewAreSymbols) {
  EventRows rows;
  for (int i = 0; i < 2500; ++i) rows.add(60 + 0.01 * i, 10, at_day(2024, 3, 1));
  rows.add(20.5, 44.2, at_day(2024, 3, 2));
  Stage stage(rows);
  const Picture picture = stage.draw();
  EXPECT_FALSE(picture.as_points);
  EXPECT_EQ(picture.hits.size(), 1u);
  EXPECT_EQ(picture.counts.outside_map, 2500u);
}

TEST(Scene, ATrailFadesWithAge) {
  EventRows rows;
  rows.add(18, 43, at_day(2024, 1, 2)).add(20, 43, at_day(2024, 12, 30));
  Stage stage(rows);
  stage.view.time.mode = Mode::trail;
  stage.view.furniture.legend = stage.view.furniture.timeline = false;
  std::vector<float> alpha;
  for (const Mark& mark : stage.draw().list.top)
    if (const auto* symbol = std::get_if<Symbol>(&mark)) alpha.push_back(symbol->alpha);
  ASSERT_EQ(alpha.size(), 2u);
  EXPECT_NEAR(alpha[0], 0.30, 0.01);
  EXPECT_NEAR(alpha[1], 1.0, 0.01);
}

TEST(Scene, TheSelectedEventLeavesItsClusterAndIsLedToTheCard) {
  EventRows rows;
  for (int i = 0; i < 5; ++i) rows.add(20.46, 44.81, at_day(2024, 3, 1 + i));
  Stage stage(rows);
  EXPECT_EQ(stage.draw().hits.size(), 1u);
  stage.selected = EventRef{0, 2};
  stage.view.card = {900, 40, 280, 300};
  const Picture picture = stage.draw();
  ASSERT_EQ(picture.hits.size(), 2u);
  EXPECT_EQ(picture.hits[0].kind, HitKind::cluster);
  EXPECT_EQ(picture.hits[0].events.size(), 4u);
  EXPECT_EQ(picture.hits[1].events, std::vector<EventRef>{(EventRef{0, 2})});
  EXPECT_GE(count_of<SymbolRing>(picture.list.top), 2u);
}

TEST(Scene, APileOpenedAtTheEdgeStandsAsideSoThatAllOfItIsSeen) {
  for (const int count : {8, 35}) {  // a ring, and a spiral
    EventRows rows;
    for (int i = 0; i < count; ++i) rows.add(20.46, 44.81, at_day(2024, 3, 1 + i % 28));
    Stage stage(rows);
    for (int i = 0; i < count; ++i)
      stage.view.spidered.push_back(
          {"test", i < 10 ? "e0000" + std::to_string(i) : "e000" + std::to_string(i)});
    stage.view.camera = {20.46, 44.81, 8};
    const Box2 map = stage.view.map;
    for (const auto& [right, down] : {std::pair(0.f, 0.f), {0.48f, 0.f}, {-0.48f, -0.48f}, {0.f, 0.48f}}) {
      stage.view.camera = {20.46 - right * map.w * 360 / (256 * 256.0), 44.81, 8};
      MapView view = map_view(stage.view.camera, map);
      view.centre_y -= down * map.h / view.px_per_world;
      stage.view.camera.lat = from_unit({view.centre_x, view.centre_y}).lat;
      const Picture picture = stage.draw();
      int seen = 0;
      for (const Hit& hit : picture.hits)
        seen += hit.kind == HitKind::event && hit.at.x - hit.radius >= map.x &&
                hit.at.y - hit.radius >= map.y && hit.at.x + hit.radius <= map.x + map.w &&
                hit.at.y + hit.radius <= map.y + map.h;
      EXPECT_EQ(seen, count) << right << ' ' << down;
    }
  }
}

TEST(Scene, AnOpenedPileStandsRoundItsPlace) {
  EventRows rows;
  for (int i = 0; i < 6; ++i) rows.add(20.46, 44.81, at_day(2024, 3, 1 + i));
  Stage stage(rows);
  for (int i = 0; i < 6; ++i) stage.view.spidered.push_back({"test", "e0000" + std::to_string(i)});
  const Picture picture = stage.draw();
  EXPECT_EQ(picture.hits.size(), 6u);
  for (const Hit& hit : picture.hits) EXPECT_EQ(hit.kind, HitKind::event);
}

}  // namespace
}  // namespace vidik
