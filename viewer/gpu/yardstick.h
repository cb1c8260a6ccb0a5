#pragma once
// The bare cost of this machine's OpenGL, beside which `vidik bench` sets its own frames.
//
// Units: milliseconds are the caller's business; each call ends with the pixels read back.
// Threads: the thread whose context is current, after Painter::create loaded the functions.

#include "base/result.h"
#include "frame/geometry.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace vidik {

class Yardstick {
 public:
  static Result<std::unique_ptr<Yardstick>> create(int width, int height);
  virtual ~Yardstick() = default;

  // The floor of a scrub: one buffer of positions (unit clip coordinates), kept once …
  virtual void keep(std::span<const float> xy) = 0;
  // … then clear, glDrawArrays of [first, first + count) with size 5, read back.
  virtual void points(std::uint32_t first, std::uint32_t count, std::vector<std::uint8_t>& rgba) = 0;
  // One textured, blended quad over everything, read back.
  virtual void fill(std::vector<std::uint8_t>& rgba) = 0;
};

}  // namespace vidik
