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
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vidik {

// Key (1…79 Latin-1 characters, "Title", "Software", "Vidik state" …) and UTF-8 text, in the order they are written.
using PngText = std::vector<std::pair<std::string, std::string>>;

PngText png_texts(const PictureWords& words);

enum class PngAlpha : std::uint8_t { where_needed, always };

Result<std::string> encode_png(int width, int height, std::span<const std::uint8_t> rgba, double dpi = 0,
                               const PngText& texts = {}, PngAlpha alpha = PngAlpha::where_needed);
Result<> write_png(const std::string& path, int width, int height, std::span<const std::uint8_t> rgba,
                   double dpi = 0, const PngText& texts = {});

}  // namespace vidik
