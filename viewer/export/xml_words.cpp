#include "export/xml_words.h"

#include "base/number.h"
#include "base/text.h"

namespace vidik {

bool is_xml_letter(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) ||
         (c >= 0x10000 && c <= 0x10ffff);
}

void append_xml(std::string& out, char32_t letter) {
  if (!is_xml_letter(letter)) return;
  switch (letter) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '"':
      out += "&quot;";
      return;
    case '\r':  // a reader would make a line feed of it
      out += "&#13;";
      return;
    default:
      append_utf8(out, letter);
  }
}

std::string xml_text(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) append_xml(out, next_code_point(utf8, at));
  return out;
}

std::string short_number(double value, int decimals) {
  std::string text = fixed(value, decimals);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

}  // namespace vidik
