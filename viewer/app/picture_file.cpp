#include "app/picture_file.h"

#include "base/atomic_file.h"
#include "export/png_file.h"
#include "frame/draw_list_text.h"

namespace vidik {

Result<PictureKind> picture_kind(const std::string& path) {
  if (path.ends_with(".png")) return PictureKind::png;
  if (path.ends_with(".txt")) return PictureKind::text;
  return fail(Code::bad_usage, "-o wants a name that ends with .png or .txt (the draw list)", path);
}

Result<> write_picture(const std::string& path, PictureKind kind, const Picture& picture,
                       const PictureWords& words, Headless& headless) {
  if (kind == PictureKind::text) return write_file_atomically(path, to_text(picture.list));
  VIDIK_TRY(const Pixels pixels, headless.paint(picture));
  return write_png(path, pixels.width, pixels.height, pixels.rgba, words.dpi, png_texts(words));
}

}  // namespace vidik
