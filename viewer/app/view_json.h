#pragma once
// A view state as JSON and back, with the keys and words of projects (project.h) where they have them.
//
// Units: a time is ISO 8601 in the view's zone, and where that is not exact or outside the years 1 to 9999 it is
// microseconds since 1970; numbers come back bit by bit. Files of the user's own are named without their folder.
// Errors: a value that no view can have is refused with its key; keys that are not there are as in a fresh view, unknown
// ones are passed over. Threads: pure. A field added to ViewState does not compile here until it is written and read.

#include "base/result.h"
#include "base/time_zone.h"
#include "frame/view_state.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <vector>

namespace vidik {

// `layers`: the names that view.layer_on speaks of.
nlohmann::json view_json(const ViewState& view, std::span<const std::string> layers);

struct NamedView {
  ViewState view;  // without layer_on
  std::vector<std::string> layers_off;
};
Result<NamedView> view_of_json(const nlohmann::json& object);

nlohmann::json redaction_json(const Redaction& redaction, const TimeZone& zone);

}  // namespace vidik
