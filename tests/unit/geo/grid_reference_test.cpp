#include "geo/grid_reference.h"

#include <gtest/gtest.h>
#include <proj.h>

#include <cmath>

namespace vidik {
namespace {

TEST(GridReference, UtmIsWhatProjSays) {
  PJ* const zone34 = proj_create_crs_to_crs(nullptr, "EPSG:4326", "EPSG:32634", nullptr);
  ASSERT_NE(zone34, nullptr);
  for (const LonLat place : {LonLat{20.87, 42.89}, LonLat{18.42, 43.85}, LonLat{20.4573, 44.8176}}) {
    const PJ_COORD metres = proj_trans(zone34, PJ_FWD, proj_coord(place.lat, place.lon, 0, 0));
    EXPECT_EQ(utm_words(place, 1), "34N " + std::to_string(std::llround(metres.xy.x)) + " " +
                                       std::to_string(std::llround(metres.xy.y)));
  }
  proj_destroy(zone34);
  EXPECT_EQ(utm_words({20.754, 42.657}, 230), "34N 480000 4723000") << "230 m cannot tell 100 m apart";
  EXPECT_EQ(utm_words({16.0, 44.8}, 1).substr(0, 3), "33N") << "Bihac lies a zone further west";
  EXPECT_EQ(utm_words({20, -43}, 1).substr(0, 3), "34S");
}

// The reference of a corner of a square is known by what the grid is: 34T, the column and row of 100 km, digits of metres.
TEST(GridReference, MgrsNamesTheSquareAndNoMoreDigitsThanCanBeTold) {
  const LonLat place{20.4573, 44.8176};
  const std::string metre = mgrs_words(place, 1), utm = utm_words(place, 1);
  const std::string east = utm.substr(4, 6), north = utm.substr(11);
  ASSERT_EQ(metre.size(), std::string("34T DQ 57098 62963").size()) << metre;
  EXPECT_EQ(metre.substr(0, 6), "34T DQ");
  EXPECT_NEAR(std::stod(metre.substr(7, 5)), std::stod(east.substr(1)), 1);
  EXPECT_NEAR(std::stod(metre.substr(13, 5)), std::fmod(std::stod(north), 100000), 1);
  const std::string kilometre = mgrs_words(place, 1000);
  EXPECT_EQ(kilometre, metre.substr(0, 9) + metre.substr(12, 3))
      << "cut off, as the standard wants it, not rounded";
  EXPECT_EQ(mgrs_words(place, 500), mgrs_words(place, 1000)) << "500 m cannot tell 100 m apart";
  EXPECT_EQ(mgrs_words(place, 1e6), "34T DQ");
}

TEST(GridReference, EveryPlaceHasOneAndNoPlaceHasNone) {
  for (double lat = -90; lat <= 90; lat += 7.5)
    for (double lon = -180; lon <= 180; lon += 15) {
      EXPECT_FALSE(utm_words({lon, lat}, 1).empty());
      EXPECT_FALSE(mgrs_words({lon, lat}, 10).empty());
    }
  EXPECT_TRUE(utm_words({NAN, 40}, 1).empty());
  EXPECT_TRUE(mgrs_words({20, INFINITY}, 1).empty());
}

}  // namespace
}  // namespace vidik
