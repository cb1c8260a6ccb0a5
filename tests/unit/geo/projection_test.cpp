#include "geo/projection.h"

#include "geo/geodesic.h"

#include <gtest/gtest.h>
#include <proj.h>

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace vidik {
namespace {

constexpr Projection kEqualArea = Projection::equal_area;
const double kSquare = 40075016.685578488 * std::cos(43 * std::numbers::pi / 180);  // m

TEST(EqualArea, IsWhatProjSaysOfEpsg3035) {
  PJ* const crs = proj_create_crs_to_crs(nullptr, "EPSG:4258", "EPSG:3035", nullptr);
  ASSERT_NE(crs, nullptr) << "PROJ's database knows both";
  for (double lat = 30; lat <= 65; lat += 2.5)
    for (double lon = -10; lon <= 40; lon += 2.5) {
      const PJ_COORD metres = proj_trans(crs, PJ_FWD, proj_coord(lat, lon, 0, 0));  // northing, easting
      const Unit2 unit = to_unit(kEqualArea, {lon, lat});
      EXPECT_NEAR((unit.x - 0.5) * kSquare + 4321000, metres.xy.y, 0.001) << lon << ' ' << lat;
      EXPECT_NEAR((0.5 - unit.y) * kSquare + 3210000, metres.xy.x, 0.001) << lon << ' ' << lat;
    }
  proj_destroy(crs);
}

TEST(EqualArea, APlaceComesBack) {
  for (double lat = -60; lat <= 88; lat += 3.7)
    for (double lon = -120; lon <= 140; lon += 5.3) {
      const LonLat back = from_unit(kEqualArea, to_unit(kEqualArea, {lon, lat}));
      EXPECT_NEAR(back.lon, lon, 1e-7) << lat;
      EXPECT_NEAR(back.lat, lat, 1e-7) << lon;
    }
}

// The area of a quadrangle of degrees on the plane and on the ellipsoid.
TEST(EqualArea, AreasAreTrueOnTheWesternBalkansAndFarFromIt) {
  for (const LonLat corner :
       {LonLat{16, 46}, LonLat{20, 42}, LonLat{23, 39}, LonLat{-9, 37}, LonLat{30, 68}}) {
    std::vector<LonLat> ring;
    const std::array<LonLat, 4> turns{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
    for (std::size_t k = 0; k < 4; ++k)
      for (int i = 0; i < 50; ++i) {
        const LonLat a = turns[k], b = turns[(k + 1) % 4];
        const double f = i / 50.0;
        ring.push_back({corner.lon + a.lon + (b.lon - a.lon) * f, corner.lat + a.lat + (b.lat - a.lat) * f});
      }
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Unit2 a = to_unit(kEqualArea, ring[i]), b = to_unit(kEqualArea, ring[(i + 1) % ring.size()]);
      twice += a.x * b.y - b.x * a.y;
    }
    const double plane = std::abs(twice) / 2 * kSquare * kSquare;
    EXPECT_NEAR(plane / std::abs(geodesic_ring(ring).area_m2), 1, 1e-5) << corner.lon << ' ' << corner.lat;
  }
}

TEST(EqualArea, AMetreIsAMetreToWithinAPercentOnTheWesternBalkans) {
  for (double lat = 39; lat <= 47; lat += 2)
    for (double lon = 13; lon <= 24; lon += 2)
      for (const LonLat step : {LonLat{0.05, 0}, LonLat{0, 0.05}, LonLat{0.05, 0.04}, LonLat{-0.05, 0.04}}) {
        const LonLat there{lon + step.lon, lat + step.lat};
        const Unit2 a = to_unit(kEqualArea, {lon, lat}), b = to_unit(kEqualArea, there);
        const double metres = std::hypot(a.x - b.x, a.y - b.y) * metres_per_unit(kEqualArea, lat);
        EXPECT_NEAR(metres / geodesic_m({lon, lat}, there), 1, 0.009) << lon << ' ' << lat;
      }
}

TEST(EqualArea, OfTheMapSetIsTheSameAsOfDegrees) {
  const std::vector<LonLat> places{{20.4, 44.8}, {15.9, 45.8}, {19.82, 41.33}, {21.43, 42}};
  std::vector<Fixed2> mercator;
  for (const LonLat place : places) mercator.push_back(to_fixed(place));
  std::vector<Fixed2> out(places.size());
  project(kEqualArea, mercator, out);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Fixed2 direct = to_fixed(kEqualArea, places[i]);
    EXPECT_NEAR(out[i].x, direct.x, 2);  // 7 mm each
    EXPECT_NEAR(out[i].y, direct.y, 2);
  }
  project(Projection::web_mercator, mercator, out);
  EXPECT_EQ(out, mercator);
}

TEST(EqualArea, NorthLeansAwayFromUpToBothSidesOfItsMeridian) {
  EXPECT_NEAR(north_angle_deg(kEqualArea, {10, 45}), 0, 1e-6);
  EXPECT_LT(north_angle_deg(kEqualArea, {20.5, 43}), -6);  // the plane's meridians run together to the north
  EXPECT_GT(north_angle_deg(kEqualArea, {0, 43}), 6);
  EXPECT_EQ(north_angle_deg(Projection::web_mercator, {20.5, 43}), 0);
}

TEST(EqualArea, WhatHasNoPlaceIsNoError) {
  const Unit2 antipode = to_unit(kEqualArea, {-170, -52});
  EXPECT_TRUE(std::isfinite(antipode.x) && std::isfinite(antipode.y));
  const LonLat far = from_unit(kEqualArea, {-3, 9});
  EXPECT_TRUE(std::abs(far.lon) <= 180 && std::abs(far.lat) <= 90) << far.lon << ' ' << far.lat;
}

TEST(Projection, HasANameThatIsReadBack) {
  for (const Projection one : {Projection::web_mercator, Projection::equal_area})
    EXPECT_EQ(projection_named(projection_id(one)), one);
  EXPECT_FALSE(projection_named("robinson").has_value());
}

}  // namespace
}  // namespace vidik
