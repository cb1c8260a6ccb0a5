#pragma once
// Who this program is, for --version, pictures and JSON.

#include <string>

namespace vidik {

std::string version_number();  // "0.1.0"
std::string version_line();    // "vidik 0.1.0"

}  // namespace vidik
