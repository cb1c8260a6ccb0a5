#include "base/time_view.h"

namespace vidik {

namespace {
constexpr std::string_view kModes[] = {"instant", "window", "trail", "cumulative", "all"};
}

std::string_view word_of(Mode mode) { return kModes[static_cast<int>(mode)]; }

std::optional<Mode> mode_of(std::string_view word) {
  for (int i = 0; i < 5; ++i) {
    if (kModes[i] == word) return static_cast<Mode>(i);
  }
  return std::nullopt;
}

}  // namespace vidik
