#include "text/embedded_faces.h"

#include "text/fonts.h"

#define VIDIK_EMBEDDED(name)                          \
  extern "C" const unsigned char vidik_font_##name[]; \
  extern "C" const unsigned char vidik_font_##name##_end[]

VIDIK_EMBEDDED(regular);
VIDIK_EMBEDDED(medium);
VIDIK_EMBEDDED(semibold);
VIDIK_EMBEDDED(bold);
VIDIK_EMBEDDED(italic);
VIDIK_EMBEDDED(icons);
VIDIK_EMBEDDED(fallback);
VIDIK_EMBEDDED(fallback_bold);

namespace vidik {

std::span<const unsigned char> embedded_face(FaceFileId id) {
  switch (id) {
    case FaceFileId::regular:
      return {vidik_font_regular, vidik_font_regular_end};
    case FaceFileId::medium:
      return {vidik_font_medium, vidik_font_medium_end};
    case FaceFileId::semibold:
      return {vidik_font_semibold, vidik_font_semibold_end};
    case FaceFileId::bold:
      return {vidik_font_bold, vidik_font_bold_end};
    case FaceFileId::italic:
      return {vidik_font_italic, vidik_font_italic_end};
    case FaceFileId::icons:
      return {vidik_font_icons, vidik_font_icons_end};
    case FaceFileId::fallback:
      return {vidik_font_fallback, vidik_font_fallback_end};
    case FaceFileId::fallback_bold:
      return {vidik_font_fallback_bold, vidik_font_fallback_bold_end};
    case FaceFileId::count:
      break;
  }
  return {};
}

std::span<const unsigned char> font_bytes(Face face) { return embedded_face(static_cast<FaceFileId>(face)); }

}  // namespace vidik
