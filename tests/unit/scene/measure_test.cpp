#include "scene/measure.h"

#include "geo/geodesic.h"
#include "scene/camera.h"
#include "scene_stage.h"

namespace vidik {
namespace {

constexpr LonLat kBelgrade{20.4573, 44.7866}, kPristina{21.1655, 42.6629}, kTirana{19.8187, 41.3275};

TEST(Measure, LengthsAndAreasHaveThreeDigitsThatCount) {
  EXPECT_EQ(measured_length(7.26), "7.3 m");
  EXPECT_EQ(measured_length(532.4), "532 m");
  EXPECT_EQ(measured_length(999.7), "1.00 km");
  EXPECT_EQ(measured_length(12'340), "12.3 km");
  EXPECT_EQ(measured_length(1'240'400), "1,240 km");
  EXPECT_EQ(measured_area(12'300), "12,300 m²");
  EXPECT_EQ(measured_area(530'000), "0.53 km²");
  EXPECT_EQ(measured_area(10.9e9), "10,900 km²");
}

TEST(Measure, SaysTheGeodesicLengthOfTheWay) {
  const Measure way{{kBelgrade, kPristina, kTirana}, false};
  const double metres = geodesic_m(kBelgrade, kPristina) + geodesic_m(kPristina, kTirana);
  EXPECT_EQ(measured_words(way), measured_length(metres));
  EXPECT_EQ(measured_words({{kBelgrade}, false}), "");
}

TEST(Measure, AClosedShapeSaysItsAreaAndTheWayRound) {
  const LonLat ring[] = {kBelgrade, kPristina, kTirana};
  const RingSize size = geodesic_ring(ring);
  const std::string words = measured_words({{kBelgrade, kPristina, kTirana}, true});
  EXPECT_EQ(words, measured_area(size.area_m2) + " · " + measured_length(size.perimeter_m) + " round");
}

TEST(Measure, IsDrawnThroughItsPlacesWithItsWords) {
  Stage stage{EventRows()};
  stage.view.measure = {{kBelgrade, kPristina}, false};
  const Picture picture = stage.draw();
  EXPECT_TRUE(says(picture, measured_words(stage.view.measure)));
  for (const LonLat p : stage.view.measure.points) {
    const Px at = px_of(picture.list.view, p);
    bool dot = false;
    for (const Mark& mark : picture.list.top)
      if (const auto* disc = std::get_if<Disc>(&mark))
        dot |= std::hypot(disc->centre.x - at.x, disc->centre.y - at.y) < 0.1f;
    EXPECT_TRUE(dot);
  }
}

TEST(Measure, ALongWayIsBentAsTheGroundHasIt) {
  Stage stage{EventRows()};
  const LonLat west{-40, 45}, east{60, 45};
  stage.view.camera = {10, 52, 3};
  stage.view.measure = {{west, east}, false};
  const Picture picture = stage.draw();
  float highest = 1e6f;
  const Px from = px_of(picture.list.view, west);
  for (const Mark& mark : picture.list.top)
    if (const auto* stroke = std::get_if<Stroke>(&mark); stroke != nullptr && stroke->width == 1.6f)
      for (std::uint32_t i = 0; i < stroke->points.count; ++i)
        highest = std::min(highest, picture.list.points[stroke->points.first + i].y);
  EXPECT_LT(highest, from.y - 60) << "the shortest way between places on one parallel runs north of it";
}

TEST(Measure, NothingMeasuredDrawsNothing) {
  Stage stage{EventRows()};
  const std::size_t marks = stage.draw().list.top.size();
  stage.view.measure.points = {kBelgrade};
  EXPECT_EQ(stage.draw().list.top.size(), marks + 1);
}

}  // namespace
}  // namespace vidik
