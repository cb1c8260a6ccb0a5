#include "gpu/page_part.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

// The largest power of two that the driver has for a viewport, so that no division by it rounds.
int span() {
  static const int span = [] {
    GLint most[2] = {};
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, most);
    int power = 4096;
    while (power <= std::min(most[0], most[1]) / 2 && power < 32768) power *= 2;
    return power;
  }();
  return span;
}

}  // namespace

PxRect intersection(const PxRect& a, const PxRect& b) {
  const int x0 = std::max(a.x, b.x), y0 = std::max(a.y, b.y);
  const int x1 = std::min(a.x + a.w, b.x + b.w), y1 = std::min(a.y + a.h, b.y + b.h);
  return {x0, y0, std::max(0, x1 - x0), std::max(0, y1 - y0)};
}

PxRect device_rect(const Box2& box, float scale) {
  const auto whole = [](double v) {  // what is no number is far off the page
    return static_cast<int>(v > -1e6 ? std::min(v, 1e6) : -1e6);
  };
  const double s = scale;
  // A hair inwards first, so that 0.1 + 0.2 does not take a px more than 0.3.
  const int x0 = whole(std::floor(box.x * s + 1e-3)), y0 = whole(std::floor(box.y * s + 1e-3));
  const int x1 = whole(std::ceil((static_cast<double>(box.x) + box.w) * s - 1e-3));
  const int y1 = whole(std::ceil((static_cast<double>(box.y) + box.h) * s - 1e-3));
  return {x0, y0, std::max(0, x1 - x0), std::max(0, y1 - y0)};
}

void set_viewport(const PxRect& tile) {
  glViewport(tile.w / 2 - span() / 2, tile.h / 2 - span() / 2, span(), span());
}

void set_page(const Program& program, const PxRect& tile) {
  program.set(Uniform::page, static_cast<float>(tile.x + tile.w / 2),
              static_cast<float>(tile.y + tile.h - tile.h / 2), 2.F / static_cast<float>(span()));
  program.set(Uniform::corner, static_cast<float>(tile.x), static_cast<float>(tile.y + tile.h));
}

void set_scissor(const PxRect& clip, const PxRect& tile) {
  glScissor(clip.x - tile.x, tile.y + tile.h - clip.y - clip.h, clip.w, clip.h);
}

}  // namespace vidik
