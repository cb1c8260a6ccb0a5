#pragma once
// The child `vidik-encode`: given pictures, it leaves a film of H.264 or VP9 in a file.
//
// Started without a shell, with an environment of its own. Ownership: the process ends with the call.
// Threads: any, one call at a time each. Errors: unavailable with what it said, or how it ended; cancelled; what a frame
// says; the file may then be half written. Same frames, same bytes on the same libav. Cost: at 1600x900 see docs/cli.md.

#include "export/film_frames.h"
#include "export/picture_words.h"
#include "frame/color.h"

#include <string>

namespace vidik {

struct Encoding {
  std::string kind;  // "mp4" or "webm"
  Color ground;      // under what is transparent, and beside an odd size
};
// Whether it could, before hours of painting.
Result<> try_encoder(const Encoding& encoding, int width, int height, const FilmTiming& timing);
Result<> encode_film(const std::string& path, const Encoding& encoding, const FilmFrames& frames,
                     const FilmTiming& timing, const PictureWords& words, const GoOn& go_on);

}  // namespace vidik
