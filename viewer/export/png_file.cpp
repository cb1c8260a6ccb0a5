#include "export/png_file.h"

#include "base/atomic_file.h"

#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <string_view>

namespace vidik {

namespace {

constexpr double kMetresPerInch = 0.0254;
constexpr std::size_t kLongText = 1024;  // bytes; longer texts are worth compressing

bool is_key(std::string_view key) {
  const auto is_allowed = [](char c) { return c >= ' ' && c <= '~'; };
  return !key.empty() && key.size() < 80 && key.front() != ' ' && key.back() != ' ' &&
         std::all_of(key.begin(), key.end(), is_allowed) && key.find("  ") == std::string_view::npos;
}

// What libpng calls back into; it leaves by longjmp, so everything with a destructor lives outside write_all().
struct Sink {
  std::string bytes, reason;
};

void append(png_structp png, png_bytep bytes, std::size_t size) {
  static_cast<Sink*>(png_get_io_ptr(png))->bytes.append(reinterpret_cast<const char*>(bytes), size);
}
void keep_reason(png_structp png, png_const_charp reason) {
  static_cast<Sink*>(png_get_error_ptr(png))->reason = reason;
  png_longjmp(png, 1);
}
void ignore_warning(png_structp, png_const_charp) {}

struct Picture {
  png_uint_32 width, height, dots_per_metre;
  int channels;
  const png_byte* pixels;
  png_textp texts;
  int text_count;
};

bool write_all(png_structp png, png_infop info, Sink& sink, const Picture& picture) {
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  png_set_write_fn(png, &sink, append, nullptr);
  png_set_IHDR(png, info, picture.width, picture.height, 8,
               picture.channels == 4 ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level(png, 6);
  png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  if (picture.dots_per_metre > 0)
    png_set_pHYs(png, info, picture.dots_per_metre, picture.dots_per_metre, PNG_RESOLUTION_METER);
  if (picture.text_count > 0) png_set_text(png, info, picture.texts, picture.text_count);
  png_write_info(png, info);
  const std::size_t row =
      static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.channels);
  for (png_uint_32 y = 0; y < picture.height; ++y) png_write_row(png, picture.pixels + y * row);
  png_write_end(png, nullptr);
  return true;
}

std::vector<png_text> texts_for_libpng(const PngText& texts) {
  std::vector<png_text> out(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    // libpng's interface is not const, but it only reads these.
    out[i].key = const_cast<png_charp>(texts[i].first.c_str());
    out[i].text = const_cast<png_charp>(texts[i].second.c_str());
    out[i].compression =
        texts[i].second.size() > kLongText ? PNG_ITXT_COMPRESSION_zTXt : PNG_ITXT_COMPRESSION_NONE;
    out[i].itxt_length = texts[i].second.size();
  }
  return out;
}

}  // namespace

PngText png_texts(const PictureWords& words) {
  PngText texts;
  if (!words.title.empty()) texts.push_back({"Title", words.title});
  if (!words.description.empty()) texts.push_back({"Description", words.description});
  texts.push_back({"Software", words.software});
  if (!words.state.empty()) texts.push_back({"Vidik state", words.state});
  return texts;
}

Result<std::string> encode_png(int width, int height, std::span<const std::uint8_t> rgba, double dpi,
                               const PngText& texts, PngAlpha alpha) {
  const auto pixels =
      static_cast<std::size_t>(std::max(width, 0)) * static_cast<std::size_t>(std::max(height, 0));
  if (pixels == 0 || rgba.size() != pixels * 4)
    return fail(Code::bad_usage, "a picture's size does not match its pixels");
  if (!std::isfinite(dpi) || dpi < 0 || dpi > 100'000)
    return fail(Code::bad_usage, "dpi must lie between 0 and 100,000");
  for (const auto& [key, text] : texts)
    if (!is_key(key) || text.find('\0') != std::string::npos)
      return fail(Code::bad_usage,
                  "a PNG text needs a key of 1 to 79 plain characters and no zero byte in it");

  bool opaque = alpha == PngAlpha::where_needed;
  for (std::size_t i = 3; opaque && i < rgba.size(); i += 4) opaque = rgba[i] == 255;
  std::vector<std::uint8_t> rgb;
  if (opaque) {
    rgb.reserve(pixels * 3);
    for (std::size_t i = 0; i < rgba.size(); i += 4)
      rgb.insert(rgb.end(), {rgba[i], rgba[i + 1], rgba[i + 2]});
  }
  Sink sink;
  std::vector<png_text> png_texts = texts_for_libpng(texts);
  const Picture picture{static_cast<png_uint_32>(width),
                        static_cast<png_uint_32>(height),
                        static_cast<png_uint_32>(std::lround(dpi / kMetresPerInch)),
                        opaque ? 3 : 4,
                        opaque ? rgb.data() : rgba.data(),
                        png_texts.data(),
                        static_cast<int>(png_texts.size())};
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &sink, keep_reason, ignore_warning);
  png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);
  const bool good = info != nullptr && write_all(png, info, sink, picture);
  if (png != nullptr) png_destroy_write_struct(&png, &info);
  if (!good) return fail(Code::unavailable, "the PNG could not be made (" + sink.reason + ")");
  return std::move(sink.bytes);
}

Result<> write_png(const std::string& path, int width, int height, std::span<const std::uint8_t> rgba,
                   double dpi, const PngText& texts) {
  VIDIK_TRY(const std::string bytes, encode_png(width, height, rgba, dpi, texts));
  return write_file_atomically(path, bytes);
}

}  // namespace vidik
