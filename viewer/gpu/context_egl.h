#pragma once
// An OpenGL 3.3 core context with no display: EGL surfaceless, else the default EGL display.
//
// Ownership: current on the creating thread until destroyed. Errors: Code::unavailable with what EGL said.

#include "base/result.h"
#include "gpu/painter.h"

#include <memory>

namespace vidik {

class EglContext {
 public:
  static Result<std::unique_ptr<EglContext>> create();
  virtual ~EglContext() = default;
  virtual GlLoader loader() const = 0;
};

}  // namespace vidik
