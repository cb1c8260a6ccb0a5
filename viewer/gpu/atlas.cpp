#include "gpu/atlas.h"

#include <algorithm>

namespace vidik {

std::size_t GlyphKeyHash::operator()(const GlyphKey& key) const {
  std::uint64_t h = key.glyph;
  for (const std::uint64_t part :
       {std::uint64_t{key.size_64ths}, std::uint64_t{key.halo_64ths}, std::uint64_t{key.angle_quarters},
        static_cast<std::uint64_t>(key.face), std::uint64_t{key.quarter}})
    h = (h ^ part) * 0x9E3779B97F4A7C15u + (h >> 29);
  return static_cast<std::size_t>(h ^ (h >> 32));
}

Atlas::Atlas(Fonts& fonts) : fonts_(fonts), texture_(GlTexture::make()) {
  glBindTexture(GL_TEXTURE_2D, texture_.get());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, kSide, kSide, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

void Atlas::reset() {
  known_.clear();
  shelf_x_ = shelf_y_ = shelf_height_ = 0;
}

bool Atlas::place(GlyphPlace& glyph) {
  if (shelf_x_ + glyph.width > kSide) {
    shelf_y_ += shelf_height_;
    shelf_x_ = shelf_height_ = 0;
  }
  if (glyph.width > kSide || shelf_y_ + glyph.height > kSide) return false;
  glyph.x = shelf_x_, glyph.y = shelf_y_;
  shelf_x_ += glyph.width;
  shelf_height_ = std::max(shelf_height_, glyph.height);
  return true;
}

const GlyphPlace* Atlas::find(const GlyphKey& key) {
  if (const auto hit = known_.find(key); hit != known_.end()) return &hit->second;
  const GlyphPicture picture =
      fonts_.picture(key.face, key.glyph, static_cast<float>(key.size_64ths) / 64, key.quarter,
                     static_cast<float>(key.angle_quarters) / 4, static_cast<float>(key.halo_64ths) / 64);
  GlyphPlace glyph{0, 0, picture.left, picture.top, picture.width, picture.height};
  if (picture.width > 0 && picture.height > 0) {
    if (!place(glyph)) return nullptr;
    glBindTexture(GL_TEXTURE_2D, texture_.get());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, glyph.x, glyph.y, glyph.width, glyph.height, GL_RED, GL_UNSIGNED_BYTE,
                    picture.coverage.data());
  }
  return &known_.emplace(key, glyph).first->second;
}

}  // namespace vidik
