#pragma once
// A picture as a PNG file: exactly its pixels, how large they are meant, and what it carries as text.
//
// Units: pixels top row first, RGBA, four bytes each; dpi in pixels per inch, 0 = not said.
// Errors: bad_usage for a size that does not match the pixels or a key that PNG does not allow; those of
// base/atomic_file.h when the file cannot be written, and then nothing of it is left. Same input, same bytes: no time is written.
// Cost: about 150 ms at 1600x900; alpha is left out of the file when every pixel is opaque.

#include "base/result.h"
#include "export/picture_words.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vidik {

// Key (1…79 Latin-1 characters, "Title", "Software", "Vidik state" …) and UTF-8 text, in the order they are written.
using PngText = std::vector<std::pair<std::string, std::string>>;

PngText png_texts(const PictureWords& words);

enum class PngAlpha : std::uint8_t { where_needed, always };

// A PNG as its rows come, the top one first: what is larger than one likes to hold in memory. Rows are RGB, or RGBA
// with `alpha` (not multiplied by it).
class PngStream {
 public:
  static Result<std::unique_ptr<PngStream>> begin(int width, int height, bool alpha, double dpi,
                                                  const PngText& texts);
  virtual ~PngStream() = default;
  virtual Result<> rows(std::span<const std::uint8_t> pixels) = 0;  // whole rows
  virtual Result<std::string> end() = 0;                            // the file; once, after the last row
};

Result<std::string> encode_png(int width, int height, std::span<const std::uint8_t> rgba, double dpi = 0,
                               const PngText& texts = {}, PngAlpha alpha = PngAlpha::where_needed);
std::vector<std::uint8_t> without_alpha(std::span<const std::uint8_t> rgba);  // RGB
// From colours multiplied by alpha, as painting leaves them, to those that files hold.
void unmultiply_alpha(std::span<std::uint8_t> rgba);
Result<> write_png(const std::string& path, int width, int height, std::span<const std::uint8_t> rgba,
                   double dpi = 0, const PngText& texts = {});

}  // namespace vidik
