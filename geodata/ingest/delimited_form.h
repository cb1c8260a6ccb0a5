#pragma once
// How a text file separates its fields and lines, read off its begin.
//
// Errors: none; a text without any separator is one column.

#include <string>
#include <string_view>
#include <vector>

namespace vidik {

struct DelimitedForm {
  char separator = ',';
  bool separator_said = false;  // by a line `sep=;`
  bool other_fits = false;  // split at commas or at semicolons it is as regular: decimal comma or separator?
  bool quotes = true;       // false: a quote is a letter like any other
  bool cr_lines = false;    // lines end with CR alone
  bool has_header = true;
  bool gdelt = false;          // headerless GDELT 2.0
  std::size_t skip_lines = 0;  // before the header
};

// `head` begins with the file (without its mark) and may be cut anywhere; `whole` says that it is not.
DelimitedForm guess_form(std::string_view head, bool whole);

const std::vector<std::string>& gdelt_columns();  // the 61 of GDELT 2.0

}  // namespace vidik
