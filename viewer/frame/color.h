#pragma once
// Colours as they are written and drawn: non-premultiplied 8-bit sRGB, blended in sRGB.

#include <cstdint>

namespace vidik {

struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  bool operator==(const Color&) const = default;
};

constexpr Color rgb(std::uint32_t hex) {  // 0xRRGGBB
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
          static_cast<std::uint8_t>(hex), 255};
}
constexpr Color with_alpha(Color c, double alpha) {  // multiplies what is there; 0…1
  const double a = c.a * (alpha < 0 ? 0 : alpha > 1 ? 1 : alpha);
  c.a = static_cast<std::uint8_t>(a + 0.5);
  return c;
}
constexpr std::uint8_t mix_channel(std::uint8_t a, std::uint8_t b, double t) {
  return static_cast<std::uint8_t>(a + (b - a) * t + 0.5);
}
constexpr Color mix(Color a, Color b, double t) {  // t = 0 gives a, 1 gives b
  return {mix_channel(a.r, b.r, t), mix_channel(a.g, b.g, t), mix_channel(a.b, b.b, t),
          mix_channel(a.a, b.a, t)};
}

}  // namespace vidik
