#include "text/face_file.h"

#include <string>

namespace vidik {

Result<FaceFile> FaceFile::open(FT_Library library, std::span<const unsigned char> bytes) {
  FaceFile file;
  FT_Face face = nullptr;
  if (const FT_Error error =
          FT_New_Memory_Face(library, bytes.data(), static_cast<FT_Long>(bytes.size()), 0, &face))
    return fail(Code::unavailable,
                "FreeType does not read an embedded font (error " + std::to_string(error) + ")");
  file.outlines.reset(face);

  hb_blob_t* blob =
      hb_blob_create(reinterpret_cast<const char*>(bytes.data()), static_cast<unsigned>(bytes.size()),
                     HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* shape_face = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  file.shapes.reset(hb_font_create(shape_face));
  const unsigned upem = hb_face_get_upem(shape_face);
  hb_face_destroy(shape_face);
  if (hb_face_get_glyph_count(hb_font_get_face(file.shapes.get())) == 0)
    return fail(Code::unavailable, "HarfBuzz does not read an embedded font");
  hb_font_set_scale(file.shapes.get(), static_cast<int>(upem), static_cast<int>(upem));
  file.units_per_em = static_cast<float>(upem);

  hb_font_extents_t extents{};
  hb_font_get_h_extents(file.shapes.get(), &extents);
  file.ascent = static_cast<float>(extents.ascender) / file.units_per_em;
  file.descent = static_cast<float>(-extents.descender) / file.units_per_em;
  return file;
}

bool FaceFile::has(char32_t code_point) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(shapes.get(), code_point, &glyph) != 0 && glyph != 0;
}

}  // namespace vidik
