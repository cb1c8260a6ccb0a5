#include "base/base64.h"
#include "vector_sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

namespace vidik {
namespace {

using testing::HasSubstr;
using testing::Not;

struct SvgFileTest : testing::Test {
  std::unique_ptr<Fonts> fonts = Fonts::create().value();

  std::unique_ptr<VectorFile> begun(const VectorOptions& options = {}) {
    return make_svg(sample_page(), sample_words(), *fonts, options).value();
  }
  std::string sample(const VectorOptions& options = {}) {
    const auto file = begun(options);
    paint_sample(*file, *fonts);
    return file->finish().value();
  }
  std::string of_text(std::string_view text, const TextStyle& style = {}) {
    const auto file = begun();
    SampleText(*fonts).write(*file, text, {10, 20}, style);
    return file->finish().value();
  }
};

TEST_F(SvgFileTest, HasEveryCallInItsBytes) {
  const std::string svg = sample();
  std::ofstream("sample.svg", std::ios::binary) << svg;
  EXPECT_THAT(svg, HasSubstr("width=\"600\" height=\"450\" viewBox=\"0 0 400 300\""));
  EXPECT_THAT(svg, HasSubstr("<rect x=\"0\" y=\"0\" width=\"400\" height=\"300\" fill=\"#f4efe6\"/>"));
  EXPECT_THAT(svg,
              HasSubstr("fill=\"#4a7a9c\" fill-rule=\"evenodd\" d=\"M20 20L120 20L120 100L20 100ZM50 40"));
  EXPECT_THAT(
      svg,
      HasSubstr("stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"M20 120C60 80 140 "
                "160 180 120\""));
  EXPECT_THAT(
      svg,
      HasSubstr("stroke=\"#000000\" stroke-opacity=\"0.502\" stroke-width=\"2\" stroke-dasharray=\"6 4\""));
  EXPECT_THAT(
      svg,
      HasSubstr("gradientUnits=\"userSpaceOnUse\" x1=\"200\" y1=\"20\" x2=\"280\" y2=\"20\"><stop "
                "stop-color=\"#223344\"/><stop offset=\"1\" stop-color=\"#223344\" stop-opacity=\"0\"/>"));
  EXPECT_THAT(svg, HasSubstr("<g opacity=\"0.5\">"));
  EXPECT_THAT(svg, HasSubstr("<clipPath id=\"c2\"><path clip-rule=\"evenodd\""));
  EXPECT_THAT(svg, HasSubstr("<g clip-path=\"url(#c1)\">\n<g clip-path=\"url(#c2)\">"));
  EXPECT_THAT(svg,
              HasSubstr("preserveAspectRatio=\"none\" opacity=\"0.75\" xlink:href=\"data:image/png;base64,"));
  EXPECT_THAT(svg, HasSubstr("@font-face{font-family:vidik1;font-weight:700;src:url(data:font/otf;base64,"));
}

TEST_F(SvgFileTest, IsTheSameTwice) { EXPECT_EQ(sample(), sample()); }

TEST_F(SvgFileTest, SaysItsTitleItsDescriptionAndItsState) {
  const std::string svg = sample();
  EXPECT_THAT(svg, HasSubstr(">Kosovo &lt;map&gt; &amp; &quot;more&quot;</title>"));
  EXPECT_THAT(svg, HasSubstr(">Црква у Пећи; č ć đ ë ş</desc>"));
  const std::string tag = "<vidik:state xmlns:vidik=\"urn:vidik:state\">";
  const std::size_t at = svg.find(tag) + tag.size();
  EXPECT_EQ(from_base64(svg.substr(at, svg.find('<', at) - at)), "{\"time\":\"1999\"}");
}

TEST_F(SvgFileTest, WritesTextAsTextInAnyScript) {
  const std::string svg = sample();
  EXPECT_THAT(svg, HasSubstr(">Peć / Пећ &lt;&amp;&gt; &quot;ë ş đ&quot;</text>"));
  EXPECT_THAT(svg, HasSubstr(">TRACKED Č</text>"));
  EXPECT_THAT(svg, HasSubstr(">Turned AV</text>"));
}

TEST_F(SvgFileTest, GivesEveryLetterItsPlace) {
  TextStyle style;
  style.tracking = 5;
  const std::string svg = of_text("AV.", style);
  const Shaped& shaped = fonts->shape("AV.", style.face, style.size);
  char places[80];
  std::snprintf(places, sizeof places, " x=\"10 %.2f %.2f\" y=\"20\" letter-spacing=\"5\">AV.</text>",
                15 + double{shaped.glyphs[1].x}, 20 + double{shaped.glyphs[2].x});
  EXPECT_THAT(svg, HasSubstr(places));
}

TEST_F(SvgFileTest, TurnsLettersThatBendEachByItself) {
  const std::string svg = sample();
  EXPECT_THAT(svg,
              testing::ContainsRegex("<tspan x=\"20\" y=\"275\" rotate=\"-20\">R</tspan><tspan x=\"[0-9.]+\" "
                                     "y=\"269.6\" rotate=\"-16\">i</tspan>"));
}

// The colon between digits stands higher than others: one font has one look a letter.
TEST_F(SvgFileTest, UsesASecondFontForALettersSecondLook) {
  const std::string svg = of_text("10:30 a: b");
  EXPECT_THAT(svg, HasSubstr("font-family:vidik2;"));
  EXPECT_THAT(svg, Not(HasSubstr("font-family:vidik3;")));
}

TEST_F(SvgFileTest, DrawsWhatCannotBeWrittenAndSaysItStill) {
  for (const char* text : {"c\xcc\x8c-", "a\x01z", "tab\tbed", "\xf0\x9f\x98\x80 smile"}) {
    const std::string svg = of_text(text);
    EXPECT_THAT(svg, Not(HasSubstr("<text"))) << text;
    EXPECT_THAT(svg, HasSubstr("role=\"img\" aria-label=\"")) << text;
    EXPECT_THAT(svg, Not(HasSubstr("\x01"))) << text;
  }
}

TEST_F(SvgFileTest, DrawsAllLettersWhenAskedTo) {
  const std::string svg = sample({.outlines = true});
  std::ofstream("sample_outlines.svg", std::ios::binary) << svg;
  EXPECT_THAT(svg, Not(HasSubstr("<text")));
  EXPECT_THAT(svg, Not(HasSubstr("@font-face")));
  EXPECT_THAT(svg, HasSubstr("aria-label=\"TRACKED Č\""));
}

TEST_F(SvgFileTest, LaysAHaloUnderAllLetters) {
  TextStyle style;
  style.size = 10, style.halo = rgb(0xffffff), style.halo_width = 3;
  const std::string svg = of_text("Drina", style);
  EXPECT_THAT(svg, HasSubstr("stroke=\"#ffffff\" stroke-linejoin=\"round\" stroke-width=\"300\">"));
  EXPECT_LT(svg.find("stroke-width=\"300\""), svg.find("<text"));
}

TEST_F(SvgFileTest, LeavesOutControlCharactersOfItsWords) {
  PictureWords words = sample_words();
  words.title = "a\x01\x0c\xff\xef\xbf\xbfz";
  const auto file = make_svg(sample_page(), words, *fonts, {}).value();
  EXPECT_THAT(file->finish().value(),
              HasSubstr(">a\xef\xbf\xbdz</title>"));  // a bad byte is shown, the others cannot be
}

TEST_F(SvgFileTest, LeavesOutWhatHasNoPlace) {
  const auto file = begun();
  const auto bare = begun()->finish().value();
  file->fill(box_path(NAN, 0, 1, 1), rgb(0));
  file->fill({}, rgb(0));
  file->stroke(box_path(0, 0, 1, INFINITY), rgb(0), {});
  file->fade({0, 0, NAN, 1}, rgb(0), rgb(0), false);
  EXPECT_EQ(file->finish().value(), bare);
}

TEST_F(SvgFileTest, RefusesAPageWithoutSizeAndAnImageWithoutPixels) {
  EXPECT_FALSE(make_svg({0, 100, 1, {}}, {}, *fonts, {}).ok());
  EXPECT_FALSE(make_svg({100, NAN, 1, {}}, {}, *fonts, {}).ok());
  const auto file = begun();
  file->image({7, 7, {}}, {0, 0, 10, 10}, 1);
  EXPECT_FALSE(file->finish().ok());
}

// A sea is filled, then clips its waterlines, then is asked for again: the shipped page was a tenth larger.
TEST_F(SvgFileTest, HasALongOutlineOnceHoweverOftenItIsUsed) {
  VectorPath coast;
  for (int i = 0; i < 400; ++i)
    coast.push_back({i == 0 ? PathStep::Kind::move : PathStep::Kind::line,
                     {static_cast<float>(i), static_cast<float>(i % 7)}});
  const auto file = begun();
  file->fill(coast, rgb(0x4a7a9c));
  for (int i = 0; i < 2; ++i) {
    file->begin_clip(coast);
    file->stroke(coast, rgb(0x112233), {.width = 2});
    file->end();
  }
  const std::string svg = file->finish().value();
  const std::size_t first = svg.find("L398 6L399 0");
  EXPECT_NE(first, std::string::npos);
  EXPECT_EQ(svg.find("L398 6L399 0", first + 1), std::string::npos);
  EXPECT_THAT(svg, HasSubstr("<use xlink:href=\"#p1\" fill=\"#4a7a9c\" fill-rule=\"evenodd\"/>"));
  EXPECT_THAT(svg,
              HasSubstr("<clipPath id=\"c1\"><use xlink:href=\"#p1\" clip-rule=\"evenodd\"/></clipPath>"));
  EXPECT_THAT(svg, HasSubstr("<use xlink:href=\"#p1\" fill=\"none\" stroke=\"#112233\" stroke-width=\"2\""));
  EXPECT_THAT(svg, Not(HasSubstr("id=\"c2\"")));
}

TEST_F(SvgFileTest, PaintsNoGroundThatIsNotOpaque) {
  VectorPage page = sample_page();
  page.ground.a = 0;
  EXPECT_THAT(make_svg(page, {}, *fonts, {}).value()->finish().value(), Not(HasSubstr("<rect")));
}

}  // namespace
}  // namespace vidik
