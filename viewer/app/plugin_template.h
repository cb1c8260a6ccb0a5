#pragma once
// A new overlay's first files: the templates of plugins/template/, filled in with its name.
//
// Threads: pure; the templates are embedded in the program. Errors: bad_usage with one sentence about the word that is wrong.

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace vidik {

struct NewPlugin {
  std::string name;        // [a-z][a-z0-9_-]{1,39}: folder, file, layer
  std::string lang = "c";  // c, cpp, no-code
  std::string id;          // reverse DNS; empty: org.example.NAME
  std::string folder;      // where the folder NAME is made; empty: here
};

struct TemplateFile {
  std::string name, text;  // name: below the new folder, at most one folder deep
};

// All files of the new overlay.
Result<std::vector<TemplateFile>> filled_template(const NewPlugin& wanted);

}  // namespace vidik
