#pragma once
// A picture that stays while other things move over it: painted when it changes, copied under every frame.
//
// Ownership: owns colour and stencil of the target's size. Cost: copy_to() about 0.5 ms at 1600x900 in software.

#include "frame/draw_list.h"
#include "gpu/gl.h"
#include "gpu/map_frame.h"

namespace vidik {

// All that tells one kept picture from another; key 0 is never the same as anything.
struct RetainedKey {
  std::uint64_t key = 0, kept_serial = 0;
  Size size;
  float scale = 0;
  Color ground;
  bool operator==(const RetainedKey&) const = default;
};

class RetainedBase {
 public:
  // False: the caller paints it into framebuffer() between begin() and done().
  bool holds(const RetainedKey& key) const { return key.key != 0 && key == key_; }
  void begin(Size device);  // makes room; the framebuffer is complete afterwards
  void done(const RetainedKey& key) { key_ = key; }
  GLuint framebuffer() const { return framebuffer_.get(); }
  void copy_to(GLuint target, const PxRect& box) const;  // leaves `target` bound

 private:
  GlFramebuffer framebuffer_;
  GlRenderbuffer color_, stencil_;
  Size size_;
  RetainedKey key_;
};

}  // namespace vidik
