#include "export/yuv_planes.h"

#include <algorithm>
#include <array>

namespace vidik {

namespace {

// Of 65536: BT.709's weights by the range's width over 255. The two colours' add up to zero, so that grey stays grey.
constexpr std::array<int, 3> kY{11'966, 40'254, 4'064}, kU{-6'596, -22'189, 28'785},
    kV{28'785, -26'145, -2'640};

int weighed(const std::array<int, 3>& by, int r, int g, int b) { return by[0] * r + by[1] * g + by[2] * b; }

// Rounded to the nearest, half up, for negative sums too.
std::uint8_t level(int offset, int sum, int shift) {
  return static_cast<std::uint8_t>(offset + ((sum + (1 << (shift - 1))) >> shift));
}

std::uint8_t over(int color, int alpha, int ground) {
  return static_cast<std::uint8_t>((color * alpha + ground * (255 - alpha) + 127) / 255);
}

// Opaque, of even size.
std::vector<std::uint8_t> laid_on(const Rgba& picture, int width, int height, const EvenSize& size,
                                  Color ground) {
  std::vector<std::uint8_t> rgb;
  rgb.reserve(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 3);
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x) {
      if (x >= width || y >= height) {
        rgb.insert(rgb.end(), {ground.r, ground.g, ground.b});
        continue;
      }
      const std::uint8_t* px = &picture[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                                         static_cast<std::size_t>(x)) *
                                        4];
      rgb.insert(rgb.end(),
                 {over(px[0], px[3], ground.r), over(px[1], px[3], ground.g), over(px[2], px[3], ground.b)});
    }
  return rgb;
}

}  // namespace

EvenSize even_size(int width, int height) { return {width + (width & 1), height + (height & 1)}; }

std::vector<std::uint8_t> yuv_planes(const Rgba& picture, int width, int height, Color ground) {
  const EvenSize size = even_size(width, height);
  const std::vector<std::uint8_t> rgb = laid_on(picture, width, height, size, ground);
  const auto w = static_cast<std::size_t>(size.width), h = static_cast<std::size_t>(size.height);
  std::vector<std::uint8_t> out(w * h * 3 / 2);
  for (std::size_t i = 0; i < w * h; ++i)
    out[i] = level(16, weighed(kY, rgb[i * 3], rgb[i * 3 + 1], rgb[i * 3 + 2]), 16);
  std::uint8_t *u = out.data() + w * h, *v = u + w * h / 4;
  for (std::size_t y = 0; y < h; y += 2)
    for (std::size_t x = 0; x < w; x += 2) {
      // 1 2 1 across, 1 1 down; the left edge is its own neighbour.
      const std::size_t left = x == 0 ? 0 : x - 1;
      std::array<int, 3> sum{};
      for (const std::size_t row : {y, y + 1})
        for (std::size_t c = 0; c < 3; ++c)
          sum[c] +=
              rgb[(row * w + left) * 3 + c] + 2 * rgb[(row * w + x) * 3 + c] + rgb[(row * w + x + 1) * 3 + c];
      *u++ = level(128, weighed(kU, sum[0], sum[1], sum[2]), 19);
      *v++ = level(128, weighed(kV, sum[0], sum[1], sum[2]), 19);
    }
  return out;
}

}  // namespace vidik
