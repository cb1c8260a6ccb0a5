#pragma once
// A picture that stays while other things move over it: painted when it changes, copied under every frame.
//
// Ownership: owns colour and stencil of the target's size. Cost: copy_to() about 0.5 ms at 1600x900 in software.

#include "frame/draw_list.h"
#include "gpu/gl.h"
#include "gpu/map_frame.h"

#include <vector>

namespace vidik {

// All that tells one kept picture from another; key 0 is never the same as anything.
struct RetainedKey {
  std::uint64_t key = 0, kept_serial = 0;
  Size size;
  PxRect tile;
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
  GLuint framebuffer() const { return now_.framebuffer.get(); }
  void copy_to(GLuint target, const PxRect& box) const;  // leaves `target` bound
  // Moves what is in `box`, less a rim of so many px that stay behind, by whole px and gives the parts of the box that
  // have to be painted; outside it nothing changes. The picture must be complete; it holds no key until done().
  std::vector<PxRect> move(const PxRect& box, int rim, int right, int down);

 private:
  struct Layers {
    GlFramebuffer framebuffer;
    GlRenderbuffer color, stencil;
    Size size;
    void fit(Size device);
  };
  void copy_to(GLuint target, const PxRect& from, int right, int down) const;

  Layers now_, spare_;  // a picture cannot be copied over itself
  RetainedKey key_;
};

}  // namespace vidik
