// Text from outside: what is repaired is valid, and what a terminal gets cannot move its cursor.
#include "base/number.h"
#include "base/text.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const std::string repaired = vidik::repaired_utf8(text);
  if (!vidik::is_valid_utf8(repaired)) std::abort();
  if (vidik::is_valid_utf8(text) && repaired != text) std::abort();
  for (const char byte : vidik::for_terminal(text)) {
    if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) std::abort();
  }
  if (!vidik::is_valid_utf8(vidik::for_ui(text)) || !vidik::is_valid_utf8(vidik::folded(repaired)))
    std::abort();
  if (const auto value = vidik::parse_double(text)) {
    if (vidik::parse_double(vidik::shortest(*value)) != value) std::abort();
  }
  return 0;
}
