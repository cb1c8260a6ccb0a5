#pragma once
// The exact coverage of one glyph's outline at device size, optionally widened for a halo and turned.
//
// Units: device px. Errors: a glyph that cannot be loaded gives an empty picture. Cost: about 20 us a glyph.

#include "text/face_file.h"
#include "text/fonts.h"

namespace vidik {

// `glyph` is the file's own id; the rest as Fonts::picture.
GlyphPicture glyph_picture(FT_Library library, const FaceFile& file, std::uint32_t glyph, float device_px,
                           int quarter, float angle_deg, float halo_px);

}  // namespace vidik
