// Filters as people type them: what is refused says why, what is understood is understood again.
#include "index/filter.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto filter = vidik::Filter::parse(text);
  if (filter) {
    if (filter->text() != text || !vidik::Filter::parse(filter->text())) std::abort();
  } else if (filter.error().text.empty()) {
    std::abort();
  }
  return 0;
}
