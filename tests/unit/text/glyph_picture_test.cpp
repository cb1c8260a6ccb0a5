#include "text/fonts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace vidik {
namespace {

class GlyphPictureTest : public testing::Test {
 protected:
  GlyphPictureTest() : made_(Fonts::create()), fonts(**made_) {}
  std::uint32_t glyph_of(const char* text) { return fonts.shape(text, Face::medium, 13).glyphs.at(0).id; }
  static double ink(const GlyphPicture& p) {
    return std::accumulate(p.coverage.begin(), p.coverage.end(), 0.0) / 255;
  }
  Result<std::unique_ptr<Fonts>> made_;
  Fonts& fonts;
};

TEST_F(GlyphPictureTest, ALetterStandsOnItsBaseline) {
  const GlyphPicture h = fonts.picture(Face::medium, glyph_of("H"), 100, 0, 0, 0);
  EXPECT_EQ(h.top, h.height);    // no part below the baseline
  EXPECT_NEAR(h.height, 73, 1);  // Inter's capitals are .727 em
  EXPECT_EQ(h.coverage.size(), static_cast<std::size_t>(h.width * h.height));
}

TEST_F(GlyphPictureTest, QuartersMoveInkToTheRightByExactlyThatMuch) {
  // The left edge of an upright stem: where it is inside its px follows from that px's coverage.
  const std::uint32_t id = glyph_of("l");
  const auto edge = [&](int quarter) {
    const GlyphPicture p = fonts.picture(Face::medium, id, 40, quarter, 0, 0);
    const auto row = static_cast<std::size_t>(p.height / 2 * p.width);
    return p.left + 1 - p.coverage[row] / 255.0;
  };
  EXPECT_NEAR(edge(1) - edge(0), .25, .01);
  EXPECT_NEAR(edge(2) - edge(0), .50, .01);
  EXPECT_NEAR(edge(3) - edge(0), .75, .01);
}

TEST_F(GlyphPictureTest, QuartersDownMoveInkDown) {
  const std::uint32_t id = glyph_of("o");
  const GlyphPicture still = fonts.picture(Face::medium, id, 40, 0, 0, 0);
  const GlyphPicture moved = fonts.picture(Face::medium, id, 40, 3 << 2, 0, 0);
  const auto middle = [](const GlyphPicture& p) {
    double sum = 0, weight = 0;
    for (int i = 0; i < p.width * p.height; ++i) {
      const double v = p.coverage[static_cast<std::size_t>(i)];
      sum += v * (-p.top + i / p.width + .5), weight += v;
    }
    return sum / weight;
  };
  EXPECT_NEAR(middle(moved) - middle(still), .75, .03);
}

TEST_F(GlyphPictureTest, AHaloReachesAsFarAsItIsWideOnEverySide) {
  const std::uint32_t id = glyph_of("H");
  const GlyphPicture plain = fonts.picture(Face::medium, id, 50, 0, 0, 0);
  const GlyphPicture halo = fonts.picture(Face::medium, id, 50, 0, 0, 4);
  EXPECT_NEAR(plain.left - halo.left, 4, 1);
  EXPECT_NEAR(halo.top - plain.top, 4, 1);
  EXPECT_NEAR(halo.width - plain.width, 8, 1);
  EXPECT_NEAR(halo.height - plain.height, 8, 1);
}

TEST_F(GlyphPictureTest, AHaloCoversTheGlyphItself) {
  for (const char* text : {"o", "B", "8", "Ж", "@"}) {
    const std::uint32_t id = glyph_of(text);
    const GlyphPicture plain = fonts.picture(Face::medium, id, 40, 0, 0, 0);
    const GlyphPicture halo = fonts.picture(Face::medium, id, 40, 0, 0, 2);
    for (int y = 0; y < plain.height; ++y)
      for (int x = 0; x < plain.width; ++x) {
        const int hx = x + plain.left - halo.left, hy = y + halo.top - plain.top;
        ASSERT_TRUE(hx >= 0 && hy >= 0 && hx < halo.width && hy < halo.height);
        const bool is_body = plain.coverage[static_cast<std::size_t>(y * plain.width + x)] == 255;
        ASSERT_GE(halo.coverage[static_cast<std::size_t>(hy * halo.width + hx)], is_body ? 250 : 0)
            << text << ' ' << x << ',' << y;
      }
  }
}

TEST_F(GlyphPictureTest, ATurnKeepsTheInkAndChangesItsBox) {
  const std::uint32_t id = glyph_of("l");
  const GlyphPicture upright = fonts.picture(Face::medium, id, 40, 0, 0, 0);
  const GlyphPicture lying = fonts.picture(Face::medium, id, 40, 0, 90, 0);
  EXPECT_NEAR(ink(lying), ink(upright), ink(upright) * .02);
  EXPECT_GT(lying.width, lying.height);
  EXPECT_GT(lying.left, -3);  // clockwise: up becomes right
}

TEST_F(GlyphPictureTest, ASpaceAndASizeOfNothingAreEmpty) {
  EXPECT_EQ(fonts.picture(Face::medium, glyph_of(" "), 20, 0, 0, 0).width, 0);
  EXPECT_EQ(fonts.picture(Face::medium, glyph_of("H"), 0, 0, 0, 0).width, 0);
  EXPECT_EQ(fonts.picture(Face::medium, glyph_of("H"), 1e9f, 0, 0, 0).width, 0);
  EXPECT_EQ(fonts.picture(Face::medium, 0x7fffffff, 20, 0, 0, 0).width, 0);
}

}  // namespace
}  // namespace vidik
