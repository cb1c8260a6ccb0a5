#include "geo/distance.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

constexpr LonLat kBelgrade{20.4573, 44.7866}, kPristina{21.1655, 42.6629};

TEST(Distance, BelgradeToPristinaIsAsTheEllipsoidSaysWithinAPercent) {
  EXPECT_NEAR(distance_m(kBelgrade, kPristina), 242800, 1200);
  EXPECT_DOUBLE_EQ(distance_m(kBelgrade, kPristina), distance_m(kPristina, kBelgrade));
}

TEST(Distance, OneDegreeOfLatitudeIsAbout111Kilometres) {
  EXPECT_NEAR(distance_m({20, 42}, {20, 43}), 111195, 1);
}

TEST(Distance, TheShortWayAcrossTheDateLineIsTaken) {
  EXPECT_NEAR(distance_m({179.5, 0}, {-179.5, 0}), 111195, 1);
}

TEST(Distance, MetresApartAreToldApart) {
  EXPECT_NEAR(distance_m({20, 43}, {20, 43.00001}), 1.112, 1e-3);
  EXPECT_EQ(distance_m(kBelgrade, kBelgrade), 0);
}

TEST(Distance, ADestinationIsAsFarAwayAsAskedInItsDirection) {
  for (double bearing = 0; bearing < 360; bearing += 30) {
    const LonLat there = destination(kPristina, bearing, 3000);
    EXPECT_NEAR(distance_m(kPristina, there), 3000, 1e-3) << bearing;
  }
  EXPECT_GT(destination(kPristina, 0, 3000).lat, kPristina.lat);
  EXPECT_GT(destination(kPristina, 90, 3000).lon, kPristina.lon);
  EXPECT_LT(destination(kPristina, 180, 3000).lat, kPristina.lat);
}

}  // namespace
}  // namespace vidik
