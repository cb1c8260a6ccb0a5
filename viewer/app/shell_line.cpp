#include "app/shell_line.h"

namespace vidik {

Result<std::vector<std::string>> shell_line(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool in_word = false;
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote != 0) {
      if (c == quote)
        quote = 0;
      else if (quote == '"' && c == '\\' && i + 1 < line.size() &&
               (line[i + 1] == '"' || line[i + 1] == '\\'))
        word += line[++i];
      else
        word += c;
    } else if (c == '\'' || c == '"') {
      quote = c, in_word = true;
    } else if (c == '\\' && i + 1 < line.size()) {
      word += line[++i], in_word = true;
    } else if (c == ' ' || c == '\t' || c == '\r') {
      if (in_word) words.push_back(std::move(word));
      word.clear(), in_word = false;
    } else if (c == '#' && !in_word) {
      break;
    } else {
      word += c, in_word = true;
    }
  }
  if (quote != 0) return fail(Code::bad_input, std::string("the quote ") + quote + " does not end");
  if (in_word) words.push_back(std::move(word));
  return words;
}

}  // namespace vidik
