// The names of the shipped map: where they stand, and that they keep off one another.

#include "scene/camera.h"
#include "scene/labels.h"

#include "scene_stage.h"

#include <filesystem>
#include <map>
#include <set>

namespace vidik {
namespace {

namespace fs = std::filesystem;

class ShippedLabels : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    cache = testing::TempDir() + "vidik_shipped_labels_test";
    fs::remove_all(cache);
    Result<std::shared_ptr<const MapSet>> loaded = MapSet::load(VIDIK_SETS_DIR, cache);
    ASSERT_TRUE(loaded.ok()) << loaded.error().message();
    set = loaded.value();
    masks = label_masks(*set);
  }
  static void TearDownTestSuite() {
    set.reset();
    masks = {};
    fs::remove_all(cache);
  }

  MapLabels place(const Camera& camera, const Box2& box = {0, 0, 1200, 800}) {
    view = map_view(camera, box);
    TakenBoxes taken;
    for (const Box2& symbol : symbols) taken.add(symbol);
    return place_labels({view,
                         theme(ThemeName::dark),
                         test_fonts(),
                         choice,
                         label_names(*set, set->view("de-facto")),
                         masks.countries,
                         floating,
                         {},
                         masks.lakes},
                        taken);
  }

  static inline std::string cache;
  static inline std::shared_ptr<const MapSet> set;
  static inline LabelMasks masks;
  NameChoice choice;
  MapView view;
  std::vector<Box2> symbols{{560, 300, 40, 40}, {640, 420, 26, 26}, {420, 360, 30, 30}};
  std::vector<Box2> floating{{0, 700, 400, 100}, {1000, 0, 200, 60}};
};

std::vector<Box2> parts_of(const PlacedLabel& label) {
  return label.parts.empty() ? std::vector<Box2>{label.box} : label.parts;
}

TEST_F(ShippedLabels, NoNameTouchesAnotherASymbolOrABoxAtAnyZoom) {
  std::size_t looked_at = 0;
  for (const Projection projection : {Projection::web_mercator, Projection::equal_area})
    for (double zoom = 5; zoom < 10; zoom += 0.37)
      for (const double lon : {16.5, 20.2, 22.4}) {
        const MapLabels labels = place({lon, 43.1, zoom, projection});
        for (std::size_t a = 0; a < labels.labels.size(); ++a) {
          const PlacedLabel& one = labels.labels[a];
          if (one.forced) continue;  // the six capitals may take the least bad place
          for (const Box2& part : parts_of(one)) {
            ++looked_at;
            for (const Box2& box : symbols) EXPECT_FALSE(meet(part, box)) << one.text << " " << zoom;
            for (const Box2& box : floating) EXPECT_FALSE(meet(part, box)) << one.text << " " << zoom;
            for (std::size_t b = a + 1; b < labels.labels.size(); ++b) {
              const PlacedLabel& other = labels.labels[b];
              if (other.forced) continue;
              for (const Box2& its : parts_of(other))
                EXPECT_FALSE(meet(part, its)) << one.text << " / " << other.text << " " << zoom;
            }
          }
        }
      }
  EXPECT_GT(looked_at, 5000u);
}

// Without symbols each of the six is named in every picture of the region, small ones too, near the middle of its land.
TEST_F(ShippedLabels, TheSixAreNamedNearTheMiddleOfTheirLand) {
  symbols.clear(), floating.clear();
  for (const Projection projection : {Projection::web_mercator, Projection::equal_area})
    for (const Box2& page : {Box2{0, 0, 800, 460}, Box2{0, 0, 1280, 600}, Box2{0, 0, 1600, 800}}) {
      Camera camera = fit_camera(kTheSix, page, page, projection);
      const MapLabels labels = place(camera, page);
      for (std::size_t i = 0; i < set->countries().size(); ++i) {
        const Country& country = set->countries()[i];
        if (!country.core) continue;
        Px middle{};
        std::string said;
        int lines = 0;
        for (const PlacedLabel& label : labels.labels) {
          if (label.kind != LabelKind::country) continue;
          const Unit2 at = label.anchor;
          if (!masks.countries[i].inside(at.x, at.y)) continue;
          const Px px = px_of_ground(view, at);
          middle.x += px.x, middle.y += px.y, ++lines, said = label.text;
        }
        ASSERT_GT(lines, 0) << country.iso_a2 << " " << page.w;
        const Px own = px_of_ground(view, masks.countries[i].middle());
        const float off = std::hypot(middle.x / static_cast<float>(lines) - own.x,
                                     middle.y / static_cast<float>(lines) - own.y);
        EXPECT_LT(off, 70) << said << " " << page.w;
      }
    }
}

