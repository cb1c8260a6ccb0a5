#pragma once
// Parameters of overlays and what overlays saved, as projects and pictures write them.
//
// Errors: what is no parameter is noted and left out. Cost: O(text).

#include "frame/overlay_params.h"
#include "guest/roster.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <vector>

namespace vidik {

// {"route": {"speed": 60, "loop": true, "from": "Pristina"}}, by overlay.
std::map<std::string, ParamValues> params_of_json(const nlohmann::json& object,
                                                  std::vector<std::string>& notes);
nlohmann::json params_json(const std::map<std::string, ParamValues>& params);

// {"route": {"version": 1, "bytes": "…"}}, base64.
std::map<std::string, OverlayBlob> saved_of_json(const nlohmann::json& object,
                                                 std::vector<std::string>& notes);
nlohmann::json saved_json(const std::map<std::string, OverlayBlob>& saved);

}  // namespace vidik
