#pragma once
// A film as a GIF: one palette for all of it (film_palette.h), no dithering, so that what rests stays the same pixel.
//
// A pixel of a frame is the still's in the palette's nearest colour; pixels that did not change are left out of the file.
// What GIF cannot: more than 255 colours and a transparent one, alpha between none and full (the border is at half), more
// than 50 frames a second, a delay that is no whole 1/100 s (delays are rounded so that the sum never drifts).
// Units, Threads: those of film_frames.h. Errors: bad_usage for a rate that GIF has no delay for; those of streamed_file.h;
// cancelled. Same frames, same bytes. Cost: every frame is asked for twice.

#include "export/film_frames.h"
#include "export/picture_words.h"

#include <string>

namespace vidik {

Result<> write_gif(const std::string& path, const FilmFrames& frames, const FilmTiming& timing,
                   const PictureWords& words, const GoOn& go_on);

}  // namespace vidik
