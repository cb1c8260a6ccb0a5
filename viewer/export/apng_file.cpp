#include "export/apng_file.h"

#include "export/png_file.h"
#include "export/streamed_file.h"

#include <zlib.h>

#include <algorithm>
#include <numeric>
#include <string_view>

namespace vidik {

namespace {

constexpr std::size_t kSignature = 8;  // bytes before the first chunk

void put_32(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 255);
}
void put_16(std::string& out, int value) {
  out += static_cast<char>(value >> 8 & 255);
  out += static_cast<char>(value & 255);
}

std::string chunk(std::string_view kind, std::string_view body) {
  std::string out;
  put_32(out, static_cast<std::uint32_t>(body.size()));
  out += kind;
  out += body;
  const auto* from = reinterpret_cast<const Bytef*>(out.data() + 4);
  put_32(out,
         static_cast<std::uint32_t>(crc32(crc32(0, nullptr, 0), from, static_cast<uInt>(out.size() - 4))));
  return out;
}

// One chunk of a PNG that libpng wrote; `rest` moves on.
struct Chunk {
  std::string_view kind, body, all;
};
Chunk next_chunk(std::string_view& rest) {
  std::uint32_t length = 0;
  for (int i = 0; i < 4; ++i)
    length = length << 8 | static_cast<std::uint8_t>(rest[static_cast<std::size_t>(i)]);
  const Chunk out{rest.substr(4, 4), rest.substr(8, length), rest.substr(0, length + 12)};
  rest.remove_prefix(out.all.size());
  return out;
}

struct Delay {
  int numerator, denominator;  // seconds, 16 bits each
};
Delay delay_of(const FilmTiming& timing, bool last) {
  const int common = std::gcd(1000, timing.fps_milli);
  const Delay plain{1000 / common, timing.fps_milli / common};
  if (!last || timing.hold_ms == 0) return plain;
  const int ms = timing.hold_ms + (1'000'000 + timing.fps_milli / 2) / timing.fps_milli;
  if (ms <= 65'535) return {ms, 1000};
  return {(ms + 50) / 100, 10};
}

enum class Blend : char { source, over };  // takes the place of what was there, or lies on it

std::string frame_control(std::uint32_t number, const PixelBox& box, Delay delay, Blend blend) {
  std::string body;
  put_32(body, number);
  for (const int value : {box.w, box.h, box.x, box.y}) put_32(body, static_cast<std::uint32_t>(value));
  put_16(body, delay.numerator);
  put_16(body, delay.denominator);
  body += '\0';  // what is painted stays
  body += static_cast<char>(blend);
  return chunk("fcTL", body);
}

// What is the same as before becomes nothing at all, which packs best.
Rgba news_of(const Rgba& before, const Rgba& now, int width, const PixelBox& box) {
  const Rgba old = cut_out(before, width, box);
  Rgba out = cut_out(now, width, box);
  for (std::size_t i = 0; i < out.size(); i += 4)
    if (std::equal(&out[i], &out[i] + 4, &old[i])) std::fill_n(&out[i], 4, std::uint8_t{0});
  return out;
}

}  // namespace

Result<> write_apng(const std::string& path, const FilmFrames& frames, const FilmTiming& timing,
                    const PictureWords& words, const GoOn& go_on) {
  bool opaque = true;
  for (std::size_t k = 0; opaque && k < frames.count; ++k) {
    if (!go_on(k, frames.count * 2)) return film_cancelled();
    VIDIK_TRY(const Rgba now, frames.frame(k));
    opaque = is_opaque(now);
  }
  // All frames are of one kind of PNG. On opaque ones lies what is new; others take the place of the one before.
  const PngAlpha alpha = opaque && frames.count == 1 ? PngAlpha::where_needed : PngAlpha::always;
  const Blend blend = opaque ? Blend::over : Blend::source;
  StreamedFile file(path);
  std::uint32_t number = 0;
  std::string texts;
  Rgba before;
  for (std::size_t k = 0; k < frames.count; ++k) {
    if (!go_on(frames.count + k, frames.count * 2)) return film_cancelled();
    VIDIK_TRY(Rgba now, frames.frame(k));
    PixelBox box{0, 0, frames.width, frames.height};
    if (k > 0) box = changed_box(before, now, frames.width);
    if (box.w == 0) box = {0, 0, 1, 1};  // a frame that only takes its time
    const Rgba part = k == 0   ? now
                      : opaque ? news_of(before, now, frames.width, box)
                               : cut_out(now, frames.width, box);
    VIDIK_TRY(const std::string png, encode_png(box.w, box.h, part, k == 0 ? words.dpi : 0,
                                                k == 0 ? png_texts(words) : PngText(), alpha));
    const std::string control =
        frame_control(number++, box, delay_of(timing, k + 1 == frames.count), k == 0 ? Blend::source : blend);
    if (k == 0) file.add(png.substr(0, kSignature));
    bool in_pixels = false;
    for (std::string_view rest = std::string_view(png).substr(kSignature); !rest.empty();) {
      const Chunk one = next_chunk(rest);
      const bool pixels = one.kind == "IDAT";
      if (pixels && !in_pixels) {
        file.add(control);
        in_pixels = true;
      }
      // Texts come last: programs look for the animation in the first few bytes, and the state may be long.
      if (k == 0 && one.kind == "iTXt") texts += one.all;
      if (k == 0 && one.kind != "iTXt" && one.kind != "IEND") file.add(one.all);
      if (k == 0 && one.kind == "IHDR") {
        std::string animation;
        put_32(animation, static_cast<std::uint32_t>(frames.count));
        put_32(animation, static_cast<std::uint32_t>(timing.loops));
        file.add(chunk("acTL", animation));
      }
      if (k > 0 && pixels) {
        std::string body;
        put_32(body, number++);
        body += one.body;
        file.add(chunk("fdAT", body));
      }
    }
    before = std::move(now);
  }
  file.add(texts + chunk("IEND", ""));
  return file.finish();
}

}  // namespace vidik
