// Times and durations as people type them.
#include "base/time_text.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const vidik::TimeZone zone = vidik::TimeZone::display_default();
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (const auto moment = vidik::parse_moment(text, zone)) {
    if (moment->span.begin > moment->span.end) std::abort();
    const std::string written = vidik::iso_with_offset(moment->span.begin, zone);
    if (written.empty()) std::abort();
  }
  if (const auto length = vidik::parse_duration(text)) (void)vidik::add(vidik::Time{0}, *length, zone, -1);
  return 0;
}
