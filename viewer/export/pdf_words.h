#pragma once
// What a PDF says of itself, put into one that cairo made: title, description, program, state.
//
// In the document's information and as XMP, which is not compressed: a search of the bytes for "<vidik:state" finds the state.
// No dates are in it, and its identity is made of its content. Threads: pure. Errors: `unavailable` when qpdf does not
// read or write it. Same input, same bytes. Cost: a copy of the file.

#include "base/result.h"
#include "export/picture_words.h"

#include <string>

namespace vidik {

Result<std::string> pdf_with_words(const std::string& pdf, const PictureWords& words);

}  // namespace vidik
