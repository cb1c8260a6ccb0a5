#pragma once
// The fonts that an SVG file carries: of each face the letters that its texts use, and no others.
//
// A letter that has two looks in one file (the colon between digits stands higher) needs two small fonts: a reader chooses a
// glyph by its letter alone.
//
// Ownership: plain data. Errors: those of text/font_subset.h. Same texts in the same order, same bytes.

#include "base/result.h"
#include "text/font_subset.h"

#include <cstddef>
#include <string>
#include <vector>

namespace vidik {

class SvgFonts {
 public:
  // The font in which `letter` looks as `glyph` of a run in `face`, counted from 1.
  std::size_t font_of(Face face, std::uint32_t glyph, char32_t letter);
  // Attributes of an element whose text is set in it, with a blank before them. Readers that take no fonts from a file
  // (librsvg, Inkscape) look for one of the same design on the machine.
  std::string attributes(std::size_t font) const;
  Result<std::string> style() const;  // @font-face rules; nothing when there is no text

 private:
  struct Font {
    FaceFileId file;
    FontLetters letters;
  };
  std::vector<Font> fonts_;
};

}  // namespace vidik
