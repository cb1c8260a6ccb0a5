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

// What other programs find in these files: vector_files_test.py.
struct PdfFileTest : testing::Test {
  std::unique_ptr<Fonts> fonts = Fonts::create().value();

  std::unique_ptr<VectorFile> begun(const PictureWords& words = sample_words()) {
    return make_pdf(sample_page(), words, *fonts, {}).value();
  }
  std::string sample(const VectorOptions& options = {}) {
    const auto file = make_pdf(sample_page(), sample_words(), *fonts, options).value();
    paint_sample(*file, *fonts);
    return file->finish().value();
  }
};

TEST_F(PdfFileTest, IsTheSameTwice) {
  const std::string pdf = sample();
  std::ofstream("sample.pdf", std::ios::binary) << pdf;
  std::ofstream("sample_outlines.pdf", std::ios::binary) << sample({.outlines = true});
  EXPECT_EQ(pdf, sample());
  EXPECT_NE(pdf, begun()->finish().value());
}

TEST_F(PdfFileTest, HasItsStateInPlainBytes) {
  const std::string pdf = sample();
  const std::string tag = "<vidik:state xmlns:vidik=\"urn:vidik:state\">";
  ASSERT_THAT(pdf, HasSubstr(tag));
  const std::size_t at = pdf.find(tag) + tag.size();
  EXPECT_EQ(from_base64(pdf.substr(at, pdf.find('<', at) - at)), "{\"time\":\"1999\"}");
  EXPECT_THAT(pdf, HasSubstr("Kosovo &lt;map&gt; &amp; &quot;more&quot;</rdf:li>"));
  EXPECT_THAT(begun({})->finish().value(), Not(HasSubstr("vidik:state")));
}

TEST_F(PdfFileTest, SaysNoDay) {
  const std::string pdf = sample();
  EXPECT_THAT(pdf, Not(HasSubstr("Date")));
  EXPECT_THAT(pdf, Not(HasSubstr("(D:")));
}

TEST_F(PdfFileTest, IsAsLargeAsItsDotsAnInchSay) {
  PictureWords words;
  words.dpi = 144;
  EXPECT_THAT(begun(words)->finish().value(), HasSubstr("/MediaBox [ 0 0 300 225 ]"));
  words.dpi = 0;
  EXPECT_THAT(begun(words)->finish().value(), HasSubstr("/MediaBox [ 0 0 450 337.5 ]"));
}

TEST_F(PdfFileTest, LeavesOutWhatHasNoPlace) {
  const auto file = begun();
  file->fill(box_path(NAN, 0, 1, 1), rgb(0));
  file->fill({}, rgb(0));
  file->stroke(box_path(0, 0, 1, INFINITY), rgb(0), {});
  file->fade({0, 0, NAN, 1}, rgb(0), rgb(0), false);
  EXPECT_EQ(file->finish().value(), begun()->finish().value());
}

TEST_F(PdfFileTest, TakesPlacesFarOutsideThePage) {
  const auto file = begun();
  file->fill(box_path(-1e30f, -1e30f, 2e30f, 2e30f), rgb(0));
  EXPECT_TRUE(file->finish().ok());
}

TEST_F(PdfFileTest, TakesTextsThatAreNone) {
  const auto file = begun();
  SampleText text(*fonts);
  for (const std::string_view odd : {"", "a\x01z", "\xff\xfe", "\xf0\x9f\x98\x80", "tab\tbed"})
    text.write(*file, odd, {10, 20}, {});
  text.write(*file, std::string_view("nul\0l", 5), {10, 20}, {});
  EXPECT_TRUE(file->finish().ok());
}

TEST_F(PdfFileTest, RefusesAPageWithoutSizeAndAnImageWithoutPixels) {
  EXPECT_FALSE(make_pdf({0, 100, 1, {}}, {}, *fonts, {}).ok());
  EXPECT_FALSE(make_pdf({100, NAN, 1, {}}, {}, *fonts, {}).ok());
  const auto file = begun();
  file->image({7, 7, {}}, {0, 0, 10, 10}, 1);
  EXPECT_FALSE(file->finish().ok());
}

}  // namespace
}  // namespace vidik
