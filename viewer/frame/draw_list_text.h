#pragma once
// A draw list as text, the same bytes for the same list: golden tests and `render -o OUT.txt`.
//
// Cost: O(marks + points). Numbers have two decimals; one mark a line.

#include "frame/draw_list.h"

#include <string>

namespace vidik {

std::string to_text(const DrawList& list);

}  // namespace vidik
