#pragma once
// Bytes as text for JSON, and back: RFC 4648 §4, with padding.
//
// Threads: pure. Errors: nothing for a text that is no such form. Cost: O(bytes).

#include <optional>
#include <string>
#include <string_view>

namespace vidik {

std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

}  // namespace vidik
