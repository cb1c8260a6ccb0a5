#pragma once
// A picture as vectors in a file's own bytes: SVG or PDF, made of the calls of vector_sink.h.
//
// Units: as vector_sink.h. Ownership: the fonts are borrowed for the file's life, the rest is copied. Threads: one.
// Errors: make_*() refuses a page without size; finish() says the first thing that went wrong and is called once, after
// every begin_*() has had its end(). Same calls, same bytes: no clock, no random, no locale.

#include "base/result.h"
#include "export/picture_words.h"
#include "export/vector_sink.h"
#include "text/fonts.h"

#include <memory>
#include <string>

namespace vidik {

class VectorFile : public VectorSink {
 public:
  virtual Result<std::string> finish() = 0;
};

struct VectorOptions {
  bool outlines = false;  // letters as shapes: the same everywhere, but neither found, copied nor read aloud
};

Result<std::unique_ptr<VectorFile>> make_svg(const VectorPage& page, const PictureWords& words, Fonts& fonts,
                                             const VectorOptions& options);
Result<std::unique_ptr<VectorFile>> make_pdf(const VectorPage& page, const PictureWords& words, Fonts& fonts,
                                             const VectorOptions& options);

}  // namespace vidik
