#include "gpu/retained_base.h"

#include <cstdlib>
#include <utility>

namespace vidik {

void RetainedBase::Layers::fit(Size device) {
  if (framebuffer && size == device) return;
  size = device;
  framebuffer = GlFramebuffer::make();
  color = GlRenderbuffer::make();
  stencil = GlRenderbuffer::make();
  glBindRenderbuffer(GL_RENDERBUFFER, color.get());
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, device.width, device.height);
  glBindRenderbuffer(GL_RENDERBUFFER, stencil.get());
  glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, device.width, device.height);
  const BoundFramebuffer bound(framebuffer.get());
  glFramebufferRenderbuffer(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color.get());
  glFramebufferRenderbuffer(GL_DRAW_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, stencil.get());
}

void RetainedBase::begin(Size device) {
  key_ = {};
  now_.fit(device);
}

void RetainedBase::copy_to(GLuint target, const PxRect& box) const { copy_to(target, box, 0, 0); }

// GL counts rows from the lowest.
void RetainedBase::copy_to(GLuint target, const PxRect& from, int right, int down) const {
  const int x0 = from.x, x1 = from.x + from.w;
  const int y0 = now_.size.height - (from.y + from.h), y1 = now_.size.height - from.y;
  glDisable(GL_SCISSOR_TEST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, now_.framebuffer.get());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target);
  glBlitFramebuffer(x0, y0, x1, y1, x0 + right, y0 - down, x1 + right, y1 - down, GL_COLOR_BUFFER_BIT,
                    GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, target);
  glEnable(GL_SCISSOR_TEST);
}

std::vector<PxRect> RetainedBase::move(const PxRect& box, int rim, int right, int down) {
  key_ = {};
  spare_.fit(now_.size);
  copy_to(spare_.framebuffer.get(), {0, 0, now_.size.width, now_.size.height}, 0, 0);
  const PxRect inner{box.x + rim, box.y + rim, box.w - 2 * rim, box.h - 2 * rim};
  const PxRect there = intersection({inner.x + right, inner.y + down, inner.w, inner.h}, inner);
  if (there.w == 0 || there.h == 0) return {box};
  copy_to(spare_.framebuffer.get(), {there.x - right, there.y - down, there.w, there.h}, right, down);
  std::swap(now_, spare_);
  const int low = there.y + there.h, east = there.x + there.w;
  std::vector<PxRect> missing;
  for (const PxRect& part :
       {PxRect{box.x, box.y, box.w, there.y - box.y}, PxRect{box.x, low, box.w, box.y + box.h - low},
        PxRect{box.x, there.y, there.x - box.x, there.h},
        PxRect{east, there.y, box.x + box.w - east, there.h}})
    if (part.w > 0 && part.h > 0) missing.push_back(part);
  return missing;
}

}  // namespace vidik
