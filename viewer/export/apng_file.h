#pragma once
// A film as an animated PNG: lossless, its first frame what programs show that know PNG alone.
//
// Libpng, as Debian has it, knows no animation: it encodes the pictures, and the chunks acTL, fcTL and fdAT are written here.
// Frames after the first are cut to the box that changed, and what did not change in it is transparent. Source: W3C PNG, third edition (2025), §11.3.6.
// Units, Threads: those of film_frames.h. Errors: those of png_file.h and streamed_file.h; cancelled. Same frames, same bytes.
// Cost: one PNG of the changed box a frame.

#include "export/film_frames.h"
#include "export/picture_words.h"

#include <string>

namespace vidik {

// The words are the first frame's.
Result<> write_apng(const std::string& path, const FilmFrames& frames, const FilmTiming& timing,
                    const PictureWords& words, const GoOn& go_on);

}  // namespace vidik
