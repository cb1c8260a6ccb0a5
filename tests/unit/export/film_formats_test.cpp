#include "export/apng_file.h"
#include "export/film_palette.h"
#include "export/gif_file.h"
#include "export/kept_frame.h"
#include "export/streamed_file.h"
#include "export/yuv_planes.h"

#include <gif_lib.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <set>

namespace vidik {
namespace {

namespace fs = std::filesystem;

constexpr int kWidth = 24, kHeight = 16;

Rgba filled(std::array<std::uint8_t, 4> px) {
  Rgba out;
  for (int i = 0; i < kWidth * kHeight; ++i) out.insert(out.end(), px.begin(), px.end());
  return out;
}
void set(Rgba& picture, int x, int y, std::array<std::uint8_t, 4> px) {
  std::copy(px.begin(), px.end(), picture.begin() + (y * kWidth + x) * 4);
}
// A red dot that walks over a ground of `colors` greys.
Rgba walking(std::size_t frame, int greys = 40) {
  Rgba out = filled({0, 0, 0, 255});
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      const auto grey = static_cast<std::uint8_t>((y * kWidth + x) * 5 % greys);
      set(out, x, y, {grey, static_cast<std::uint8_t>(grey * 2), grey, 255});
    }
  set(out, static_cast<int>(frame) % kWidth, 5, {255, 0, 0, 255});
  return out;
}

FilmFrames film_of(std::size_t count, std::function<Rgba(std::size_t)> draw) {
  return {kWidth, kHeight, count, [draw](std::size_t k) { return Result<Rgba>(draw(k)); }};
}
bool always(std::size_t, std::size_t) { return true; }

class FilmFile : public testing::Test {
 protected:
  FilmFile() : folder_(fs::temp_directory_path() / ("vidik_film_test_" + std::to_string(::getpid()))) {
    fs::create_directories(folder_);
  }
  ~FilmFile() override { fs::remove_all(folder_); }
  std::string path(const char* name) const { return (folder_ / name).string(); }
  std::string bytes(const char* name) const {
    std::ifstream file(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  bool is_empty() const { return fs::is_empty(folder_); }

 private:
  fs::path folder_;
};

// What a player shows of a GIF, frame by frame.
struct Shown {
  std::vector<Rgba> frames;
  std::vector<int> delays;
  int loops = -1;  // -1: nothing is said
};
Shown shown(const std::string& path) {
  Shown out;
  GifFileType* gif = DGifOpenFileName(path.c_str(), nullptr);
  EXPECT_NE(nullptr, gif);
  if (gif == nullptr) return out;
  EXPECT_EQ(GIF_OK, DGifSlurp(gif));
  EXPECT_EQ(kWidth, gif->SWidth);
  EXPECT_EQ(kHeight, gif->SHeight);
  Rgba canvas = filled({0, 0, 0, 0});
  for (int k = 0; k < gif->ImageCount; ++k) {
    const SavedImage& image = gif->SavedImages[k];
    for (int i = 0; i < image.ExtensionBlockCount; ++i) {
      const ExtensionBlock& block = image.ExtensionBlocks[i];
      if (block.Function == CONTINUE_EXT_FUNC_CODE && block.ByteCount == 3)
        out.loops = block.Bytes[1] | block.Bytes[2] << 8;
    }
    GraphicsControlBlock control{};
    DGifSavedExtensionToGCB(gif, k, &control);
    const GifImageDesc& at = image.ImageDesc;
    for (int y = 0; y < at.Height; ++y)
      for (int x = 0; x < at.Width; ++x) {
        const int index = image.RasterBits[y * at.Width + x];
        if (index == control.TransparentColor) continue;
        const GifColorType& color = gif->SColorMap->Colors[index];
        set(canvas, at.Left + x, at.Top + y, {color.Red, color.Green, color.Blue, 255});
      }
    out.frames.push_back(canvas);
    out.delays.push_back(control.DelayTime);
    if (control.DisposalMode == DISPOSE_BACKGROUND) canvas = filled({0, 0, 0, 0});
  }
  DGifCloseFile(gif, nullptr);
  return out;
}

TEST(ChangedBox, IsTheSmallestThatHoldsEveryDifference) {
  const Rgba before = walking(0);
  EXPECT_EQ(0, changed_box(before, before, kWidth).w);
  Rgba now = before;
  set(now, 3, 4, {9, 9, 9, 255});
  set(now, 20, 11, {9, 9, 9, 254});
  const PixelBox box = changed_box(before, now, kWidth);
  EXPECT_EQ((std::array<int, 4>{3, 4, 18, 8}), (std::array<int, 4>{box.x, box.y, box.w, box.h}));
  set(now, 0, 0, {1, 2, 3, 4});
  set(now, kWidth - 1, kHeight - 1, {1, 2, 3, 4});
  EXPECT_EQ(kWidth, changed_box(before, now, kWidth).w);
  EXPECT_EQ(kHeight, changed_box(before, now, kWidth).h);
}

TEST(KeptFrame, ComesBackAsItWas) {
  const std::string packed = pack_frame(kWidth, kHeight, walking(3));
  const auto back = unpack_frame(packed);
  ASSERT_TRUE(back);
  EXPECT_EQ(walking(3), back->rgba);
  EXPECT_EQ(packed, pack_frame(kWidth, kHeight, walking(3)));
}

TEST(KeptFrame, IsRefusedWhenItIsNotWhole) {
  const std::string packed = pack_frame(kWidth, kHeight, walking(3));
  for (std::size_t length = 0; length < packed.size(); ++length)
    EXPECT_FALSE(unpack_frame(packed.substr(0, length))) << length;
  for (std::size_t at = 0; at < packed.size(); ++at) {
    std::string damaged = packed;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    const auto back = unpack_frame(damaged);
    if (!back) continue;
    EXPECT_EQ(walking(3), back->rgba) << at;  // a bit of deflate's head that says nothing
  }
}

TEST(FilmPalette, TakesFewColoursAsTheyAre) {
  FilmPalette palette;
  palette.count({}, walking(0));
  palette.choose();
  for (std::size_t i = 0; i < walking(0).size(); i += 4) {
    const Rgba picture = walking(0);
    const PaletteColor& color = palette.colors()[palette.nearest(picture[i], picture[i + 1], picture[i + 2])];
    ASSERT_EQ((PaletteColor{picture[i], picture[i + 1], picture[i + 2]}), color);
  }
}

// A ground of some thousand blues and twenty px each of two colours that have a meaning.
Rgba sea_with_marks() {
  Rgba out;
  for (int i = 0; i < 40'000; ++i) {
    const auto a = static_cast<std::uint8_t>(i % 61), b = static_cast<std::uint8_t>(60 + i % 97);
    out.insert(out.end(), {static_cast<std::uint8_t>(a / 2), a, b, 255});
  }
  for (int i = 0; i < 20; ++i) out.insert(out.end(), {230, 159, 0, 255});
  for (int i = 0; i < 20; ++i) out.insert(out.end(), {220, 40, 90, 255});
  return out;
}

TEST(FilmPalette, KeepsTheFewPixelsThatMeanSomething) {
  FilmPalette palette;
  palette.count({}, sea_with_marks());
  palette.choose();
  EXPECT_LE(palette.colors().size(), FilmPalette::kMost);
  EXPECT_GT(palette.colors().size(), 200u);
  EXPECT_EQ((PaletteColor{230, 159, 0}), palette.colors()[palette.nearest(230, 159, 0)]);
  EXPECT_EQ((PaletteColor{220, 40, 90}), palette.colors()[palette.nearest(220, 40, 90)]);
  FilmPalette again;
  again.count({}, sea_with_marks());
  again.choose();
  EXPECT_EQ(palette.colors(), again.colors());
}

TEST(YuvPlanes, HaveTheValuesOfBt709) {
  const auto plane_values = [](std::array<std::uint8_t, 4> px, Color ground = {}) {
    const auto planes = yuv_planes(filled(px), kWidth, kHeight, ground);
    EXPECT_EQ(static_cast<std::size_t>(kWidth * kHeight * 3 / 2), planes.size());
    return std::array<int, 3>{planes[0], planes[kWidth * kHeight], planes[kWidth * kHeight * 5 / 4]};
  };
  using Yuv = std::array<int, 3>;
  EXPECT_EQ((Yuv{16, 128, 128}), plane_values({0, 0, 0, 255}));
  EXPECT_EQ((Yuv{235, 128, 128}), plane_values({255, 255, 255, 255}));
  EXPECT_EQ((Yuv{63, 102, 240}), plane_values({255, 0, 0, 255}));
  EXPECT_EQ((Yuv{173, 42, 26}), plane_values({0, 255, 0, 255}));
  EXPECT_EQ((Yuv{32, 240, 118}), plane_values({0, 0, 255, 255}));
  EXPECT_EQ((Yuv{235, 128, 128}), plane_values({0, 0, 0, 0}, rgb(0xffffff)));
  for (int grey = 0; grey < 256; ++grey) {
    const auto g = static_cast<std::uint8_t>(grey);
    const Yuv yuv = plane_values({g, g, g, 255});
    EXPECT_EQ(128, yuv[1]);
    EXPECT_EQ(128, yuv[2]);
  }
}

TEST(YuvPlanes, OfAnOddSizeEndInOneMoreOfGround) {
  const Rgba white(3 * 5 * 4, 255);
  const auto planes = yuv_planes(white, 3, 5, rgb(0x000000));
  ASSERT_EQ(4u * 6 * 3 / 2, planes.size());
  EXPECT_EQ(235, planes[2]);
  EXPECT_EQ(16, planes[3]);
  EXPECT_EQ(235, planes[4 * 4]);
  EXPECT_EQ(16, planes[5 * 4]);
}

TEST_F(FilmFile, AGifShowsExactlyTheFramesWhenTheirColoursAreFew) {
  ASSERT_TRUE(
      write_gif(path("a.gif"), film_of(12, [](std::size_t k) { return walking(k); }), {}, {}, always));
  const Shown film = shown(path("a.gif"));
  ASSERT_EQ(12u, film.frames.size());
  for (std::size_t k = 0; k < 12; ++k) EXPECT_EQ(walking(k), film.frames[k]) << k;
}

TEST_F(FilmFile, AGifKeepsFramesThatChangeNothing) {
  ASSERT_TRUE(write_gif(path("a.gif"), film_of(5, [](std::size_t) { return walking(1); }), {}, {}, always));
  const Shown film = shown(path("a.gif"));
  ASSERT_EQ(5u, film.frames.size());
  for (const Rgba& frame : film.frames) EXPECT_EQ(walking(1), frame);
}

TEST_F(FilmFile, AGifsDelaysNeverDriftAndTheLastOneIsHeld) {
  for (const int fps_milli : {30'000, 12'500, 7'000, 29'970, 50'000}) {
    const FilmTiming timing{fps_milli, 1500, 1};
    ASSERT_TRUE(
        write_gif(path("a.gif"), film_of(60, [](std::size_t k) { return walking(k); }), timing, {}, always));
    const Shown film = shown(path("a.gif"));
    const int all = std::accumulate(film.delays.begin(), film.delays.end(), 0);
    EXPECT_NEAR(60 * 100'000.0 / fps_milli + 150, all, 0.51) << fps_milli;
    EXPECT_GT(film.delays.back(), 150);
    EXPECT_EQ(-1, film.loops);
  }
}

TEST_F(FilmFile, AGifSaysHowOftenItIsPlayed) {
  const FilmFrames film = film_of(2, [](std::size_t k) { return walking(k); });
  ASSERT_TRUE(write_gif(path("a.gif"), film, {10'000, 0, 0}, {}, always));
  EXPECT_EQ(0, shown(path("a.gif")).loops);  // for ever
  ASSERT_TRUE(write_gif(path("a.gif"), film, {10'000, 0, 300}, {}, always));
  EXPECT_EQ(299, shown(path("a.gif")).loops);  // times again
}

TEST_F(FilmFile, AGifWithoutGroundLeavesNothingOfTheFrameBefore) {
  const auto draw = [](std::size_t k) {
    Rgba out = filled({0, 0, 0, 0});
    set(out, static_cast<int>(k), 3, {255, 0, 0, 255});
    set(out, 0, 9, {0, 0, 255, 100});  // less than half is nothing
    return out;
  };
  ASSERT_TRUE(write_gif(path("a.gif"), film_of(3, draw), {}, {}, always));
  const Shown film = shown(path("a.gif"));
  ASSERT_EQ(3u, film.frames.size());
  for (std::size_t k = 0; k < 3; ++k) {
    Rgba wanted = filled({0, 0, 0, 0});
    set(wanted, static_cast<int>(k), 3, {255, 0, 0, 255});
    EXPECT_EQ(wanted, film.frames[k]);
  }
}

TEST_F(FilmFile, ADelayThatGifDoesNotHaveIsRefused) {
  const auto refused = write_gif(path("a.gif"), film_of(1, [](std::size_t) { return walking(0); }),
                                 {60'000, 0, 0}, {}, always);
  ASSERT_FALSE(refused);
  EXPECT_EQ(Code::bad_usage, refused.error().code);
  EXPECT_TRUE(is_empty());
}

TEST_F(FilmFile, WhatIsStoppedOrCannotBeWrittenLeavesNothing) {
  const FilmFrames film = film_of(9, [](std::size_t k) { return walking(k); });
  for (std::size_t last = 0; last < 18; ++last) {
    const GoOn until = [&](std::size_t done, std::size_t) { return done < last; };
    for (const auto& stopped :
         {write_gif(path("a"), film, {}, {}, until), write_apng(path("a"), film, {}, {}, until)}) {
      ASSERT_FALSE(stopped);
      EXPECT_EQ(Code::cancelled, stopped.error().code);
      EXPECT_TRUE(is_empty());
    }
  }
  for (const auto& lost :
       {write_gif(path("no/a"), film, {}, {}, always), write_apng(path("no/a"), film, {}, {}, always)}) {
    ASSERT_FALSE(lost);
    EXPECT_EQ("the file cannot be written (No such file or directory): " + path("no/a"),
              lost.error().message());
  }
  const FilmFrames broken{kWidth, kHeight, 4, [](std::size_t k) -> Result<Rgba> {
                            if (k == 2) return fail(Code::bad_input, "a kept frame is damaged");
                            return walking(k);
                          }};
  EXPECT_FALSE(write_gif(path("a"), broken, {}, {}, always));
  EXPECT_FALSE(write_apng(path("a"), broken, {}, {}, always));
  EXPECT_TRUE(is_empty());
}

TEST_F(FilmFile, AnAnimatedPngOfOneFrameAndOfManyHasItsChunksInOrder) {
  const auto kinds = [&](const FilmFrames& film) {
    EXPECT_TRUE(write_apng(path("a.png"), film, {}, {}, always));
    const std::string png = bytes("a.png");
    std::vector<std::string> out;
    for (std::size_t at = 8; at + 12 <= png.size();) {
      std::size_t length = 0;
      for (std::size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<std::uint8_t>(png[at + i]);
      out.push_back(png.substr(at + 4, 4));
      at += length + 12;
    }
    return out;
  };
  const auto still = [](std::size_t) { return walking(0); };
  EXPECT_EQ((std::vector<std::string>{"IHDR", "acTL", "sRGB", "fcTL", "IDAT", "iTXt", "IEND"}),
            kinds(film_of(1, still)));
  EXPECT_EQ((std::vector<std::string>{"IHDR", "acTL", "sRGB", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT",
                                      "iTXt", "IEND"}),
            kinds(film_of(3, still)));
}

}  // namespace
}  // namespace vidik
