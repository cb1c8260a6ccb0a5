#pragma once
// A date as people type it into "Go to date": ISO, or the way the program writes it.

#include "base/time_text.h"

namespace vidik {

// "2025-03-15", "2025-03", "2025", "2025-03-15T18:00", "15 Mar 2025", "Mar 2025", "15.3.2025", "15 March 2025, 18:00".
Result<Moment> moment_typed(std::string_view text, const TimeZone& zone);

}  // namespace vidik
