#pragma once
// One font file opened twice: by HarfBuzz for shaping, by FreeType for outlines.
//
// Ownership: owns both; the bytes are borrowed for its life. Threads: one owner at a time.
// Errors: open() says which library refused the bytes.

#include "base/result.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

#include <memory>
#include <span>

namespace vidik {

template <auto Free>
struct Freed {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};

using FtLibrary = std::unique_ptr<FT_LibraryRec_, Freed<&FT_Done_FreeType>>;

struct FaceFile {
  std::unique_ptr<FT_FaceRec_, Freed<&FT_Done_Face>> outlines;
  std::unique_ptr<hb_font_t, Freed<&hb_font_destroy>> shapes;  // scale = units per em
  float units_per_em = 1000;
  float ascent = 0, descent = 0;  // of one em, both positive

  static Result<FaceFile> open(FT_Library library, std::span<const unsigned char> bytes);
  bool has(char32_t code_point) const;
};

}  // namespace vidik
