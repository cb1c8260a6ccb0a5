#include "scene/scale_bar.h"

#include "scene/camera.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vidik {
namespace {

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
