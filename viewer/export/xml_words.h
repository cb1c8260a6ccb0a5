#pragma once
// Text and numbers as XML 1.0 takes them.
//
// Errors: none; characters that XML 1.0 forbids are left out, bytes that are not UTF-8 become U+FFFD.

#include <string>
#include <string_view>

namespace vidik {

bool is_xml_letter(char32_t letter);
void append_xml(std::string& out, char32_t letter);  // within text or an attribute's quotes
std::string xml_text(std::string_view utf8);
std::string short_number(double value, int decimals = 2);  // no zeros at the end, never "-0"

}  // namespace vidik
