#include "text/fonts.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

class TextMarkTest : public testing::Test {
 protected:
  TextMarkTest() : made_(Fonts::create()), fonts(**made_) {}
  const Glyph& first(const GlyphRun& run) const { return list.glyphs[run.glyphs.first]; }
  const Glyph& last(const GlyphRun& run) const {
    return list.glyphs[run.glyphs.first + run.glyphs.count - 1];
  }
  Result<std::unique_ptr<Fonts>> made_;
  Fonts& fonts;
  DrawList list;
};

TEST_F(TextMarkTest, TheAnchorSaysWhichEndIsMeant) {
  const float width = fonts.width("Niš", Face::medium, 13);
  EXPECT_FLOAT_EQ(first(text_mark(list, fonts, "Niš", {100, 50}, {})).x, 100);
  EXPECT_NEAR(first(text_mark(list, fonts, "Niš", {100, 50}, {.color = {}, .anchor = Anchor::centre})).x,
              100 - width / 2, 1e-4);
  EXPECT_NEAR(first(text_mark(list, fonts, "Niš", {100, 50}, {.color = {}, .anchor = Anchor::right})).x,
              100 - width, 1e-4);
}

TEST_F(TextMarkTest, TrackingWidensBetweenLettersOnly) {
  const float plain = text_width(fonts, "ABC", {});
  EXPECT_FLOAT_EQ(text_width(fonts, "ABC", {.color = {}, .tracking = 3}), plain + 6);
  EXPECT_FLOAT_EQ(text_width(fonts, "", {.color = {}, .tracking = 3}), 0);
  const GlyphRun a = text_mark(list, fonts, "ABC", {0, 0}, {});
  const float x = last(a).x;
  const GlyphRun b = text_mark(list, fonts, "ABC", {0, 0}, {.color = {}, .tracking = 3});
  EXPECT_NEAR(last(b).x, x + 6, 1e-4);
}

TEST_F(TextMarkTest, TurnedTextRunsAlongItsAngleAndTheGlyphsTurnWithIt) {
  const GlyphRun run = text_mark(list, fonts, "Drina", {10, 20}, {.color = {}, .angle_deg = 90});
  EXPECT_NEAR(last(run).x, 10, 1e-3);
  EXPECT_GT(last(run).y, 30);
  EXPECT_EQ(last(run).angle_deg, 90);
}

TEST_F(TextMarkTest, TheRunKeepsItsWordsAndItsLook) {
  const GlyphRun run = text_mark(list, fonts, "Сава", {0, 0},
                                 {.face = Face::italic, .size = 14, .color = {}, .halo_width = 3.2f});
  EXPECT_EQ(run.text, "Сава");
  EXPECT_EQ(run.face, Face::italic);
  EXPECT_EQ(run.size, 14);
  EXPECT_EQ(run.halo_width, 3.2f);
  EXPECT_EQ(run.glyphs.count, 4u);
}

}  // namespace
}  // namespace vidik
