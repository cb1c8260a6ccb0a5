#pragma once
// UTF-8 text from outside: is it valid, how is it made valid, and how is it shown without harm.
//
// Errors: none; every function takes any bytes.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

bool is_valid_utf8(std::string_view text);
std::string repaired_utf8(std::string_view text, std::size_t* replaced = nullptr);  // bad bytes -> U+FFFD
// Next code point from `text` at `at`, which advances; U+FFFD for bad bytes.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);

// Control, C1, bidi-override and zero-width characters become visible escapes ("␛[2J", "‹U+202E›"), newline too.
std::string for_terminal(std::string_view text);
std::string for_ui(std::string_view text);  // the same, but keeps newlines

std::string_view trimmed(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string lower_ascii(std::string_view text);
// Lower case, no diacritics, Cyrillic to Latin: "Звечан", "Zvečan" -> "zvecan". For search only.
std::string folded(std::string_view text);
std::string thousands(long long value);  // 1240 -> "1,240"

}  // namespace vidik
