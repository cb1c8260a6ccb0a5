#include "text/font_subset.h"

#include "text/face_file.h"
#include "text/fonts.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace vidik {
namespace {

struct FontSubsetTest : testing::Test {
  FtLibrary library;
  FontSubsetTest() {
    FT_Library made = nullptr;
    EXPECT_EQ(FT_Init_FreeType(&made), 0);
    library.reset(made);
  }
  FaceFile opened(const std::string& bytes) {
    return FaceFile::open(library.get(), {reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()})
        .value();
  }
  FaceFile opened(FaceFileId id) { return FaceFile::open(library.get(), embedded_face(id)).value(); }
  static std::uint32_t glyph_of(const FaceFile& file, char32_t letter) {
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(file.shapes.get(), letter, &glyph);
    return glyph;
  }
};

bool same(const GlyphOutline& a, const GlyphOutline& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const OutlineStep& p, const OutlineStep& q) {
    return p.kind == q.kind && p.to == q.to && p.a == q.a && p.b == q.b;
  });
}

TEST_F(FontSubsetTest, ShowsTheAskedGlyphsForTheLettersAndHasNoOthers) {
  for (const FaceFileId id : {FaceFileId::regular, FaceFileId::bold, FaceFileId::fallback}) {
    const FaceFile whole = opened(id);
    // A "Ж" that looks like "ç" stands for any glyph that is not its letter's first choice.
    const FontLetters letters = {
        {U'a', glyph_of(whole, U'a')}, {U'đ', glyph_of(whole, U'đ')}, {U'Ж', glyph_of(whole, U'ç')}};
    const std::string bytes = font_subset(id, letters).value();
    EXPECT_LT(bytes.size(), 12'000u);
    const FaceFile small = opened(bytes);
    for (const auto& [letter, glyph] : letters) {
      const GlyphOutline shown = glyph_outline(small, glyph_of(small, letter));
      EXPECT_FALSE(shown.empty());
      EXPECT_TRUE(same(shown, glyph_outline(whole, glyph)));
    }
    EXPECT_FALSE(small.has(U'b'));
    EXPECT_EQ(bytes, font_subset(id, letters).value());
  }
}

TEST_F(FontSubsetTest, RefusesALetterThatItsMapCannotHold) {
  EXPECT_FALSE(font_subset(FaceFileId::regular, {{U'\U0001f600', 5}}).ok());
}

TEST_F(FontSubsetTest, AnOutlineStandsOnItsBaselineAndPointsDownwards) {
  const auto fonts = Fonts::create().value();
  const GlyphOutline outline =
      fonts->outline(Face::regular, fonts->shape("H", Face::regular, 10).glyphs[0].id);
  ASSERT_FALSE(outline.empty());
  EXPECT_EQ(outline.front().kind, OutlineStep::Kind::move);
  EXPECT_EQ(outline.back().kind, OutlineStep::Kind::close);
  float top = 0, bottom = -1;
  for (const OutlineStep& step : outline)
    if (step.kind != OutlineStep::Kind::close)
      top = std::min(top, step.to.y), bottom = std::max(bottom, step.to.y);
  EXPECT_FLOAT_EQ(bottom, 0);
  EXPECT_NEAR(top, -0.727f, 0.01f);  // Inter's capital height
  EXPECT_TRUE(fonts->outline(Face::regular, 1'000'000).empty());
  EXPECT_TRUE(fonts->outline(Face::regular, fonts->shape(" ", Face::regular, 10).glyphs[0].id).empty());
}

TEST_F(FontSubsetTest, AGlyphKnowsItsLetter) {
  const auto fonts = Fonts::create().value();
  const Shaped& shaped =
      fonts->shape("Ж\ua656c\u030cz", Face::regular, 10);  // the second of the stand-in, a joined caron
  std::vector<std::uint32_t> letters;
  for (const ShapedGlyph& glyph : shaped.glyphs) letters.push_back(glyph.letter);
  EXPECT_EQ(letters, (std::vector<std::uint32_t>{0, 1, 2, 4}));
}

}  // namespace
}  // namespace vidik
