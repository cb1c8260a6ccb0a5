#include "scene/scale_bar.h"

#include "scene/camera.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vidik {
namespace {

// Length of one degree along a parallel of the WGS 84 ellipsoid.
double parallel_degree_m(double lat_deg) {
  const double a = 6378137.0, e2 = 0.00669437999014, phi = lat_deg * 3.14159265358979 / 180;
  return 3.14159265358979 / 180 * a * std::cos(phi) / std::sqrt(1 - e2 * std::sin(phi) * std::sin(phi));
}

TEST(ScaleBar, IsWithinOnePercentOfTheEllipsoid) {
  for (const double lat : {40.0, 43.0, 46.0})
    for (const double zoom : {5.5, 6.6, 8.0, 11.0}) {
      const MapView view = map_view({20, lat, zoom}, {0, 0, 1000, 600});
      const ScaleBar bar = scale_bar(view, 130);
      const LonLat west = place_at(view, {500, 300}), east = place_at(view, {500 + bar.px, 300});
      const double metres = (east.lon - west.lon) * parallel_degree_m(lat);
      EXPECT_NEAR(metres, bar.metres, bar.metres * 0.01) << lat << " " << zoom;
    }
}

TEST(ScaleBar, IsARoundNumberThatFits) {
  for (double zoom = 3; zoom < 18; zoom += 0.31) {
    const ScaleBar bar = scale_bar(map_view({20, 43, zoom}, {0, 0, 1000, 600}), 130);
    EXPECT_LE(bar.px, 130.01f);
    EXPECT_GE(bar.px, 130 / 2.6f);
    const double lead = bar.metres / std::pow(10.0, std::floor(std::log10(bar.metres) + 1e-9));
    EXPECT_TRUE(std::fabs(lead - 1) < 1e-9 || std::fabs(lead - 2) < 1e-9 || std::fabs(lead - 5) < 1e-9)
        << bar.metres;
  }
}

TEST(ScaleBar, SaysKilometresAndMetres) {
  EXPECT_EQ(scale_bar(map_view({20, 43, 6.5}, {0, 0, 1000, 600}), 118).whole, "100 km");
  EXPECT_EQ(scale_bar(map_view({20, 43, 14}, {0, 0, 1000, 600}), 118).whole, "500 m");
}

}  // namespace
}  // namespace vidik
