#pragma once
// Words for whose names the map bears, as the command line and projects write them.
//
// Errors: the parsers say which words there are. Threads: pure.

#include "base/result.h"
#include "frame/view_state.h"

#include <string>
#include <string_view>

namespace vidik {

// "sq", "both", "en+local": one choice, or a second in brackets behind it. `pairs` of the answer is as it is by default.
Result<NameChoice> parse_names(std::string_view text);
// "usual", "sq-first", "sr-first".
Result<PairOrder> parse_pair_order(std::string_view text);

std::string names_text(const NameChoice& choice);
std::string_view pair_order_text(PairOrder order);

}  // namespace vidik
