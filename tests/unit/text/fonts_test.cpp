#include "text/fonts.h"

#include "alphabets.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

class FontsTest : public testing::Test {
 protected:
  FontsTest() : made_(Fonts::create()), fonts(**made_) {}
  Result<std::unique_ptr<Fonts>> made_;
  Fonts& fonts;
};

TEST_F(FontsTest, EveryLetterOfTheRegionsAlphabetsIsThereInEveryWeight) {
  for (const Alphabet& alphabet : kAlphabets) {
    for (const Face face : {Face::regular, Face::medium, Face::semibold, Face::bold, Face::italic}) {
      const Shaped& shaped = fonts.shape(alphabet.letters, face, 13);
      for (const ShapedGlyph& glyph : shaped.glyphs)
        EXPECT_NE(glyph.id & 0x7fffffffu, 0u) << alphabet.language;
    }
    EXPECT_EQ(fonts.missing(), 0u) << alphabet.language;
  }
}

TEST_F(FontsTest, TheIconsOfTheInterfaceAreThere) {
  // search, close, play, pause, warning, layers
  for (const char* icon :
       {"\xee\xa2\xb6", "\xee\x97\x8d", "\xee\x80\xb7", "\xee\x80\xb4", "\xee\x80\x82", "\xee\x94\xbb"}) {
    const Shaped& shaped = fonts.shape(icon, Face::icons, 18);
    ASSERT_EQ(shaped.glyphs.size(), 1u);
    EXPECT_GT(shaped.width, 12);
  }
  EXPECT_EQ(fonts.missing(), 0u);
}

TEST_F(FontsTest, ALetterInterLacksComesFromTheStandIn) {
  const Shaped& shaped = fonts.shape("aꙀ", Face::medium, 13);  // Old Cyrillic zemlya
  ASSERT_EQ(shaped.glyphs.size(), 2u);
  EXPECT_EQ(shaped.glyphs[0].id & 0x80000000u, 0u);
  EXPECT_NE(shaped.glyphs[1].id & 0x80000000u, 0u);
  EXPECT_GT(fonts.picture(Face::medium, shaped.glyphs[1].id, 20, 0, 0, 0).width, 5);
  EXPECT_EQ(fonts.missing(), 0u);
}

TEST_F(FontsTest, WhatNoFileHasIsCountedAndStillTakesRoom) {
  const Shaped& shaped = fonts.shape("\xF0\x93\x80\x80", Face::medium, 13);  // a hieroglyph
  EXPECT_EQ(fonts.missing(), 1u);
  EXPECT_EQ(shaped.glyphs.size(), 1u);
  EXPECT_GT(shaped.width, 1);
}

TEST_F(FontsTest, BytesThatAreNotUtf8AreShownNotRefused) {
  EXPECT_GT(fonts.shape("a\xff\xfe", Face::medium, 13).width, fonts.width("a", Face::medium, 13));
}

TEST_F(FontsTest, TabularDigitsAreAllEquallyWide) {
  const float one = fonts.shape("1", Face::medium, 13, Digits::tabular).width;
  for (const char* digit : {"0", "2", "3", "4", "5", "6", "7", "8", "9"})
    EXPECT_NEAR(fonts.shape(digit, Face::medium, 13, Digits::tabular).width, one,
                .02);  // Inter's own rounding
  EXPECT_LT(fonts.shape("1", Face::medium, 13).width, one);
}

TEST_F(FontsTest, WidthGrowsWithSizeExactly) {
  EXPECT_NEAR(fonts.width("Mitrovica", Face::medium, 26), 2 * fonts.width("Mitrovica", Face::medium, 13),
              1e-4);
}

TEST_F(FontsTest, PairsAreKerned) {
  EXPECT_LT(fonts.width("AV", Face::medium, 100),
            fonts.width("A", Face::medium, 100) + fonts.width("V", Face::medium, 100));
}

TEST_F(FontsTest, ACombiningMarkTakesNoRoomOfItsOwn) {
  EXPECT_NEAR(fonts.width("e\xCC\x81", Face::medium, 13), fonts.width("é", Face::medium, 13), .01);
}

TEST_F(FontsTest, AnEmptyTextIsNothingWide) {
  const Shaped& shaped = fonts.shape("", Face::medium, 13);
  EXPECT_TRUE(shaped.glyphs.empty());
  EXPECT_EQ(shaped.width, 0);
  EXPECT_GT(shaped.ascent, 10);
  EXPECT_GT(shaped.descent, 2);
}

TEST_F(FontsTest, AnAnswerStaysValidWhileManyOthersAreAsked) {
  const Shaped& first = fonts.shape("Skopje", Face::medium, 13);
  const float width = first.width;
  for (int i = 0; i < 4000; ++i) fonts.shape(std::to_string(i), Face::regular, 12);
  EXPECT_EQ(first.width, width);
}

TEST_F(FontsTest, AnOldTextIsShapedTheSameAgain) {
  const float width = fonts.width("Prizren", Face::bold, 18);
  for (int i = 0; i < 10'000; ++i) fonts.shape(std::to_string(i), Face::regular, 12);
  EXPECT_EQ(fonts.width("Prizren", Face::bold, 18), width);
}

TEST_F(FontsTest, FontBytesAreAWholeFontFile) {
  const auto otf = font_bytes(Face::regular);
  ASSERT_GT(otf.size(), 100'000u);
  EXPECT_EQ(std::string_view(reinterpret_cast<const char*>(otf.data()), 4), "OTTO");
}

}  // namespace
}  // namespace vidik
