// Names while the map moves: each stays with its ground, none jumps, and none comes and goes.

#include "scene/camera.h"
#include "scene/labels.h"
#include "scene_stage.h"

#include <map>

namespace vidik {
namespace {

PlacedLabel label_at(const MapView& view, const std::string& text, Px at) {
  PlacedLabel label;
  label.text = text;
  label.at = {at.x - 20, at.y + 4};
  label.box = {at.x - 20, at.y - 6, 40, 12};
  label.anchor = unit_at(view, at);
  return label;
}

std::map<std::string, Px> places(const MapLabels& labels) {
  std::map<std::string, Px> out;
  for (const PlacedLabel& label : labels.labels) out[label.text] = label.at;
  return out;
}

class CarriedLabels : public testing::Test {
 protected:
  const Box2 box{0, 0, 800, 600};
  const MapView home = map_view({20.5, 43, 7}, box);
  MapLabels placed = [&] {
    MapLabels made;
    made.labels = {label_at(home, "a", {400, 300}), label_at(home, "b", {460, 300}),
                   label_at(home, "c", {90, 80}), label_at(home, "d", {700, 500})};
    made.dots = {{{380, 300}, 2, false, true, unit_at(home, {380, 300})}};
    return made;
  }();
};

TEST_F(CarriedLabels, InAPanOfSixtyFramesEveryNameKeepsItsGroundToATenthOfAPixel) {
  std::map<std::string, int> last_seen;
  for (int frame = 0; frame <= 60; ++frame) {
    MapView now = home;
    now.centre_x -= frame / home.px_per_world, now.centre_y += frame * 0.5 / home.px_per_world;
    const MapLabels seen = carried_labels(placed, home, now, {}, {});
    const auto before = places(placed);
    for (const auto& [text, at] : places(seen)) {
      EXPECT_NEAR(at.x - before.at(text).x, frame, 0.1) << text;
      EXPECT_NEAR(at.y - before.at(text).y, -frame * 0.5, 0.1) << text;
      // What left the map does not come back while it goes on.
      if (frame > 0) {
        EXPECT_EQ(last_seen.at(text), frame - 1) << text;
      }
      last_seen[text] = frame;
    }
    ASSERT_EQ(seen.dots.size(), 1u);
    EXPECT_NEAR(seen.dots[0].at.x, 380 + frame, 0.1);
  }
  EXPECT_EQ(last_seen["a"], 60);
}

TEST_F(CarriedLabels, InAZoomEachGoesWithItsAnchorAndNoTwoTouch) {
  for (int step = 0; step <= 40; ++step) {
    for (const double way : {-1.0, 1.0}) {
      const MapView now = map_view({20.5, 43, 7 + way * step * 0.05}, box);
      const MapLabels seen = carried_labels(placed, home, now, {}, {});
      const auto before = places(placed);
      for (std::size_t i = 0; i < seen.labels.size(); ++i) {
        const PlacedLabel& one = seen.labels[i];
        const Px anchor = px_of(now, one.anchor), then = px_of(home, one.anchor);
        EXPECT_NEAR(one.at.x - anchor.x, before.at(one.text).x - then.x, 0.1) << step;
        EXPECT_NEAR(one.at.y - anchor.y, before.at(one.text).y - then.y, 0.1) << step;
        for (std::size_t k = 0; k < i; ++k) {
          const Box2 &a = seen.labels[k].box, &b = one.box;
          EXPECT_FALSE(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h) << step;
        }
      }
      if (step > 0 && way < 0) {
        EXPECT_EQ(places(seen).count("a"), 1u) << "the name of the higher rank stays";
      }
    }
  }
  const MapLabels far = carried_labels(placed, home, map_view({20.5, 43, 5.5}, box), {}, {});
  EXPECT_EQ(places(far).count("b"), 0u) << "two that would touch";
}

TEST_F(CarriedLabels, ASymbolHidesANameOnlyWhileItIsThere) {
  const std::vector<Box2> symbol{{395, 295, 10, 10}};
  EXPECT_EQ(places(carried_labels(placed, home, home, symbol, {})).count("a"), 0u);
  EXPECT_EQ(places(carried_labels(placed, home, home, {}, {})), places(placed));
  placed.labels[0].forced = true;  // a capital is always named
  EXPECT_EQ(places(carried_labels(placed, home, home, symbol, {})).count("a"), 1u);
  const std::vector<Box2> card{{370, 290, 30, 30}};
  EXPECT_TRUE(carried_labels(placed, home, home, {}, card).dots.empty());
}

}  // namespace
}  // namespace vidik
