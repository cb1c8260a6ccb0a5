#pragma once
// Which encoding a text file is in, as far as its bytes tell.
//
// Errors: none; a text whose bytes fit several encodings in different readings says so in `fits`, and the
// user decides.
// Cost: one pass over the bytes given; UTF-8 and ASCII at memory speed.

#include "ingest/byte_stream.h"

#include <string>
#include <string_view>
#include <vector>

namespace vidik {

struct EncodingGuess {
  std::string encoding = "UTF-8";  // the best one
  std::size_t mark_bytes = 0;      // length of the byte order mark
  bool valid_utf8 = true;          // false under UTF-8: some bytes must be repaired
  std::vector<std::string> fits;   // two or more: they read differently, nothing but the user can tell
};

EncodingGuess guess_encoding(FileBytes& file);

// Encodings of words with bytes above 127, best first; those that read the same as a better one are left out.
std::vector<std::string> fitting_encodings(const std::vector<std::string>& words);

}  // namespace vidik
