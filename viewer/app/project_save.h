#pragma once
// Writes into a project's file.
//
// Errors: no project, or a file that cannot be read or written; the file then is as it was. What this program does not
// understand in it stays. The file before the change is kept as NAME.vidik~.

#include "base/result.h"
#include "base/time_zone.h"
#include "frame/timeline_style.h"

#include <string>

namespace vidik {

Result<> save_project_timeline(const std::string& path, const TimelineStyle& style, const TimeZone& zone);

}  // namespace vidik
