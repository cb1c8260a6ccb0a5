#pragma once
// What a reader saw in a file: format, layers, columns and their roles, what was kept, dropped and asked.
//
// Ownership: plain values. Errors: none. Texts come from the file: escape them (base/text.h) before they are
// shown.

#include "base/problems.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace vidik {

// A wrong guess would move events unnoticed, so the user decides: `--answer about=answer` (CONTRACT §3).
struct Question {
  std::string about;                 // "date_order", "axes", "crs", "decimal", "encoding", "begin"
  std::string text;                  // one sentence for people
  std::vector<std::string> answers;  // what may be answered; empty = any text of the kind the sentence names
  bool operator==(const Question&) const = default;
};

struct LayerReport {
  std::string name;
  std::uint64_t rows = 0, kept = 0, dropped = 0;  // kept + dropped = rows
  std::vector<Problem> drops;                     // the first 10,000 of `dropped`, by row
  std::vector<std::string> columns;
  std::map<std::string, std::string> roles;  // "begin" -> the column that plays it
  std::vector<Question> questions;           // open ones: while there is one, no events are handed over
  std::vector<std::string> notes;            // "3 links were not opened"
};

struct ImportReport {
  std::string path;    // as asked for
  std::string format;  // "CSV", "TSV", "GDELT 2.0", "GeoJSON", "GPKG", …
  std::vector<LayerReport> layers;
  std::vector<std::string> notes;  // "encoding windows-1250", "zone not stated"
  bool incomplete = false;         // a limit ended the reading; a note says which and what raises it
  bool zone_not_stated = false;    // some clock times had no zone and were read in the display zone
};

}  // namespace vidik
