#pragma once
// How the timeline shows the events, as projects and the command line say it.
//
// Errors: an unknown word is refused (command line) or noted and left out (project). Cost: O(text).

#include "base/result.h"
#include "base/time_zone.h"
#include "frame/timeline_style.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vidik {

// "lanes=category,bars=active,scale=log,share,year-before,in-map,no-ranges" over what stands in `style`.
Result<> apply_timeline_words(std::string_view words, TimelineStyle& style);

// {"lanes": "category", "bars": "active", "scale": "log", "share": true, "year_before": true, "in_map": true,
//  "show_ranges": false, "ranges": [{"name": "Blockades", "from": "2024-11-22", "to": "2025-03-15"}, {"name": "…", "at": "…"}]}
TimelineStyle timeline_style_of(const nlohmann::json& object, const TimeZone& zone,
                                std::vector<std::string>& notes);
// The whole of such an object, its keys in the order above.
nlohmann::ordered_json timeline_json(const TimelineStyle& style, const TimeZone& zone);
// The ranges as such a list, in ISO 8601 with offset.
nlohmann::json ranges_json(const std::vector<NamedRange>& ranges, const TimeZone& zone);
std::vector<NamedRange> ranges_of(const nlohmann::json& list, const TimeZone& zone,
                                  std::vector<std::string>& notes);

}  // namespace vidik
