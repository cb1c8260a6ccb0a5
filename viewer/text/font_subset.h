#pragma once
// A font file of a few letters only, for files that carry their own fonts.
//
// What the small font shows for a letter is exactly the glyph that was asked for: it has a character map of its own and no
// layout rules, so that a reader needs to know nothing of kerning, alternates or tabular digits to show what we drew.
//
// Threads: pure. Errors: `unavailable` when HarfBuzz does not make it. Same letters, same bytes. Cost: about 1 ms.

#include "base/result.h"
#include "text/embedded_faces.h"

#include <cstdint>
#include <map>
#include <string>

namespace vidik {

using FontLetters = std::map<char32_t, std::uint32_t>;  // to the file's own glyph

Result<std::string> font_subset(FaceFileId file, const FontLetters& letters);

}  // namespace vidik
