#pragma once
// A PNG file to the desktop's clipboard. GLFW knows text only: a small program of the desktop's (wl-copy or xclip) holds the
// picture as image/png until something else is copied, and outlives Vidik.
//
// Errors: unavailable, with where the file lies, when neither program is there. Threads: any; does not wait for the reader.

#include "base/result.h"

#include <string>

namespace vidik {

Result<> picture_to_clipboard(const std::string& path);

}  // namespace vidik
