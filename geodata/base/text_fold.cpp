#include "base/text.h"

namespace vidik {

namespace {

// What each character of a block becomes, one word a character, words apart by blanks; "-" is nothing at all.
// U+00C0 … U+00FF: Latin-1 letters.
constexpr std::string_view kLatin1 =
    "a a a a a a ae c e e e e i i i i d n o o o o o x o u u u u y th ss "
    "a a a a a a ae c e e e e i i i i d n o o o o o / o u u u u y th y";
// U+0100 … U+017F: Latin Extended-A.
constexpr std::string_view kLatinA =
    "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i i i "
    "ij ij j j k k k l l l l l l l l l l n n n n n n n ng ng o o o o o o oe oe r r r r r r s s s s s s s s "
    "t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s";
// U+01C4 … U+01CC: the digraphs of Croatian and Serbian.
constexpr std::string_view kDigraphs = "dz dz dz lj lj lj nj nj nj";
// U+0400 … U+045F: Cyrillic. Đ and Ђ become "d", Ž and Ж "z", so that both scripts of Serbian fold to one word.
constexpr std::string_view kCyrillic =
    "e e d g e dz i i j lj nj c k i u dz "
    "a b v g d e z z i j k l m n o p r s t u f h c c s st a y - e ju ja "
    "a b v g d e z z i j k l m n o p r s t u f h c c s st a y - e ju ja "
    "e e d g e dz i i j lj nj c k i u dz";

std::string_view word_at(std::string_view words, std::size_t index) {
  std::size_t from = 0;
  for (; index > 0; --index) from = words.find(' ', from) + 1;
  const std::string_view word = words.substr(from, words.find(' ', from) - from);
  return word == "-" ? std::string_view() : word;
}

bool is_combining_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const char plain = text[at]; static_cast<unsigned char>(plain) < 0x80) {  // most of any text
      out += plain >= 'A' && plain <= 'Z' ? static_cast<char>(plain + 32) : plain;
      ++at;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (c >= 0xC0 && c <= 0xFF) {
      out += word_at(kLatin1, c - 0xC0);
    } else if (c >= 0x100 && c <= 0x17F) {
      out += word_at(kLatinA, c - 0x100);
    } else if (c >= 0x1C4 && c <= 0x1CC) {
      out += word_at(kDigraphs, c - 0x1C4);
    } else if (c >= 0x218 && c <= 0x21B) {
      out += c <= 0x219 ? 's' : 't';  // Romanian, with the comma below
    } else if (c >= 0x391 && c <= 0x3A9) {
      append_utf8(out, c + 32);  // Greek capitals
    } else if (c >= 0x400 && c <= 0x45F) {
      out += word_at(kCyrillic, c - 0x400);
    } else if (!is_combining_mark(c)) {
      append_utf8(out, c);
    }
  }
  return out;
}

}  // namespace vidik
