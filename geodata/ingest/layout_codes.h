#pragma once
// What the codes of known layouts mean: UCDP GED, ACLED, GTD, GDELT 2.0.
//
// Errors: an unknown code keeps its own text as a category and says nothing about precision.

#include "ingest/field_roles.h"

#include <string_view>

namespace vidik {

std::string_view category_word(std::string_view code, Codes codes);
std::string_view date_precision_word(std::string_view code, Codes codes);  // "day", "week", … or empty

}  // namespace vidik
