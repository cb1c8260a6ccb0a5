#pragma once
// The font files inside the program: one a face, and two that stand in for code points those do not have.
//
// Ownership: bytes of the program itself, valid for ever. Threads: constant.

#include <span>

namespace vidik {

// In the order of Face; then the stand-ins.
enum class FaceFileId : unsigned char {
  regular,
  medium,
  semibold,
  bold,
  italic,
  icons,
  fallback,
  fallback_bold,
  count
};

std::span<const unsigned char> embedded_face(FaceFileId id);

}  // namespace vidik
