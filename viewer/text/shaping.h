#pragma once
// UTF-8 to placed glyphs: which file each part of a text is set in, and HarfBuzz's answer for it.
//
// Units: px at 1x. Errors: bytes that are not UTF-8 become U+FFFD; code points no file has are counted.
// Cost: O(text); not cached here (fonts.cpp does).

#include "text/embedded_faces.h"
#include "text/face_file.h"
#include "text/fonts.h"

#include <string_view>

namespace vidik {

struct ShapeFiles {
  const FaceFile& own;
  const FaceFile& fallback;
};

Shaped shape_text(std::string_view utf8, const ShapeFiles& files, float size, Digits digits,
                  std::uint64_t& missing);

}  // namespace vidik
