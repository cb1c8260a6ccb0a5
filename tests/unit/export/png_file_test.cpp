#include "export/png_file.h"

#include <gtest/gtest.h>
#include <png.h>

#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace vidik {
namespace {

std::vector<std::uint8_t> picture(int width, int height, std::uint8_t alpha = 255) {
  std::vector<std::uint8_t> rgba;
  for (int i = 0; i < width * height; ++i)
    for (const int v : {i * 7, i * 13, i * 29}) rgba.push_back(static_cast<std::uint8_t>(v));
  std::vector<std::uint8_t> out;
  for (std::size_t i = 0; i < rgba.size(); i += 3)
    out.insert(out.end(), {rgba[i], rgba[i + 1], rgba[i + 2], alpha});
  return out;
}

// What a reader of the file finds, chunk by chunk.
struct Chunk {
  std::string kind, body;
};
std::vector<Chunk> chunks_of(const std::string& png) {
  std::vector<Chunk> chunks;
  const auto number = [&](std::size_t at) {
    std::uint32_t n = 0;
    for (std::size_t i = 0; i < 4; ++i) n = n << 8 | static_cast<std::uint8_t>(png[at + i]);
    return n;
  };
  for (std::size_t at = 8; at + 12 <= png.size();) {
    const std::size_t length = number(at);
    chunks.push_back({png.substr(at + 4, 4), png.substr(at + 8, length)});
    at += 12 + length;
  }
  return chunks;
}
std::string body_of(const std::string& png, const std::string& kind) {
  for (const Chunk& chunk : chunks_of(png))
    if (chunk.kind == kind) return chunk.body;
  return {};
}

std::vector<std::uint8_t> decoded(const std::string& bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  EXPECT_TRUE(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()));
  image.format = PNG_FORMAT_RGBA;
  std::vector<std::uint8_t> rgba(PNG_IMAGE_SIZE(image));
  EXPECT_TRUE(png_image_finish_read(&image, nullptr, rgba.data(), 0, nullptr));
  return rgba;
}

std::string encoded(const Result<std::string>& result) {
  EXPECT_TRUE(result) << result.error().message();
  return result ? *result : std::string();
}

TEST(PngFile, ThePixelsComeBackAsTheyWent) {
  for (const std::uint8_t alpha : {std::uint8_t{255}, std::uint8_t{100}}) {
    const auto rgba = picture(31, 17, alpha);
    EXPECT_EQ(decoded(encoded(encode_png(31, 17, rgba))), rgba);
  }
}

TEST(PngFile, AnOpaquePictureHasNoAlphaInTheFile) {
  EXPECT_EQ(body_of(encoded(encode_png(3, 2, picture(3, 2))), "IHDR")[9], 2);     // RGB
  EXPECT_EQ(body_of(encoded(encode_png(3, 2, picture(3, 2, 9))), "IHDR")[9], 6);  // RGBA
}

TEST(PngFile, ResolutionIsWrittenInDotsAMetre) {
  const std::string phys = body_of(encoded(encode_png(2, 2, picture(2, 2), 300)), "pHYs");
  EXPECT_EQ(phys, std::string("\x00\x00\x2e\x23\x00\x00\x2e\x23\x01", 9));  // 11811
  EXPECT_EQ(body_of(encoded(encode_png(2, 2, picture(2, 2))), "pHYs"), "");
}

TEST(PngFile, TextsAreUtf8InTheirOrder) {
  const std::string png = encoded(encode_png(
      2, 2, picture(2, 2), 0,
      {{"Title", "Косово"}, {"Comment", std::string(5000, 'x')}, {"Vidik state", std::string(5000, 'x')}}));
  std::vector<std::string> bodies;
  for (const Chunk& chunk : chunks_of(png))
    if (chunk.kind == "iTXt" || chunk.kind == "zTXt") bodies.push_back(chunk.body);
  ASSERT_EQ(bodies.size(), 3u);
  EXPECT_EQ(bodies[0], std::string("Title\0\0\0\0\0", 10) + "Косово");
  EXPECT_EQ(bodies[1].substr(0, 8), std::string("Comment\0", 8));
  EXPECT_LT(bodies[1].size(), 200u);  // long texts are compressed
  // but the state, which is read by who unpacks nothing of strangers
  EXPECT_EQ(bodies[2], std::string("Vidik state\0\0\0\0\0", 16) + std::string(5000, 'x'));
}

