#pragma once
// The picture of what stays while only time moves: painted when it changes, copied under every frame.
//
// Ownership: owns colour and stencil of the target's size. Cost: copy() about 0.5 ms at 1600x900 in software.

#include "frame/draw_list.h"
#include "gpu/gl.h"

namespace vidik {

class RetainedBase {
 public:
  // True when the kept picture is not this list's base: the caller paints it into framebuffer() and calls done().
  bool is_stale(const DrawList& list, Size device, std::uint64_t kept_serial) const;
  void begin(Size device);  // makes room; the framebuffer is complete afterwards
  void done(const DrawList& list, std::uint64_t kept_serial);
  GLuint framebuffer() const { return framebuffer_.get(); }
  void copy_to(GLuint target) const;  // leaves `target` bound

 private:
  GlFramebuffer framebuffer_;
  GlRenderbuffer color_, stencil_;
  Size size_;
  bool painted_ = false;
  std::uint64_t key_ = 0, kept_serial_ = 0;
  float scale_ = 0;
  Color ground_;
};

}  // namespace vidik
