#include "gpu/retained_base.h"

namespace vidik {

void RetainedBase::begin(Size device) {
  key_ = {};
  if (framebuffer_ && size_ == device) return;
  size_ = device;
  framebuffer_ = GlFramebuffer::make();
  color_ = GlRenderbuffer::make();
  stencil_ = GlRenderbuffer::make();
  glBindRenderbuffer(GL_RENDERBUFFER, color_.get());
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, device.width, device.height);
  glBindRenderbuffer(GL_RENDERBUFFER, stencil_.get());
  glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, device.width, device.height);
  const BoundFramebuffer bound(framebuffer_.get());
  glFramebufferRenderbuffer(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color_.get());
  glFramebufferRenderbuffer(GL_DRAW_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER,
                            stencil_.get());
}

// GL counts rows from the lowest.
void RetainedBase::copy_to(GLuint target, const PxRect& box) const {
  const int x0 = box.x, x1 = box.x + box.w, y0 = size_.height - (box.y + box.h), y1 = size_.height - box.y;
  glDisable(GL_SCISSOR_TEST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.get());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target);
  glBlitFramebuffer(x0, y0, x1, y1, x0, y0, x1, y1, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, target);
  glEnable(GL_SCISSOR_TEST);
}

}  // namespace vidik
