#pragma once
// A table of a file as text cells, as `vidik.table/1` hands it to a plugin.
//
// Ownership: owns its text. Threads: const members from any thread. Cost: cell() is O(1).
// Errors: a row or column that does not exist gives an empty cell; an empty cell and a missing one are the
// same.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

struct TextTable {
  std::vector<std::string> columns;
  std::vector<std::uint64_t> source_row;  // one a row: line of the file (or number of the feature), 1-based
  std::vector<std::uint64_t> ends;        // end of cell row * columns.size() + column in `text`
  std::string text;

  std::size_t rows() const { return source_row.size(); }
  int column(std::string_view name) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i] == name) return static_cast<int>(i);
    }
    return -1;
  }
  std::string_view cell(std::size_t row, int column) const {
    if (column < 0 || static_cast<std::size_t>(column) >= columns.size() || row >= rows()) return {};
    const std::size_t at = row * columns.size() + static_cast<std::size_t>(column);
    const std::uint64_t begin = at == 0 ? 0 : ends[at - 1];
    return std::string_view(text).substr(begin, ends[at] - begin);
  }
  void add_cell(std::string_view value) {  // in order; a row is source_row.push_back and columns.size() cells
    text += value;
    ends.push_back(text.size());
  }
};

}  // namespace vidik
