// Whole pictures as text, held against what was looked at. VIDIK_ACCEPT=1 takes what is drawn now.

#include "frame/draw_list_text.h"
#include "scene_stage.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace vidik {
namespace {

void expect_golden(const std::string& name, const std::string& drawn) {
  const std::string path = std::string(VIDIK_GOLDEN_DIR) + "/" + name + ".txt";
  if (std::getenv("VIDIK_ACCEPT") != nullptr) {
    std::ofstream(path, std::ios::binary) << drawn;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file.good()) << "no golden file " << name;
  std::stringstream golden;
  golden << file.rdbuf();
  if (golden.str() == drawn) return;
  std::istringstream a(golden.str()), b(drawn);
  std::string wanted, got;
  for (int line = 1; std::getline(a, wanted), std::getline(b, got), a || b; ++line) {
    if (!a) wanted = "(no more)";
    if (!b) got = "(no more)";
    ASSERT_EQ(wanted, got) << name << ".txt line " << line << "; look at it, then VIDIK_ACCEPT=1";
  }
}

Stage small_stage() {
  EventRows protests, other;
  protests.add(20.46, 44.81, at_day(2024, 11, 22), 0, Status::confirmed, 4)
      .add(20.47, 44.81, at_day(2024, 12, 22), 0, Status::confirmed, 5)
      .add(19.84, 45.25, at_day(2024, 11, 5), 0, Status::reported, 2)
      .add(19.84, 45.25, at_day(2024, 12, 1), 0, Status::alleged, 2)
      .add(19.85, 45.26, at_day(2025, 2, 1), 0, Status::disputed, 3)
      .add(19.83, 45.25, at_day(2025, 1, 10), at_day(2025, 2, 20), 0, Status::confirmed, 2);
  other.add(20.72, 42.9, at_day(2024, 11, 29, 18), 1, Status::confirmed, 3)
      .add(21.16, 42.66, at_day(2024, 6, 1), kOpenEnd, 3, Status::confirmed, 2)
      .add(17.19, 44.77, at_day(2025, 2, 26), 4, Status::confirmed, 2)
      .add(-77.03, 38.9, at_day(2025, 1, 15), 5, Status::confirmed, 2);
  Stage stage(std::vector<LayerRef>{layer_named("protests", protests), layer_named("other", other)});
  stage.view.size = {900, 800};
  stage.view.zone = "Europe/Belgrade";
  stage.view.time.window = {at_day(2024, 11, 1), at_day(2025, 4, 1)};
  stage.view.time.cursor = at_day(2025, 3, 16);
  stage.view.time.mode = Mode::cumulative;
  stage.view.timeline_span = {at_day(2024, 9, 15), at_day(2025, 4, 20)};
  stage.credits = {"© OpenStreetMap contributors (ODbL)"};
  lay_out_page(stage.view);
  stage.view.camera = {20, 43.4, 6.5};
  return stage;
}

TEST(DrawLists, DarkCumulative) { expect_golden("dark_cumulative", to_text(small_stage().draw().list)); }

TEST(DrawLists, LightTrailWithASelection) {
  Stage stage = small_stage();
  stage.view.theme = ThemeName::light;
  stage.view.time.mode = Mode::trail;
  stage.view.furniture.title = "Winter";
  stage.selected = EventRef{1, 1};
  stage.view.card = {640, 40, 240, 260};
  expect_golden("light_trail_selected", to_text(stage.draw().list));
}

TEST(DrawLists, OneDayWithoutFurniture) {
  Stage stage = small_stage();
  stage.view.furniture.legend = stage.view.furniture.caption = stage.view.furniture.credits = false;
  stage.view.time.mode = Mode::instant;
  stage.view.time.cursor = at_day(2024, 11, 29, 18);
  stage.view.timeline_span = {at_day(2024, 11, 29), at_day(2024, 11, 30)};
  expect_golden("one_day", to_text(stage.draw().list));
}

TEST(DrawLists, ThreeThousandDots) {
  Stage stage(scattered(3000));
  stage.view.furniture.legend = stage.view.furniture.timeline = false;
  lay_out_page(stage.view);
  expect_golden("three_thousand_dots", to_text(stage.draw().list));
}

}  // namespace
}  // namespace vidik
