#pragma once
// What the export panel was left as, kept between runs: page, format, film. Titles and files belong to one project and are not.
//
// Errors: a file that is not there is the usual choice; a damaged one is said and written over by the next choice, since
// nothing in it was work. Cost: O(1).

#include "base/result.h"
#include "ui/export_choice.h"

#include <string>

namespace vidik {

std::string export_memory_path();  // $XDG_CONFIG_HOME/vidik/export.json; empty: nothing is kept
Result<ExportChoice> read_export_choice(const std::string& path);
Result<> save_export_choice(const std::string& path, const ExportChoice& choice);

}  // namespace vidik
