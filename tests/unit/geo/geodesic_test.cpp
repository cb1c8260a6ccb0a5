#include "geo/geodesic.h"

#include "geo/distance.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

constexpr LonLat kBelgrade{20.4573, 44.7866}, kPristina{21.1655, 42.6629}, kTirana{19.8187, 41.3275};

TEST(Geodesic, ADegreeOfTheEllipsoidIsAsLongAsItsSeriesSays) {
  // From the meridian's radius of curvature at 43 N: 6,365,200 m; along the parallel 6,388,100 m times cos 43.
  EXPECT_NEAR(geodesic_m({20, 42.5}, {20, 43.5}), 111'091, 3);
  EXPECT_NEAR(geodesic_m({20, 43}, {20.01, 43}), 815.4, 0.1);
}

TEST(Geodesic, IsCloseToTheSphereAndTheSameBothWays) {
  EXPECT_NEAR(geodesic_m(kBelgrade, kPristina), distance_m(kBelgrade, kPristina), 0.0056 * 243'000);
  EXPECT_DOUBLE_EQ(geodesic_m(kBelgrade, kPristina), geodesic_m(kPristina, kBelgrade));
  EXPECT_EQ(geodesic_m(kTirana, kTirana), 0);
}

TEST(Geodesic, PlacesAlongAWayLieOnItEvenly) {
  std::vector<LonLat> way{kTirana};
  add_geodesic(kTirana, kBelgrade, 8, way);
  ASSERT_EQ(way.size(), 9u);
  EXPECT_EQ(way.back(), kBelgrade);
  const double whole = geodesic_m(kTirana, kBelgrade);
  double sum = 0;
  for (std::size_t i = 1; i < way.size(); ++i) {
    EXPECT_NEAR(geodesic_m(way[i - 1], way[i]), whole / 8, 1e-3);
    sum += geodesic_m(way[i - 1], way[i]);
  }
  EXPECT_NEAR(sum, whole, 1e-3);
}

TEST(Geodesic, ASquareDegreeEnclosesWhatTheEllipsoidHasThere) {
  // Between two parallels the zone's area is exact; sides that are geodesics, not parallels, add a little.
  const LonLat ring[] = {{20, 42.5}, {21, 42.5}, {21, 43.5}, {20, 43.5}};
  const RingSize size = geodesic_ring(ring);
  EXPECT_NEAR(size.area_m2 / 1e6, 9059, 3);
  EXPECT_NEAR(size.perimeter_m, 2 * 111'091 + 82'195 + 80'860, 60);
}

TEST(Geodesic, ARingMayGoEitherWayRound) {
  const LonLat one[] = {{20, 43}, {21, 43}, {20.5, 44}}, other[] = {{20.5, 44}, {21, 43}, {20, 43}};
  EXPECT_NEAR(geodesic_ring(one).area_m2, geodesic_ring(other).area_m2, 1);
}

}  // namespace
}  // namespace vidik
