#include "gpu/retained_base.h"

namespace vidik {

bool RetainedBase::is_stale(const DrawList& list, Size device, std::uint64_t kept_serial) const {
  return !painted_ || list.base_key == 0 || list.base_key != key_ || !(size_ == device) ||
         list.scale != scale_ || kept_serial != kept_serial_ || !(list.ground == ground_);
}

void RetainedBase::begin(Size device) {
  painted_ = false;
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

void RetainedBase::done(const DrawList& list, std::uint64_t kept_serial) {
  painted_ = true;
  key_ = list.base_key;
  scale_ = list.scale;
  ground_ = list.ground;
  kept_serial_ = kept_serial;
}

void RetainedBase::copy_to(GLuint target) const {
  glDisable(GL_SCISSOR_TEST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.get());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target);
  glBlitFramebuffer(0, 0, size_.width, size_.height, 0, 0, size_.width, size_.height, GL_COLOR_BUFFER_BIT,
                    GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, target);
  glEnable(GL_SCISSOR_TEST);
}

}  // namespace vidik
