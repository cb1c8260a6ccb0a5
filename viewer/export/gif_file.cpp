#include "export/gif_file.h"

#include "export/film_palette.h"
#include "export/streamed_file.h"

#include <gif_lib.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace vidik {

namespace {

constexpr int kFastest = 50'000;  // frames a thousand seconds: 2/100 s, below which programs play slowly
constexpr std::uint8_t kAsBefore = 255;     // the transparent colour
constexpr std::size_t kLongestNote = 2048;  // bytes of a comment

int append(GifFileType* gif, const GifByteType* bytes, int size) {
  auto* file = static_cast<StreamedFile*>(gif->UserData);
  const std::string_view piece(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  return file->add(piece) ? size : 0;
}

struct Close {
  void operator()(GifFileType* gif) const { EGifCloseFile(gif, nullptr); }
};
using Gif = std::unique_ptr<GifFileType, Close>;

std::int64_t begins_cs(std::size_t frame, const FilmTiming& timing) {
  const auto k = static_cast<std::int64_t>(frame);
  return (k * 100'000 + timing.fps_milli / 2) / timing.fps_milli;
}

int delay_cs(std::size_t frame, std::size_t count, const FilmTiming& timing) {
  std::int64_t delay = begins_cs(frame + 1, timing) - begins_cs(frame, timing);
  if (frame + 1 == count) delay += (timing.hold_ms + 5) / 10;
  return static_cast<int>(std::min<std::int64_t>(delay, 65'535));
}

bool put_head(GifFileType* gif, const FilmFrames& frames, const FilmTiming& timing, const PictureWords& words,
              const FilmPalette& palette) {
  std::array<GifColorType, 256> colors{};
  for (std::size_t i = 0; i < palette.colors().size(); ++i) {
    const PaletteColor& color = palette.colors()[i];
    colors[i] = {color[0], color[1], color[2]};
  }
  ColorMapObject map{256, 8, false, colors.data()};
  EGifSetGifVersion(gif, true);
  if (EGifPutScreenDesc(gif, frames.width, frames.height, 8, 0, &map) == GIF_ERROR) return false;
  if (timing.loops != 1) {  // without it a film is played once; with it so many times again
    const int again = timing.loops == 0 ? 0 : timing.loops - 1;
    const GifByteType loop[3] = {1, static_cast<GifByteType>(again & 255),
                                 static_cast<GifByteType>(again >> 8)};
    if (EGifPutExtensionLeader(gif, APPLICATION_EXT_FUNC_CODE) == GIF_ERROR ||
        EGifPutExtensionBlock(gif, 11, "NETSCAPE2.0") == GIF_ERROR ||
        EGifPutExtensionBlock(gif, 3, loop) == GIF_ERROR || EGifPutExtensionTrailer(gif) == GIF_ERROR)
      return false;
  }
  std::string note = words.software;
  if (!words.title.empty()) note = words.title + "\n" + note;
  return note.size() > kLongestNote || EGifPutComment(gif, note.c_str()) != GIF_ERROR;
}

struct Piece {
  PixelBox box;
  std::vector<GifByteType> pixels;
  int delay_cs = 0, disposal = DISPOSE_DO_NOT;
};

bool put_piece(GifFileType* gif, Piece& piece) {
  const GraphicsControlBlock control{piece.disposal, false, piece.delay_cs, kAsBefore};
  GifByteType bytes[4];
  EGifGCBToExtension(&control, bytes);
  const PixelBox& box = piece.box;
  if (EGifPutExtension(gif, GRAPHICS_EXT_FUNC_CODE, sizeof bytes, bytes) == GIF_ERROR ||
      EGifPutImageDesc(gif, box.x, box.y, box.w, box.h, false, nullptr) == GIF_ERROR)
    return false;
  for (int y = 0; y < box.h; ++y)
    if (EGifPutLine(gif, &piece.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(box.w)],
                    box.w) == GIF_ERROR)
      return false;
  return true;
}

// What of `now` is not yet there; all of it where `before` is empty.
Piece piece_of(const Rgba& before, const Rgba& now, const FilmFrames& frames, FilmPalette& palette) {
  Piece piece;
  piece.box =
      before.empty() ? PixelBox{0, 0, frames.width, frames.height} : changed_box(before, now, frames.width);
  if (piece.box.w == 0) piece.box = {0, 0, 1, 1};  // a frame that only takes its time
  piece.pixels.reserve(static_cast<std::size_t>(piece.box.w) * static_cast<std::size_t>(piece.box.h));
  for (int y = piece.box.y; y < piece.box.y + piece.box.h; ++y)
    for (int x = piece.box.x; x < piece.box.x + piece.box.w; ++x) {
      const std::size_t i = (static_cast<std::size_t>(y) * static_cast<std::size_t>(frames.width) +
                             static_cast<std::size_t>(x)) *
                            4;
      const bool stays = !before.empty() && std::memcmp(&before[i], &now[i], 4) == 0;
      const bool nothing = now[i + 3] < 128;
      piece.pixels.push_back(stays || nothing ? kAsBefore : palette.nearest(now[i], now[i + 1], now[i + 2]));
    }
  return piece;
}

}  // namespace

Result<> write_gif(const std::string& path, const FilmFrames& frames, const FilmTiming& timing,
                   const PictureWords& words, const GoOn& go_on) {
  if (timing.fps_milli > kFastest)
    return fail(Code::bad_usage, "GIF has no delay that short: at most 50 frames a second");
  FilmPalette palette;
  bool opaque = true;
  Rgba before;
  for (std::size_t k = 0; k < frames.count; ++k) {
    if (!go_on(k, frames.count * 2)) return film_cancelled();
    VIDIK_TRY(Rgba now, frames.frame(k));
    opaque = opaque && is_opaque(now);
    palette.count(before, now);
    before = std::move(now);
  }
  palette.choose();
  StreamedFile file(path);
  int reason = 0;
  Gif gif(EGifOpen(&file, append, &reason));
  bool good = gif && put_head(gif.get(), frames, timing, words, palette);
  before.clear();
  for (std::size_t k = 0; good && k < frames.count; ++k) {
    if (!go_on(frames.count + k, frames.count * 2)) return film_cancelled();
    VIDIK_TRY(Rgba now, frames.frame(k));
    // Where something can be seen through, each frame is whole and is taken away before the next.
    Piece piece = piece_of(opaque ? before : Rgba(), now, frames, palette);
    if (!opaque) piece.disposal = DISPOSE_BACKGROUND;
    piece.delay_cs = delay_cs(k, frames.count, timing);
    good = put_piece(gif.get(), piece);
    before = std::move(now);
  }
  good = EGifCloseFile(gif.release(), nullptr) != GIF_ERROR && good;
  VIDIK_TRY([[maybe_unused]] const Done done, file.finish());  // it knows why better than giflib
  if (good) return Done{};
  return fail(Code::unavailable, "the GIF could not be made");
}

}  // namespace vidik
