#pragma once
// A picture without a display: context, canvas and target for commands that render.
//
// Threads: one. Errors: Code::unavailable when the machine has no OpenGL 3.3.

#include "app/canvas.h"
#include "gpu/context_egl.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace vidik {

struct Pixels {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;  // top row first; colours not multiplied by alpha
};

class Headless {
 public:
  static Result<std::unique_ptr<Headless>> create();

  // Waits until every overlay answered for this very view, so that the same words give the same bytes.
  Result<Picture> compose(Session& session);
  Result<Pixels> paint(const Picture& picture);
  // Whole rows from the top, band after band, for pictures of any size in little memory: the ones that paint() gives, RGBA.
  Result<> paint_bands(const Picture& picture,
                       const std::function<Result<>(std::span<const std::uint8_t>)>& take);

  Canvas& canvas() { return *canvas_; }
  std::string renderer() const { return canvas_->painter().renderer(); }

 private:
  Headless() = default;
  std::unique_ptr<EglContext> context_;  // first made, last destroyed
  std::unique_ptr<Canvas> canvas_;
};

}  // namespace vidik
