#include "canvas.h"

namespace vidik {
namespace {

class GlyphsTest : public PainterTest {};

TEST_F(GlyphsTest, TextStandsOnItsBaseline) {
  list.top.push_back(
      text_mark(list, fonts(), "HHH", {5, 40}, {.face = Face::bold, .size = 20, .color = kWhite}));
  const Pixels page = paint();
  double below = 0, above = 0;
  for (int x = 0; x < 64; ++x) {
    below += page.at(x, 40).g;
    above += page.at(x, 39).g;
  }
  EXPECT_EQ(below, 0);
  EXPECT_GT(above, 255 * 10);
}

TEST_F(GlyphsTest, TheInkIsThatOfTheGlyphsPictures) {
  const GlyphRun run = text_mark(list, fonts(), "Š", {20, 40}, {.size = 30, .color = kWhite});
  list.top.push_back(run);
  const GlyphPicture picture = fonts().picture(Face::medium, list.glyphs[0].id, 30, 0, 0, 0);
  const Pixels page = paint();
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x)
      ASSERT_NEAR(page.at(20 + picture.left + x, 40 - picture.top + y).g,
                  picture.coverage[static_cast<std::size_t>(y * picture.width + x)], 1);
}

TEST_F(GlyphsTest, AHaloLiesAroundAndUnderTheText) {
  list.ground = kRed;
  list.top.push_back(
      text_mark(list, fonts(), "l", {30, 45},
                {.face = Face::bold, .size = 30, .color = kWhite, .halo = kBlue, .halo_width = 6}));
  const Pixels page = paint();
  int first_blue = 64, first_white = 64;
  for (int x = 63; x >= 0; --x) {
    if (page.at(x, 35).b > 200 && page.at(x, 35).r < 60) first_blue = x;
    if (page.at(x, 35).g > 200) first_white = x;
  }
  EXPECT_NEAR(first_white - first_blue, 3, 1);  // half of the halo's width on each side
  EXPECT_EQ(page.at(2, 35), kRed);
}

TEST_F(GlyphsTest, NoLettersHaloLiesOnItsNeighbour) {
  const TextStyle style{
      .face = Face::bold, .size = 30, .color = kWhite, .halo = kBlue, .halo_width = 10, .tracking = -4};
  list.top = {text_mark(list, fonts(), "ll", {20, 45}, style)};
  const Pixels with_halo = paint();
  TextStyle bare = style;
  bare.halo_width = 0;
  list.top = {text_mark(list, fonts(), "ll", {20, 45}, bare)};
  const Pixels without = paint();
  for (int x = 0; x < 64; ++x) {
    if (without.at(x, 35).g == 255) {
      EXPECT_EQ(with_halo.at(x, 35), kWhite) << x;
    }
  }
}

TEST_F(GlyphsTest, TurnedTextRunsDownThePage) {
  list.top.push_back(
      text_mark(list, fonts(), "lll", {32, 10}, {.size = 20, .color = kWhite, .angle_deg = 90}));
  const Pixels page = paint();
  double low = 0, far_right = 0;
  for (int i = 0; i < 64; ++i) low += page.at(40, i).g, far_right += page.at(60, i).g;
  EXPECT_GT(low, 255 * 3);
  EXPECT_EQ(far_right, 0);
}

TEST_F(GlyphsTest, ManyDifferentGlyphsFitBecauseTheAtlasStartsAnew) {
  // Far more px than the atlas holds; the last text must still be right.
  list.size = {600, 200};
  for (int size = 40; size < 140; ++size)
    list.top.push_back(text_mark(list, fonts(), "ABCDEFGHIJKLMNOPQRSTUVWXYZ", {0, 150},
                                 {.size = static_cast<float>(size), .color = kRed}));
  list.top.push_back(Rect{{0, 0, 600, 200}, 0, kBlack});
  list.top.push_back(text_mark(list, fonts(), "Prizren", {10, 100}, {.size = 50, .color = kWhite}));
  const Pixels crowded = paint();
  DrawList alone;
  alone.size = list.size;
  alone.ground = kBlack;
  alone.top = {text_mark(alone, fonts(), "Prizren", {10, 100}, {.size = 50, .color = kWhite})};
  EXPECT_EQ(paint(*painter, alone), crowded);
}

}  // namespace
}  // namespace vidik
