#include "export/film_frames.h"

#include <algorithm>
#include <cstring>

namespace vidik {

PixelBox changed_box(const Rgba& before, const Rgba& now, int width) {
  const std::size_t row = static_cast<std::size_t>(width) * 4;
  const int height = static_cast<int>(now.size() / row);
  const auto same = [&](int y) {
    const std::size_t at = static_cast<std::size_t>(y) * row;
    return std::memcmp(&before[at], &now[at], row) == 0;
  };
  int top = 0, bottom = height;
  while (top < bottom && same(top)) ++top;
  while (bottom > top && same(bottom - 1)) --bottom;
  if (top == bottom) return {};
  int left = width, right = 0;
  for (int y = top; y < bottom; ++y) {
    const std::uint8_t* a = &before[static_cast<std::size_t>(y) * row];
    const std::uint8_t* b = &now[static_cast<std::size_t>(y) * row];
    for (int x = 0; x < left; ++x)
      if (std::memcmp(a + x * 4, b + x * 4, 4) != 0) left = x;
    for (int x = width - 1; x >= right; --x)
      if (std::memcmp(a + x * 4, b + x * 4, 4) != 0) right = x + 1;
  }
  return {left, top, right - left, bottom - top};
}

Rgba cut_out(const Rgba& picture, int width, const PixelBox& box) {
  Rgba out;
  out.reserve(static_cast<std::size_t>(box.w) * static_cast<std::size_t>(box.h) * 4);
  for (int y = box.y; y < box.y + box.h; ++y) {
    const auto from = picture.begin() + (static_cast<std::ptrdiff_t>(y) * width + box.x) * 4;
    out.insert(out.end(), from, from + static_cast<std::ptrdiff_t>(box.w) * 4);
  }
  return out;
}

bool is_opaque(const Rgba& picture) {
  for (std::size_t i = 3; i < picture.size(); i += 4)
    if (picture[i] != 255) return false;
  return true;
}

}  // namespace vidik
