#pragma once
// An import report as CONTRACT §6's JSON of `info`, as words for people, and as a cache note.
//
// Errors: parse_note refuses what note_of did not write. Text is escaped by JSON; the words by base/text.h.

#include "base/result.h"
#include "ingest/import_report.h"

#include <span>
#include <string>

namespace vidik {

// {"files": [{path, format, layers: [...], notes}]}; a file that did not open stands with "error" and no
// layers.
struct FileReport {
  ImportReport report;
  std::string error;  // empty = it opened
};
std::string info_json(std::span<const FileReport> files);
std::string info_words(const ImportReport& report);  // for the terminal, ends with a newline

std::string note_of(const ImportReport& report);
Result<ImportReport> parse_note(std::string_view note);

}  // namespace vidik
