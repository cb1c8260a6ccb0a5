#include "app/version.h"

namespace vidik {

std::string version_number() { return VIDIK_VERSION; }
std::string version_line() { return "vidik " + version_number(); }

}  // namespace vidik
