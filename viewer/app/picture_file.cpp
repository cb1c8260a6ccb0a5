#include "app/picture_file.h"

#include "base/atomic_file.h"
#include "export/png_file.h"
#include "export/vector_parts.h"
#include "export/vector_walk.h"
#include "frame/draw_list_text.h"

#include <algorithm>
#include <future>

namespace vidik {

Result<PictureKind> picture_kind(const std::string& path) {
  if (path.ends_with(".png")) return PictureKind::png;
  if (path.ends_with(".txt")) return PictureKind::text;
  if (path.ends_with(".svg")) return PictureKind::svg;
  if (path.ends_with(".pdf")) return PictureKind::pdf;
  return fail(Code::bad_usage, "-o wants a name that ends with .png, .svg, .pdf or .txt (the draw list)",
              path);
}

Result<> write_painted(const std::string& path, const Pixels& pixels, Color ground,
                       const PictureWords& words) {
  const bool alpha = ground.a < 255;
  VIDIK_TRY(const std::unique_ptr<PngStream> png,
            PngStream::begin(pixels.width, pixels.height, alpha, words.dpi, png_texts(words)));
  VIDIK_TRY([[maybe_unused]] const Done packed,
            alpha ? png->rows(pixels.rgba) : png->rows(without_alpha(pixels.rgba)));
  VIDIK_TRY(const std::string bytes, png->end());
  return write_file_atomically(path, bytes);
}

namespace {

bool has_images(const DrawList& list) {
  return std::any_of(list.base.begin(), list.base.end(),
                     [](const Mark& mark) { return std::holds_alternative<MapImage>(mark); });
}

Result<> write_vectors(const std::string& path, PictureKind kind, const Picture& picture, PictureWords words,
                       Headless& headless, const VectorOptions& options) {
  const DrawList& list = picture.list;
  if (has_images(list)) {
    if (!words.description.empty()) words.description += ' ';
    words.description +=
        "The relief, and a base file that is a raster, are pictures; all else is shapes and letters.";
  }
  Canvas& canvas = headless.canvas();
  VectorParts parts;
  canvas.hand_over(picture, parts);
  VIDIK_TRY(const std::unique_ptr<VectorFile> file,
            kind == PictureKind::svg ? make_svg(vector_page(list), words, canvas.fonts(), options)
                                     : make_pdf(vector_page(list), words, canvas.fonts(), options));
  walk_picture(list, parts, canvas.fonts(), *file);
  VIDIK_TRY(const std::string bytes, file->finish());
  return write_file_atomically(path, bytes);
}

}  // namespace

Result<> write_picture(const std::string& path, PictureKind kind, const Picture& picture,
                       const PictureWords& words, Headless& headless, const VectorOptions& vectors) {
  if (kind == PictureKind::svg || kind == PictureKind::pdf)
    return write_vectors(path, kind, picture, words, headless, vectors);
  if (kind == PictureKind::text) return write_file_atomically(path, to_text(picture.list));
  const Size size = picture.list.device_size();
  const bool alpha = picture.list.ground.a < 255;
  VIDIK_TRY(const std::unique_ptr<PngStream> png,
            PngStream::begin(size.width, size.height, alpha, words.dpi, png_texts(words)));
  // One band is packed while the next is painted.
  std::vector<std::uint8_t> band;
  std::future<Result<>> packed;
  const auto take = [&](std::span<const std::uint8_t> rgba) -> Result<> {
    if (packed.valid()) {
      VIDIK_TRY([[maybe_unused]] const Done done, packed.get());
    }
    if (alpha)
      band.assign(rgba.begin(), rgba.end());
    else
      band = without_alpha(rgba);
    packed = std::async(std::launch::async, [&] { return png->rows(band); });
    return Done{};
  };
  VIDIK_TRY([[maybe_unused]] const Done painted, headless.paint_bands(picture, take));
  if (packed.valid()) {
    VIDIK_TRY([[maybe_unused]] const Done done, packed.get());
  }
  VIDIK_TRY(const std::string bytes, png->end());
  return write_file_atomically(path, bytes);
}

}  // namespace vidik
