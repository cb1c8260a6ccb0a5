#include "geo/mercator.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vidik {
namespace {

TEST(Mercator, TheNullPointIsTheMiddleOfTheWorld) {
  EXPECT_EQ(to_fixed({0, 0}), (Fixed2{0, 0}));
  EXPECT_DOUBLE_EQ(to_unit({0, 0}).x, 0.5);
  EXPECT_DOUBLE_EQ(to_unit({0, 0}).y, 0.5);
}

TEST(Mercator, NorthIsNegativeAndEastIsPositive) {
  EXPECT_LT(to_fixed({20, 43}).y, 0);
  EXPECT_GT(to_fixed({20, 43}).x, 0);
  EXPECT_GT(to_fixed({-20, -43}).y, 0);
  EXPECT_LT(to_fixed({-20, -43}).x, 0);
}

TEST(Mercator, AKnownPlaceHasItsKnownWebMercatorMetres) {
  // EPSG:3857 of 20 E 45 N as PROJ gives it: 2226389.8159, 5621521.4862.
  const Unit2 unit = to_unit({20, 45});
  const double world = 40075016.685578488;
  EXPECT_NEAR((unit.x - 0.5) * world, 2226389.8159, 1e-3);
  EXPECT_NEAR((0.5 - unit.y) * world, 5621521.4862, 1e-3);
}

TEST(Mercator, EveryPlaceComesBackWithinACentimetre) {
  for (double lon = -179.9; lon < 180; lon += 7.3) {
    for (double lat = -85; lat <= 85; lat += 4.9) {
      const LonLat back = from_fixed(to_fixed({lon, lat}));
      EXPECT_NEAR(back.lon, lon, 5e-8) << lon << ' ' << lat;
      EXPECT_NEAR(back.lat, lat, 5e-8) << lon << ' ' << lat;
    }
  }
}

TEST(Mercator, ThePolesAreClampedToTheEdgeOfTheSquare) {
  EXPECT_EQ(to_fixed({0, 90}), to_fixed({0, kMercatorLatMax}));
  EXPECT_EQ(to_fixed({0, 90}).y, INT32_MIN);
  EXPECT_EQ(to_fixed({0, -90}).y, INT32_MAX);
  EXPECT_NEAR(from_unit({0.5, 0}).lat, kMercatorLatMax, 1e-9);
}

TEST(Mercator, LongitudesWrap) {
  EXPECT_EQ(to_fixed({180, 0}).x, to_fixed({-180, 0}).x);
  EXPECT_EQ(to_fixed({380, 10}), to_fixed({20, 10}));
  EXPECT_EQ(to_fixed({-340, 10}), to_fixed({20, 10}));
}

TEST(Mercator, AUnitIsShorterOnTheGroundTheFurtherNorth) {
  EXPECT_NEAR(metres_per_unit(0), 40075016.7, 0.1);
  EXPECT_NEAR(metres_per_unit(60), 40075016.7 / 2, 0.1);
}

}  // namespace
}  // namespace vidik
