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
  if (c == 0x219 || c == 0x21B) return c - 1;  // ș, ț
  switch (c) {                                 // Greek capitals in a row bear no accents
    case 0x386:
    case 0x3AC:
      return 0x391;
    case 0x388:
    case 0x3AD:
      return 0x395;
    case 0x389:
    case 0x3AE:
      return 0x397;
    case 0x38A:
    case 0x3AF:
      return 0x399;
    case 0x38C:
    case 0x3CC:
      return 0x39F;
    case 0x38E:
    case 0x3CD:
      return 0x3A5;
    case 0x38F:
    case 0x3CE:
      return 0x3A9;
    case 0x3C2:
      return 0x3A3;
    default:
      break;
  }
  if (c >= 0x3B1 && c <= 0x3C9) return c - 32;
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
