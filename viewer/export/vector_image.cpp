// Images of the map on the page's own px: filtered as shaders/image.frag and image_cubic.frag do it, bent where the
// projection bends them, and no larger than what is seen.

#include "export/vector_map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vidik {

namespace {

constexpr double kMostPx = 16e6;   // of one image; a larger page gets it coarser
constexpr double kEnlarged = 1.5;  // from here on by cubic curves

using Rgba = std::array<double, 4>;

Rgba texel(const VectorParts::Image& image, std::int64_t x, std::int64_t y) {
  x = std::clamp<std::int64_t>(x, 0, image.width - 1), y = std::clamp<std::int64_t>(y, 0, image.height - 1);
  const auto at = static_cast<std::size_t>(y * image.width + x) * 4;
  return {static_cast<double>(image.rgba[at]), static_cast<double>(image.rgba[at + 1]),
          static_cast<double>(image.rgba[at + 2]), static_cast<double>(image.rgba[at + 3])};
}

std::array<double, 4> weights(double f, bool cubic) {  // of the texels -1, 0, 1 and 2
  if (!cubic) return {0, 1 - f, f, 0};
  const double g = 1 - f;
  const std::array<double, 4> w{g * g * g / 6, (4 - 6 * f * f + 3 * f * f * f) / 6,
                                (4 - 6 * g * g + 3 * g * g * g) / 6, f * f * f / 6};
  return w;
}

// u, v: 0…1 over the image.
void sample(const VectorParts::Image& image, double u, double v, bool cubic, std::uint8_t* out) {
  const double x = u * image.width - 0.5, y = v * image.height - 0.5;
  const double whole_x = std::floor(x), whole_y = std::floor(y);
  const auto wx = weights(x - whole_x, cubic), wy = weights(y - whole_y, cubic);
  Rgba sum{};
  for (int j = 0; j < 4; ++j)
    for (int i = 0; i < 4; ++i) {
      const double w = wx[static_cast<std::size_t>(i)] * wy[static_cast<std::size_t>(j)];
      if (w == 0) continue;
      const Rgba one = texel(image, static_cast<std::int64_t>(whole_x) + i - 1,
                             static_cast<std::int64_t>(whole_y) + j - 1);
      for (std::size_t c = 0; c < 4; ++c) sum[c] += one[c] * w;
    }
  for (std::size_t c = 0; c < 4; ++c)
    out[c] = static_cast<std::uint8_t>(std::clamp(sum[c] + 0.5, 0.0, 255.0));
}

struct Corner {
  PagePoint at;  // in cells of the grid, whose middles are at .5
  double u, v;
};

// Calls f(column, row, u, v) for each cell whose middle is in the triangle.
template <typename F>
void each_cell(const Corner& a, const Corner& b, const Corner& c, int width, int height, F&& f) {
  const double area = (b.at.x - a.at.x) * (c.at.y - a.at.y) - (c.at.x - a.at.x) * (b.at.y - a.at.y);
  if (!(std::abs(area) > 0)) return;
  const auto low = [](double v, int most) {
    return static_cast<int>(std::clamp(std::floor(v), 0.0, most - 1.0));
  };
  const int x0 = low(std::min({a.at.x, b.at.x, c.at.x}), width),
            x1 = low(std::max({a.at.x, b.at.x, c.at.x}), width);
  const int y0 = low(std::min({a.at.y, b.at.y, c.at.y}), height),
            y1 = low(std::max({a.at.y, b.at.y, c.at.y}), height);
  for (int y = y0; y <= y1; ++y)
    for (int x = x0; x <= x1; ++x) {
      const double px = x + 0.5 - a.at.x, py = y + 0.5 - a.at.y;
      const double s = (px * (c.at.y - a.at.y) - (c.at.x - a.at.x) * py) / area,
                   t = ((b.at.x - a.at.x) * py - px * (b.at.y - a.at.y)) / area;
      if (s < -1e-9 || t < -1e-9 || s + t > 1 + 1e-9) continue;
      f(x, y, a.u + (b.u - a.u) * s + (c.u - a.u) * t, a.v + (b.v - a.v) * s + (c.v - a.v) * t);
    }
}

}  // namespace

VectorMap::Resampled VectorMap::resampled(const MapImage& mark, const VectorParts::Image& image,
                                          const PageBox& seen) const {
  const PageBox whole = to_px(mark.box);
  const std::size_t side = mark.net_side, row = side + 1;
  PageLine net;
  for (std::size_t i = 0; side > 0 && i < row * row; ++i)
    net.push_back(to_px(list_.places[mark.net.first + i]));
  const PageBox box = intersection(seen, side > 0 ? bounds_of(net) : whole);
  Resampled out;
  if (box.empty()) return out;
  // Cells are device px, or several of them on a page of very many.
  double cell = 1 / static_cast<double>(list_.scale);
  while ((box.east - box.west) * (box.south - box.north) / (cell * cell) > kMostPx) cell *= 2;
  const double left = std::floor(box.west / cell), top = std::floor(box.north / cell);
  const int width = static_cast<int>(std::ceil(box.east / cell) - left),
            height = static_cast<int>(std::ceil(box.south / cell) - top);
  out.width = width, out.height = height;
  out.box = {left * cell, top * cell, (left + width) * cell, (top + height) * cell};
  out.rgba.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 0);
  const bool cubic = (whole.east - whole.west) * static_cast<double>(list_.scale) / image.width > kEnlarged;
  const auto put = [&](int x, int y, double u, double v) {
    const auto at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
    sample(image, u, v, cubic, out.rgba.data() + at);
  };
  if (side == 0) {
    for (int y = 0; y < height; ++y)
      for (int x = 0; x < width; ++x) {
        const double u = ((left + x + 0.5) * cell - whole.west) / (whole.east - whole.west),
                     v = ((top + y + 0.5) * cell - whole.north) / (whole.south - whole.north);
        if (u >= 0 && u < 1 && v >= 0 && v < 1) put(x, y, u, v);
      }
    return out;
  }
  const auto corner = [&](std::size_t i, std::size_t j) {
    const PagePoint at = net[j * row + i];
    return Corner{{at.x / cell - left, at.y / cell - top},
                  static_cast<double>(i) / static_cast<double>(side),
                  static_cast<double>(j) / static_cast<double>(side)};
  };
  for (std::size_t j = 0; j < side; ++j)
    for (std::size_t i = 0; i < side; ++i) {
      const std::array<PagePoint, 4> ends{net[j * row + i], net[j * row + i + 1], net[(j + 1) * row + i],
                                          net[(j + 1) * row + i + 1]};
      if (!out.box.meets(bounds_of(ends))) continue;
      each_cell(corner(i, j), corner(i + 1, j), corner(i, j + 1), width, height, put);
      each_cell(corner(i, j + 1), corner(i + 1, j), corner(i + 1, j + 1), width, height, put);
    }
  return out;
}

}  // namespace vidik
