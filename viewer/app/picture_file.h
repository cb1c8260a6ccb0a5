#pragma once
// A composed picture as a file: which format its name asks for, and written whole or not at all.
//
// Threads: one, that of `headless`. Errors: bad_usage for a name of no known ending; those of the format's writer and of
// base/atomic_file.h, and then nothing is left of the file. Same picture and words, same bytes.

#include "app/headless.h"
#include "base/result.h"
#include "export/picture_words.h"
#include "export/vector_file.h"

#include <cstdint>
#include <string>

namespace vidik {

enum class PictureKind : std::uint8_t { png, svg, pdf, text };  // text: the draw list

Result<PictureKind> picture_kind(const std::string& path);
// What write_picture writes as PNG, of a picture of this ground that is painted already; from any thread.
Result<> write_painted(const std::string& path, const Pixels& pixels, Color ground,
                       const PictureWords& words);
Result<> write_picture(const std::string& path, PictureKind kind, const Picture& picture,
                       const PictureWords& words, Headless& headless,
                       const VectorOptions& vectors = {});  // for svg and pdf

}  // namespace vidik
