#include "scene/upper_case.h"

#include "base/text.h"

namespace vidik {

namespace {

char32_t upper(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - 32;
  if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
  // Latin Extended-A: pairs, whose capitals are even up to 0137 and from 014A on, odd between and after 0178.
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) return c & ~char32_t{1};
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c % 2 == 0 ? c - 1 : c;
  if (c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2) return c - 32;
  if (c >= 0x430 && c <= 0x44F) return c - 32;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  return c;
}

}  // namespace

std::string upper_case(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) append_utf8(out, upper(next_code_point(utf8, at)));
  return out;
}

}  // namespace vidik
