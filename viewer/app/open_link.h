#pragma once
// Hands a web address to the desktop's browser.
//
// Errors: Code::refused for anything but http and https; Code::unavailable when the desktop has no opener.
// Threads: any. Cost: starts one process and does not wait for it.

#include "base/result.h"

#include <string>

namespace vidik {

Result<> open_link(const std::string& url);

}  // namespace vidik
