#include "ui/camera_moves.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vidik {
namespace {

const Box2 kMap{288, 44, 1312, 600};
const Camera kCamera{20.5, 43.2, 6.4};

TEST(CameraMoves, PanningThereAndBackIsNoMove) {
  const Camera there = panned(kCamera, kMap, 120, -45);
  EXPECT_LT(there.lon, kCamera.lon) << "the ground follows the pointer";
  const Camera back = panned(there, kMap, -120, 45);
  EXPECT_NEAR(back.lon, kCamera.lon, 1e-9);
  EXPECT_NEAR(back.lat, kCamera.lat, 1e-9);
}

TEST(CameraMoves, ThePlaceUnderThePointerStaysWhenZooming) {
  for (const Px at : {Px{300, 60}, Px{944, 344}, Px{1500, 600}}) {
    for (const double zoom : {5.0, 7.7, 12.0}) {
      const MapPlace before = place_at(kCamera, kMap, at);
      const MapPlace after = place_at(zoomed_at(kCamera, kMap, at, zoom), kMap, at);
      EXPECT_NEAR(after.lon, before.lon, 1e-6);
      EXPECT_NEAR(after.lat, before.lat, 1e-6);
    }
  }
}

TEST(CameraMoves, TheMiddleOfTheMapIsTheCamera) {
  const MapPlace middle = place_at(kCamera, kMap, {kMap.x + kMap.w / 2, kMap.y + kMap.h / 2});
  EXPECT_NEAR(middle.lon, kCamera.lon, 1e-9);
  EXPECT_NEAR(middle.lat, kCamera.lat, 1e-9);
}

TEST(CameraMoves, ZoomStaysInItsBounds) {
  EXPECT_DOUBLE_EQ(zoomed_at(kCamera, kMap, {900, 300}, 99).zoom, kMostZoom);
  EXPECT_DOUBLE_EQ(zoomed_at(kCamera, kMap, {900, 300}, -3).zoom, kLeastZoom);
  EXPECT_TRUE(std::isfinite(panned(kCamera, kMap, 1e7f, 1e7f).lat));
}

}  // namespace
}  // namespace vidik
