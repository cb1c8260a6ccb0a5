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
constexpr std::string_view kStateKey =
    "Vidik state";                       // never packed: what opens it unpacks nothing of strangers
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

struct Head {
  png_uint_32 width, height, dots_per_metre;
  bool alpha;
  png_textp texts;
  int text_count;
};

// Nothing with a destructor lives in these three: libpng leaves them by longjmp.
bool write_head(png_structp png, png_infop info, Sink& sink, const Head& head) {
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  png_set_write_fn(png, &sink, append, nullptr);
  png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
  png_set_IHDR(png, info, head.width, head.height, 8,
               head.alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level(png, 6);
  png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  if (head.dots_per_metre > 0)
    png_set_pHYs(png, info, head.dots_per_metre, head.dots_per_metre, PNG_RESOLUTION_METER);
  if (head.text_count > 0) png_set_text(png, info, head.texts, head.text_count);
  png_write_info(png, info);
  return true;
}
bool write_rows(png_structp png, const png_byte* pixels, std::size_t row, std::size_t count) {
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  for (std::size_t y = 0; y < count; ++y) png_write_row(png, pixels + y * row);
  return true;
}
bool write_end(png_structp png) {
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  png_write_end(png, nullptr);
  return true;
}

std::vector<png_text> texts_for_libpng(const PngText& texts) {
  std::vector<png_text> out(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    // libpng's interface is not const, but it only reads these.
    out[i].key = const_cast<png_charp>(texts[i].first.c_str());
    out[i].text = const_cast<png_charp>(texts[i].second.c_str());
    const bool packed = texts[i].second.size() > kLongText && texts[i].first != kStateKey;
    out[i].compression = packed ? PNG_ITXT_COMPRESSION_zTXt : PNG_ITXT_COMPRESSION_NONE;
    out[i].itxt_length = texts[i].second.size();
  }
  return out;
}

class Stream final : public PngStream {
 public:
  Stream(std::size_t row, std::size_t height) : row_(row), left_(height) {
    png_ = png_create_write_struct(PNG_LIBPNG_VER_STRING, &sink_, keep_reason, ignore_warning);
    info_ = png_ == nullptr ? nullptr : png_create_info_struct(png_);
  }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() override {
    if (png_ != nullptr) png_destroy_write_struct(&png_, &info_);
  }
  Result<> head(const Head& head) {
    return info_ != nullptr && write_head(png_, info_, sink_, head) ? Result<>(Done{}) : failure();
  }
  Result<> rows(std::span<const std::uint8_t> pixels) override {
    const std::size_t count = pixels.size() / row_;
    if (count * row_ != pixels.size() || count > left_)
      return fail(Code::bad_usage, "a picture's size does not match its pixels");
    left_ -= count;
    return write_rows(png_, pixels.data(), row_, count) ? Result<>(Done{}) : failure();
  }
  Result<std::string> end() override {
    if (left_ != 0) return fail(Code::bad_usage, "a picture's size does not match its pixels");
    if (!write_end(png_)) return failure();
    return std::move(sink_.bytes);
  }

 private:
  Error failure() const {
    return {Code::unavailable, "the PNG could not be made (" + sink_.reason + ")", {}};
  }

  Sink sink_;
  std::size_t row_, left_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
};

}  // namespace

PngText png_texts(const PictureWords& words) {
  PngText texts;
  if (!words.title.empty()) texts.push_back({"Title", words.title});
  if (!words.description.empty()) texts.push_back({"Description", words.description});
  texts.push_back({"Software", words.software});
  if (!words.state.empty()) texts.push_back({std::string(kStateKey), words.state});
  return texts;
}

Result<std::unique_ptr<PngStream>> PngStream::begin(int width, int height, bool alpha, double dpi,
                                                    const PngText& texts) {
  if (width < 1 || height < 1) return fail(Code::bad_usage, "a picture's size does not match its pixels");
  if (!std::isfinite(dpi) || dpi < 0 || dpi > 100'000)
    return fail(Code::bad_usage, "dpi must lie between 0 and 100,000");
  for (const auto& [key, text] : texts)
    if (!is_key(key) || text.find('\0') != std::string::npos)
      return fail(Code::bad_usage,
                  "a PNG text needs a key of 1 to 79 plain characters and no zero byte in it");
  std::vector<png_text> png_texts = texts_for_libpng(texts);
  auto stream = std::make_unique<Stream>(static_cast<std::size_t>(width) * (alpha ? 4 : 3),
                                         static_cast<std::size_t>(height));
  VIDIK_TRY([[maybe_unused]] const Done begun,
            stream->head({static_cast<png_uint_32>(width), static_cast<png_uint_32>(height),
                          static_cast<png_uint_32>(std::lround(dpi / kMetresPerInch)), alpha,
                          png_texts.data(), static_cast<int>(png_texts.size())}));
  return std::unique_ptr<PngStream>(std::move(stream));
}

Result<std::string> encode_png(int width, int height, std::span<const std::uint8_t> rgba, double dpi,
                               const PngText& texts, PngAlpha alpha) {
  const auto pixels =
      static_cast<std::size_t>(std::max(width, 0)) * static_cast<std::size_t>(std::max(height, 0));
  if (pixels == 0 || rgba.size() != pixels * 4)
    return fail(Code::bad_usage, "a picture's size does not match its pixels");
  bool opaque = alpha == PngAlpha::where_needed;
  for (std::size_t i = 3; opaque && i < rgba.size(); i += 4) opaque = rgba[i] == 255;
  VIDIK_TRY(const std::unique_ptr<PngStream> stream, PngStream::begin(width, height, !opaque, dpi, texts));
  if (!opaque) {
    VIDIK_TRY([[maybe_unused]] const Done done, stream->rows(rgba));
    return stream->end();
  }
  VIDIK_TRY([[maybe_unused]] const Done done, stream->rows(without_alpha(rgba)));
  return stream->end();
}

std::vector<std::uint8_t> without_alpha(std::span<const std::uint8_t> rgba) {
  std::vector<std::uint8_t> rgb(rgba.size() / 4 * 3);
  for (std::size_t from = 0, to = 0; from + 3 < rgba.size(); from += 4, to += 3)
    std::copy_n(rgba.begin() + static_cast<std::ptrdiff_t>(from), 3,
                rgb.begin() + static_cast<std::ptrdiff_t>(to));
  return rgb;
}

void unmultiply_alpha(std::span<std::uint8_t> rgba) {
  for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
    const unsigned a = rgba[i + 3];
    if (a == 0 || a == 255) continue;
    for (std::size_t k = i; k < i + 3; ++k)
      rgba[k] = static_cast<std::uint8_t>(std::min(255u, (rgba[k] * 255u + a / 2) / a));
  }
}

Result<> write_png(const std::string& path, int width, int height, std::span<const std::uint8_t> rgba,
                   double dpi, const PngText& texts) {
  VIDIK_TRY(const std::string bytes, encode_png(width, height, rgba, dpi, texts));
  return write_file_atomically(path, bytes);
}

}  // namespace vidik
