#include "gpu/gl.h"
#include "gpu/painter.h"

#include <algorithm>

namespace vidik {

namespace {

class Offscreen final : public OffscreenTarget {
 public:
  Offscreen(int width, int height)
      : framebuffer_(GlFramebuffer::make()), color_(GlTexture::make()), width_(width), height_(height) {
    glBindTexture(GL_TEXTURE_2D, color_.get());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    const BoundFramebuffer bound(framebuffer_.get());
    glFramebufferTexture2D(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, color_.get(), 0);
    complete_ = glCheckFramebufferStatus(GL_DRAW_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  }
  bool complete() const { return complete_; }
  unsigned framebuffer() const override { return framebuffer_.get(); }
  unsigned texture() const override { return color_.get(); }

  void read(std::vector<std::uint8_t>& rgba) override {
    const auto row = static_cast<std::size_t>(width_) * 4;
    rgba.resize(row * static_cast<std::size_t>(height_));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.get());
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
    // GL reads the lowest row first.
    for (std::size_t top = 0, low = static_cast<std::size_t>(height_); top + 1 < low; ++top) {
      --low;
      std::swap_ranges(rgba.begin() + static_cast<std::ptrdiff_t>(top * row),
                       rgba.begin() + static_cast<std::ptrdiff_t>((top + 1) * row),
                       rgba.begin() + static_cast<std::ptrdiff_t>(low * row));
    }
  }

 private:
  GlFramebuffer framebuffer_;
  GlTexture color_;
  int width_, height_;
  bool complete_ = false;
};

}  // namespace

Result<std::unique_ptr<OffscreenTarget>> OffscreenTarget::create(int width, int height) {
  GLint most = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &most);
  if (width < 1 || height < 1 || width > most || height > most)
    return fail(Code::refused, "a picture of " + std::to_string(width) + " x " + std::to_string(height) +
                                   " px is outside what the graphics driver draws (1 to " +
                                   std::to_string(most) + ")");
  auto target = std::make_unique<Offscreen>(width, height);
  if (!target->complete())
    return fail(Code::unavailable, "the graphics driver gives no picture of this size");
  return std::unique_ptr<OffscreenTarget>(std::move(target));
}

}  // namespace vidik
