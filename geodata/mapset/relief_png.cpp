#include "mapset/relief_png.h"

#include <png.h>

#include <cstring>

namespace vidik {

Result<ReliefPixels> read_relief(const std::string& path) {
  constexpr std::uint32_t kMost = 8192;  // pixels a side: what every painter's textures can hold
  png_image image;
  std::memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  ReliefPixels out;
  bool good = png_image_begin_read_from_file(&image, path.c_str()) != 0;
  if (good && image.width <= kMost && image.height <= kMost) {
    image.format = PNG_FORMAT_RGBA;
    out.width = image.width;
    out.height = image.height;
    out.rgba.resize(PNG_IMAGE_SIZE(image));
    good = png_image_finish_read(&image, nullptr, out.rgba.data(), 0, nullptr) != 0;
  } else {
    good = false;
  }
  png_image_free(&image);
  if (!good) return fail(Code::bad_input, "the relief picture cannot be read", path);
  return out;
}

}  // namespace vidik
