// Dates as files write them: what is understood has its bounds in order, and never a begin after every end.
#include "base/when.h"

#include <cstdlib>

namespace {

void check(const vidik::Result<vidik::When>& when) {
  if (!when) return;
  if (when->begin_earliest > when->begin_latest || when->end_earliest > when->end_latest) std::abort();
  if (when->begin_earliest > when->end_latest) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const vidik::TimeZone zone = vidik::TimeZone::display_default();
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  check(vidik::parse_when(text, zone));
  const std::size_t line = text.find('\n');
  if (line != text.npos)
    check(vidik::parse_when_columns(text.substr(0, line), text.substr(line + 1), "", size % 2 == 0, zone));
  return 0;
}