// The least distance of a px from a river's lines.
float far_from(const MapView& view, const MapShape& river, Px at) {
  float least = 1e9f;
  std::uint32_t first = 0;
  for (const std::uint32_t end : river.ends) {
    for (std::uint32_t i = first; i + 1 < end; ++i) {
      const Px a = px_of(view, river.points[i]), b = px_of(view, river.points[i + 1]);
      const float dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
      const float t = length > 0 ? std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / length, 0.f, 1.f) : 0;
      least = std::min(least, std::hypot(at.x - a.x - dx * t, at.y - a.y - dy * t));
    }
    first = end;
  }
  return least;
}

TEST_F(ShippedLabels, RiversAreNamedLetterByLetterAlongTheirLineOnTheirFeet) {
  symbols.clear();
  std::set<std::string> named;
  for (const Camera& camera : {Camera{20.5, 44.8, 7}, Camera{18, 44.5, 7.6}, Camera{21.5, 43.6, 8.3},
                               Camera{20.5, 44.8, 7, Projection::equal_area}}) {
    std::set<std::string> here;
    for (const PlacedLabel& label : place(camera).labels) {
      if (label.kind != LabelKind::river) continue;
      named.insert(label.text);
      EXPECT_TRUE(here.insert(label.text).second) << label.text << " is named twice";
      ASSERT_GE(label.letters.size(), 3u);
      for (std::size_t i = 1; i < label.letters.size(); ++i) {
        const PlacedLetter &a = label.letters[i - 1], &b = label.letters[i];
        EXPECT_LT(std::abs(b.angle_deg - a.angle_deg), 25) << label.text;
        EXPECT_LE(std::abs(b.angle_deg), 115) << label.text << " stands on its head";
      }
      float least = 1e9f, most = 0;
      for (const PlacedLetter& letter : label.letters) {
        const Px at{label.at.x + letter.middle.x, label.at.y + letter.middle.y};
        float any = 1e9f, own = 1e9f;  // some lines bear other names in their parts
        for (const Water& water : set->waters()) {
          if (water.kind != WaterKind::river) continue;
          const float far = far_from(view, water.shape, at);
          any = std::min(any, far);
          if (water.names.in(NameIn::en) == label.text) own = std::min(own, far);
        }
        least = std::min(least, own), most = std::max(most, any);
      }
      EXPECT_GT(least, 3) << label.text << " is crossed by its river";
      EXPECT_LT(most, 24) << label.text << " stands away from its river";
    }
  }
  EXPECT_GE(named.size(), 6u);
}

TEST_F(ShippedLabels, AreTheSameForTheSamePicture) {
  const Camera camera{19.4, 43.4, 6.6};
  const MapLabels first = place(camera);
  place({21, 42, 7});
  const MapLabels again = place(camera);
  ASSERT_EQ(first.labels.size(), again.labels.size());
  for (std::size_t i = 0; i < first.labels.size(); ++i) {
    EXPECT_EQ(first.labels[i].text, again.labels[i].text);
    EXPECT_EQ(first.labels[i].box, again.labels[i].box);
  }
}

TEST_F(ShippedLabels, AreCarriedWithTheirGroundInBothProjections) {
  for (const Projection projection : {Projection::web_mercator, Projection::equal_area}) {
    const MapLabels placed = place({20.4, 44.2, 7.4, projection});
    const MapView from = view;
    MapView to = from;
    to.centre_x += 9 / from.px_per_world, to.centre_y -= 4 / from.px_per_world;
    const MapLabels carried = carried_labels(placed, from, to, {}, {});
    std::map<std::string, const PlacedLabel*> rivers;
    for (const PlacedLabel& label : placed.labels)
      if (label.kind == LabelKind::river) rivers[label.text] = &label;
    int found = 0;
    for (const PlacedLabel& label : carried.labels) {
      if (label.kind != LabelKind::river) continue;
      ++found;
      EXPECT_NEAR(label.at.x, rivers.at(label.text)->at.x - 9, 0.1) << label.text;
      EXPECT_NEAR(label.at.y, rivers.at(label.text)->at.y + 4, 0.1) << label.text;
      EXPECT_EQ(label.letters.size(), rivers.at(label.text)->letters.size());
    }
    EXPECT_GT(found, 2);
  }
}

}  // namespace
}  // namespace vidik
