#include "text/glyph_picture.h"

#include FT_GLYPH_H
#include FT_OUTLINE_H
#include FT_STROKER_H

#include <cmath>
#include <numbers>

namespace vidik {

namespace {

using OneGlyph = std::unique_ptr<FT_GlyphRec_, Freed<&FT_Done_Glyph>>;
using Stroker = std::unique_ptr<FT_StrokerRec_, Freed<&FT_Stroker_Done>>;

constexpr float kMostDevicePx =
    1024;  // an export title at 20x is 920; larger text is refused, not a huge bitmap

FT_Pos in_64ths(float px) { return static_cast<FT_Pos>(std::lround(px * 64)); }

// The outline's outer border at a distance; the glyph's own body stays filled.
bool widen(FT_Library library, OneGlyph& glyph, float by_px) {
  FT_Stroker made = nullptr;
  if (FT_Stroker_New(library, &made) != 0) return false;
  const Stroker stroker(made);
  FT_Stroker_Set(made, in_64ths(by_px), FT_STROKER_LINECAP_ROUND, FT_STROKER_LINEJOIN_ROUND, 0);
  FT_Glyph wide = glyph.get();
  if (FT_Glyph_StrokeBorder(&wide, made, 0, 0) != 0) return false;
  glyph.reset(wide);
  return true;
}

}  // namespace

GlyphPicture glyph_picture(FT_Library library, const FaceFile& file, std::uint32_t glyph, float device_px,
                           int quarter, float angle_deg, float halo_px) {
  GlyphPicture picture;
  if (!(device_px > 0) || device_px > kMostDevicePx) return picture;
  FT_Face face = file.outlines.get();
  if (FT_Set_Char_Size(face, 0, static_cast<FT_F26Dot6>(in_64ths(device_px)), 72, 72) != 0) return picture;
  if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) return picture;
  FT_Glyph loaded = nullptr;
  if (face->glyph->format != FT_GLYPH_FORMAT_OUTLINE || FT_Get_Glyph(face->glyph, &loaded) != 0)
    return picture;
  OneGlyph outline(loaded);

  if (angle_deg != 0) {
    const double turn = -static_cast<double>(angle_deg) * std::numbers::pi / 180;  // FreeType's y is up
    const auto fixed = [](double v) { return static_cast<FT_Fixed>(std::lround(v * 65536)); };
    FT_Matrix matrix{fixed(std::cos(turn)), fixed(-std::sin(turn)), fixed(std::sin(turn)),
                     fixed(std::cos(turn))};
    FT_Glyph_Transform(outline.get(), &matrix, nullptr);
  }
  FT_Vector offset{(quarter & 3) * 16, -((quarter >> 2) & 3) * 16};
  FT_Glyph_Transform(outline.get(), nullptr, &offset);
  if (halo_px > 0 && !widen(library, outline, halo_px)) return picture;

  FT_Glyph drawn = outline.get();
  if (FT_Glyph_To_Bitmap(&drawn, FT_RENDER_MODE_NORMAL, nullptr, 0) != 0) return picture;
  const OneGlyph bitmap(drawn);
  const auto* pixels = reinterpret_cast<FT_BitmapGlyph>(drawn);
  picture.left = pixels->left;
  picture.top = pixels->top;
  picture.width = static_cast<int>(pixels->bitmap.width);
  picture.height = static_cast<int>(pixels->bitmap.rows);
  for (int y = 0; y < picture.height; ++y) {
    const unsigned char* row = pixels->bitmap.buffer + y * pixels->bitmap.pitch;
    picture.coverage.insert(picture.coverage.end(), row, row + picture.width);
  }
  return picture;
}

}  // namespace vidik
