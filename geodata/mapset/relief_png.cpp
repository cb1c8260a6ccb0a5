#include "mapset/relief_png.h"

#include <png.h>

#include <algorithm>
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
  for (std::size_t i = 0; i < out.rgba.size(); i += 4) {
    for (std::size_t c = 0; c < 3; ++c) {
      out.rgba[i + c] = static_cast<std::uint8_t>((out.rgba[i + c] * out.rgba[i + 3] + 127) / 255);
    }
  }
  return out;
}

ReliefPixels halved(const ReliefPixels& whole) {
  ReliefPixels half{(whole.width + 1) / 2, (whole.height + 1) / 2, {}};
  half.rgba.reserve(std::size_t{half.width} * half.height * 4);
  for (std::uint32_t y = 0; y < half.height; ++y) {
    for (std::uint32_t x = 0; x < half.width; ++x) {
      for (std::size_t c = 0; c < 4; ++c) {
        unsigned sum = 2;
        for (const std::uint32_t dy : {0u, 1u}) {
          for (const std::uint32_t dx : {0u, 1u}) {
            const std::size_t row = std::min(2 * y + dy, whole.height - 1),
                              column = std::min(2 * x + dx, whole.width - 1);
            sum += whole.rgba[(row * whole.width + column) * 4 + c];
          }
        }
        half.rgba.push_back(static_cast<std::uint8_t>(sum / 4));
      }
    }
  }
  return half;
}

}  // namespace vidik
