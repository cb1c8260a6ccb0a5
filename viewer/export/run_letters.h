#pragma once
// Which letters the glyphs of a run stand for: what is drawn and what is read, side by side.
//
// Threads: as Fonts. Errors: nothing where the glyphs are not those of the run's own text. Cost: a text shaped before is
// looked up.

#include "text/fonts.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vidik {

// Mostly one letter and one glyph; "c" with a caron over it is two letters and one glyph.
struct LetterGroup {
  std::u32string letters;
  std::size_t glyphs = 1;
};

struct RunLetters {
  std::vector<LetterGroup> groups;  // in the order of the glyphs; together the whole text
  float tracking = 0;               // px added after each glyph; meant where the run is straight
};
std::optional<RunLetters> run_letters(Fonts& fonts, const GlyphRun& run, std::span<const Glyph> glyphs);

// Finite, not larger than a page can be. The painter leaves out what is not, and so does a file.
bool is_sound(const GlyphRun& run, std::span<const Glyph> glyphs);

}  // namespace vidik
