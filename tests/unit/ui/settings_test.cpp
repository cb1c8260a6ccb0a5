#include "panel_stage.h"

#include <gtest/gtest.h>

#include <set>

namespace vidik {
namespace {

TEST(Panels, SettingsOfferTheViewsOfBorders) {
  PanelStage stage;
  stage.desk.settings_open = true;
  stage.frame();
  std::set<std::string> chosen;
  for (float x = 1330; x < 1600; x += 30)
    for (float y = 300; y < 420; y += 10) {
      const auto said = stage.click(x, y);
      if (const auto* borders = find_intent<SetBorders>(said)) chosen.insert(borders->view);
      stage.desk.settings_open = true;
    }
  EXPECT_EQ(chosen, (std::set<std::string>{"de-facto", "kosovo", "serbia"}));
}

TEST(Panels, TheMapPanelSwitchesEveryPartAndEachOwnFile) {
  PanelStage stage({1600, 1200});
  stage.desk.map_open = true;
  stage.view.bases = {{"/data/mine.tif", true, 1}, {"/data/not.tif", true, 1}};
  stage.base_rows = {{"mine.tif", "", false}, {"not.tif", "it is damaged", false}};
  stage.frame();
  std::set<MapPart> switched;
  std::set<std::string> changed, removed;
  float weakest = 1;
  // The panel stands beside the zoom buttons; its switches are at the right, what removes a file left of them.
  for (float x = 350; x < 690; x += 12)
    for (float y = 100; y < 780; y += 8) {
      const auto said = stage.click(x, y);
      stage.desk.map_open = true;
      if (const auto* part = find_intent<ShowMapPart>(said)) {
        EXPECT_FALSE(part->on);
        switched.insert(part->part);
      }
      if (const auto* set = find_intent<SetBase>(said)) {
        changed.insert(set->base.path);
        weakest = std::min(weakest, set->base.strength);
      }
      if (const auto* gone = find_intent<RemoveBase>(said)) removed.insert(gone->path);
    }
  EXPECT_EQ(switched.size(), static_cast<std::size_t>(kMapParts));
  EXPECT_EQ(changed, std::set<std::string>{"/data/mine.tif"});  // what cannot be read has nothing to set
  EXPECT_LT(weakest, 1);
  EXPECT_EQ(removed, (std::set<std::string>{"/data/mine.tif", "/data/not.tif"}));
}

// What a menu of the settings offers, each choice clicked once; `y`: of the menu's button.
std::set<std::string> names_chosen_at(float y) {
  std::set<std::string> said;
  for (float row = y - 330; row < y + 400; row += 12) {
    PanelStage stage;
    stage.desk.settings_open = true;
    stage.frame();
    stage.click(1430, y);
    stage.frame();
    const auto intents = stage.click(1350, row);
    if (const auto* names = find_intent<SetNames>(intents))
      said.insert(std::to_string(static_cast<int>(names->names.first)) + "/" +
                  (names->names.second ? std::to_string(static_cast<int>(*names->names.second)) : "-") + "/" +
                  std::to_string(static_cast<int>(names->names.pairs)));
  }
  return said;
}

TEST(Panels, SettingsOfferEveryLanguageASecondOneAndTheOrderOfTwo) {
  EXPECT_EQ(names_chosen_at(232).size(), 9u) << "ten languages, of which one is chosen";
  EXPECT_EQ(names_chosen_at(266).size(), 10u);
  EXPECT_EQ(names_chosen_at(300).size(), 2u);
}

}  // namespace
}  // namespace vidik
