#pragma once
// What a layer is called when only its file is known.

#include <string>
#include <string_view>

namespace vidik {

// The file's name without folder and extension: "a/b.export.CSV" -> "b.export".
inline std::string layer_name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  const std::size_t dot = path.rfind('.');
  return std::string(dot == std::string_view::npos || dot == 0 ? path : path.substr(0, dot));
}

}  // namespace vidik
