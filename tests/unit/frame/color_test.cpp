#include "frame/color.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

TEST(Color, HexDigitsAreRedGreenBlue) { EXPECT_EQ(rgb(0x123456), (Color{0x12, 0x34, 0x56, 255})); }

TEST(Color, AlphaMultipliesWhatIsThere) {
  EXPECT_EQ(with_alpha(rgb(0xffffff), .5).a, 128);
  EXPECT_EQ(with_alpha(with_alpha(rgb(0xffffff), .5), .5).a, 64);
}

TEST(Color, AlphaIsHeldBetweenNothingAndAll) {
  EXPECT_EQ(with_alpha(rgb(0), -3).a, 0);
  EXPECT_EQ(with_alpha(rgb(0), 7).a, 255);
}

TEST(Color, MixingGoesFromTheFirstToTheSecond) {
  const Color a = rgb(0x000000), b = rgb(0xff8000);
  EXPECT_EQ(mix(a, b, 0), a);
  EXPECT_EQ(mix(a, b, 1), b);
  EXPECT_EQ(mix(a, b, .5), rgb(0x804000));
}

}  // namespace
}  // namespace vidik
