#pragma once
// JSON from a file of somebody else, read in the program: size and depth are limited before anything is built.
//
// Errors: over 16 MiB, deeper than 64, not JSON: refused with line and column.

#include "base/result.h"

#include <nlohmann/json.hpp>

#include <string>

namespace vidik {

Result<nlohmann::json> read_json_file(const std::string& path);
std::string text_of(const nlohmann::json& object, const char* key);  // empty: none, or no text
Result<nlohmann::json> parse_json(const std::string& text, const std::string& where);

}  // namespace vidik
