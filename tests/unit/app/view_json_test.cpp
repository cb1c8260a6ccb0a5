#include "app/view_json.h"

#include "base/time_zone.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace vidik {
namespace {

using nlohmann::json;

const std::vector<std::string> kLayers{"protests", "days", "troops"};

// Every field another than in a fresh view.
ViewState changed() {
  ViewState view;
  view.size = {1234, 777};
  view.scale = 1.1f;
  view.theme = ThemeName::light;
  view.names = {Lang::sr_cyrl, Lang::sq, PairOrder::serbian_first};
  view.borders = "kosovo";
  view.borders_chosen = true;
  view.density = Density::heat;
  view.hidden.set(MapPart::relief, true);
  view.hidden.set(MapPart::water_names, true);
  view.bases = {{"own.tif", false, 0.3f}, {"b.gpkg", true, 1}};
  view.map = {1, 2, 1000.5f, 600};
  view.timeline = {0, 602, 1234, 175};
  view.plot_x = 44.25f;
  view.camera = {20.123456789012345, 43.1, 7.3000000000000007, Projection::equal_area};
  view.covered = {{3, 4, 5, 6}, {-7, 8, 9, 10}};
  view.time = {{{1'700'000'000'000'001}, {1'710'000'000'000'000}},
               {1'705'000'000'000'000},
               3'600'000'001,
               Mode::trail,
               TimeTest::starts_in,
               Sureness::surely,
               {{1'704'000'000'000'000}, {1'705'000'000'000'000}}};
  view.timeline_span = {{-61'000'000'000'000'000}, {1'720'000'000'000'000}};  // from the year 36 on
  view.timeline_style = {LaneBy::actor,
                         BarsOf::active,
                         BarScale::log,
                         true,
                         true,
                         true,
                         true,
                         false,
                         {{"Blockades", {{1'704'000'000'000'000}, {1'705'000'000'000'000}}},
                          {"A note", {{1'704'000'000'000'000}, {1'704'000'000'000'000}}}}};
  view.first_lane = 3;
  view.zone = "America/St_Johns";
  view.layer_on = {true, false, true};
  view.filter = "category=protest and severity>=3";
  view.params = {{"route", {{"speed", {60.25, ""}}, {"from", {0, "Priština"}}}}};
  view.selected = {"days", "a \"b\""};
  view.hovered = {"days", "c"};
  view.card = {900, 10, 300, 400};
  view.spidered = {{"protests", "x"}, {"days", "y"}};
  view.picked = {{"troops", "z"}};
  view.timeline_drag = true;
  view.moving = true;
  view.furniture = {false, false, false, false, false, true, "Titel", "forces: missing"};
  view.page.on = true;
  view.page.device = {3840, 2160};
  view.page.subtitle = "in March";
  view.page.callouts = {{{"days", "a"}, "Head", "Text"}};
  view.page.border_words = "as it is";
  view.page.transparent = true;
  view.redaction = {2.5, true, 48, Time{1'705'000'000'000'000}, {"actors", "summary"}};
  view.measure = {{{20.1, 43.2}, {21, 44}, {20, 44}}, true};
  return view;
}

TEST(ViewJson, AViewWithEveryFieldChangedComesBackAsItWas) {
  const ViewState view = changed();
  const json written = view_json(view, kLayers);
  const json fresh = view_json(ViewState(), kLayers);
  for (const auto& [key, value] : written.items())
    EXPECT_NE(value, fresh.at(key)) << key << " was not changed";

  const auto read = view_of_json(json::parse(written.dump()));
  ASSERT_TRUE(read.ok()) << read.error().message();
  EXPECT_EQ(read->layers_off, std::vector<std::string>{"days"});
  ViewState back = read->view;
  back.layer_on = view.layer_on;
  EXPECT_EQ(view_json(back, kLayers), written);
  EXPECT_EQ(back, view);
}

TEST(ViewJson, ATimeThatHasNoWordsComesBackToo) {
  ViewState view = changed();
  view.timeline_span = {kOpenBegin, Time{900'000'000'000'000'000}};
  view.zone = "Europe/Belgrade";
  view.time.window.begin = Time{-3'000'000'000'123'457};  // 1874: an offset with seconds
  const auto read = view_of_json(view_json(view, kLayers));
  ASSERT_TRUE(read.ok()) << read.error().message();
  EXPECT_EQ(read->view.timeline_span, view.timeline_span);
  EXPECT_EQ(read->view.time, view.time);
}

TEST(ViewJson, NamesOwnFilesWithoutTheirFolder) {
  ViewState view;
  view.bases = {{"/home/someone/maps/own.tif", true, 1}};
  EXPECT_EQ(view_json(view, {}).dump().find("someone"), std::string::npos);
}

TEST(ViewJson, AValueThatNoViewCanHaveIsRefusedByItsKey) {
  const json good = view_json(changed(), kLayers);
  const std::pair<const char*, json> kBad[] = {
      {"size", {0, 5}},
      {"size", {1e9, 5}},
      {"size", "large"},
      {"scale", 1e9},
      {"scale", nullptr},
      {"theme", "pink"},
      {"lang", 7},
      {"hide", {"moon"}},
      {"hide", 3},
      {"view", {{"lon", 1e300}}},
      {"view", {1, 2}},
      {"projection", "globe"},
      {"map_box", {1, 2, 3}},
      {"map_box", {1, 2, -3, 4}},
      {"first_lane", -1},
      {"first_lane", 1.5},
      {"zone", "Nowhere/Land"},
      {"time", {{"mode", "never"}}},
      {"time", {{"from", "2025-01-01"}, {"to", "2024-01-01"}}},
      {"time", {{"step", "0s"}}},
      {"timeline_span", {"2025-01-01", "yesterday"}},
      {"timeline", {{"lanes", "colour"}}},
      {"covered", json::array({json::array({1})})},
      {"selected", "a"},
      {"redaction", {{"grid_km", -1}}},
      {"measure", {{"points", {{500, 1}}}}},
  };
  for (const auto& [key, value] : kBad) {
    json bad = good;
    bad[key] = value;
    const auto read = view_of_json(bad);
    EXPECT_FALSE(read.ok()) << key << " " << value;
  }
  EXPECT_FALSE(view_of_json(json::array()).ok());
  EXPECT_FALSE(view_of_json(json(5)).ok());
  json bad = good;
  bad["scale"] = 1e9;
  EXPECT_NE(view_of_json(bad).error().text.find("\"scale\""), std::string::npos);
}

}  // namespace
}  // namespace vidik
