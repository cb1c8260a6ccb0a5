#pragma once
// What is taken out before anything leaves the program, as the command line and projects say it, and as pictures do.
//
// Errors: a word that is none is refused with its place and what there is. Threads: pure.

#include "base/redaction.h"
#include "base/result.h"
#include "base/time_zone.h"

#include <string>
#include <string_view>

namespace vidik {

// "grid=5km", "grid=500m", "municipality", "hide=48h", "hide=3d", "as-of=TIME", "drop=actors,summary", joined by commas;
// "none". Words behind drop= are further fields until the next of the others. Which columns there are is not known here.
Result<Redaction> parse_redaction(std::string_view words, const TimeZone& zone);

// The words that give it again.
std::string redaction_option(const Redaction& redaction, const TimeZone& zone);

// "Redacted: places to a grid of 5 km; events of the last 48 h left out; actors withheld."; empty when it is off.
std::string redaction_sentence(const Redaction& redaction, const TimeZone& zone);

}  // namespace vidik
