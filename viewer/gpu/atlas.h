#pragma once
// Pictures of glyphs in one texture, made when first asked for.
//
// Units: device px. Ownership: owns the texture; borrows the fonts. Errors: a full atlas answers null: draw what
// was collected, reset() and ask again. Cost: a known glyph one hash look-up, a new one about 30 us.

#include "gpu/gl.h"
#include "text/fonts.h"

#include <cstdint>
#include <unordered_map>

namespace vidik {

struct GlyphKey {
  std::uint32_t glyph = 0;
  std::uint32_t size_64ths = 0;      // device px
  std::uint16_t halo_64ths = 0;      // device px
  std::uint16_t angle_quarters = 0;  // quarter degrees, 0…1439
  Face face{};
  std::uint8_t quarter = 0;  // as Fonts::picture
  bool operator==(const GlyphKey&) const = default;
};

struct GlyphKeyHash {
  std::size_t operator()(const GlyphKey& key) const;
};

struct GlyphPlace {
  int x = 0, y = 0;  // in the atlas
  int left = 0, top = 0, width = 0, height = 0;
};

class Atlas {
 public:
  static constexpr int kSide = 2048;

  explicit Atlas(Fonts& fonts);
  const GlyphPlace* find(const GlyphKey& key);
  void reset();
  GLuint texture() const { return texture_.get(); }

 private:
  bool place(GlyphPlace& glyph);  // finds room on the shelves

  Fonts& fonts_;
  GlTexture texture_;
  std::unordered_map<GlyphKey, GlyphPlace, GlyphKeyHash> known_;
  int shelf_x_ = 0, shelf_y_ = 0, shelf_height_ = 0;
};

}  // namespace vidik
