#pragma once
// Capitals for map names: Latin with its extensions, Cyrillic, Greek without accents left alone.

#include <string>
#include <string_view>

namespace vidik {

std::string upper_case(std::string_view utf8);

}  // namespace vidik