TEST(PngFile, TheSameInputGivesTheSameBytesAndNoTimeIsWritten) {
  const auto rgba = picture(40, 40);
  const PngText texts{{"Software", "vidik"}};
  const std::string one = encoded(encode_png(40, 40, rgba, 96, texts));
  EXPECT_EQ(encoded(encode_png(40, 40, rgba, 96, texts)), one);
  EXPECT_EQ(body_of(one, "tIME"), "");
}

TEST(PngFile, ASizeThatDoesNotMatchThePixelsIsRefused) {
  EXPECT_FALSE(encode_png(3, 3, picture(2, 2)));
  EXPECT_FALSE(encode_png(0, 0, {}));
  EXPECT_FALSE(encode_png(-2, -2, picture(2, 2)));
}

TEST(PngFile, AKeyOrDpiThatPngDoesNotAllowIsRefused) {
  const auto rgba = picture(2, 2);
  for (const std::string& key :
       {std::string(), std::string(80, 'k'), std::string(" lead"), std::string("два")})
    EXPECT_FALSE(encode_png(2, 2, rgba, 0, {{key, "text"}})) << key;
  EXPECT_FALSE(encode_png(2, 2, rgba, 0, {{"Title", std::string("a\0b", 3)}}));
  EXPECT_FALSE(encode_png(2, 2, rgba, -1));
  EXPECT_FALSE(encode_png(2, 2, rgba, 1e9));
}

TEST(PngFile, AFileThatCannotBeWrittenIsSaidAndLeavesNothing) {
  const auto written = write_png("/nonexistent/folder/a.png", 2, 2, picture(2, 2));
  ASSERT_FALSE(written);
  EXPECT_NE(written.error().message().find("a.png"), std::string::npos);
}

TEST(PngFile, TheFileHasTheEncodedBytes) {
  const auto path =
      std::filesystem::temp_directory_path() / ("vidik_png_test_" + std::to_string(getpid()) + ".png");
  ASSERT_TRUE(write_png(path.string(), 5, 4, picture(5, 4), 96, {{"Title", "t"}}));
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::filesystem::remove(path);
  EXPECT_EQ(bytes, encoded(encode_png(5, 4, picture(5, 4), 96, {{"Title", "t"}})));
}

TEST(PngStream, RowsInBandsAreTheFileOfAllAtOnce) {
  const std::vector<std::uint8_t> all = picture(40, 30, 200);
  const auto at_once = encode_png(40, 30, all, 300, {{"Title", "x"}});
  ASSERT_TRUE(at_once);
  auto stream = PngStream::begin(40, 30, true, 300, {{"Title", "x"}});
  ASSERT_TRUE(stream);
  const std::span<const std::uint8_t> rows(all);
  EXPECT_TRUE((*stream)->rows(rows.first(40 * 4 * 7)));
  EXPECT_TRUE((*stream)->rows(rows.subspan(40 * 4 * 7)));
  const auto bytes = (*stream)->end();
  ASSERT_TRUE(bytes);
  EXPECT_EQ(*bytes, *at_once);
}

TEST(PngStream, TooFewTooManyOrHalfARowIsRefused) {
  auto stream = PngStream::begin(4, 2, false, 0, {});
  ASSERT_TRUE(stream);
  const std::vector<std::uint8_t> pixels(4 * 3 * 3);
  EXPECT_FALSE((*stream)->rows(std::span(pixels).first(5)));
  EXPECT_FALSE((*stream)->rows(pixels));
  EXPECT_FALSE((*stream)->end());
  EXPECT_FALSE(PngStream::begin(0, 2, false, 0, {}));
}

TEST(PngFile, ColoursAreFreedOfTheirAlpha) {
  std::vector<std::uint8_t> rgba{64, 32, 0, 128, 9, 9, 9, 255, 0, 0, 0, 0};
  unmultiply_alpha(rgba);
  EXPECT_EQ(rgba, (std::vector<std::uint8_t>{128, 64, 0, 128, 9, 9, 9, 255, 0, 0, 0, 0}));
}

}  // namespace
}  // namespace vidik
