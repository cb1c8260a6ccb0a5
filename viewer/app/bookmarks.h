#pragma once
// Views to come back to, kept between runs and named by projects.
//
// Errors: a file that is not there is no view; a damaged one is said and not written over. Cost: O(views).

#include "base/result.h"
#include "ui/bookmark.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace vidik {

std::string bookmarks_path();  // $XDG_CONFIG_HOME/vidik/bookmarks.json; empty: nothing is kept
Result<std::vector<Bookmark>> read_bookmarks(const std::string& path);
Result<> save_bookmarks(const std::string& path,
                        const std::vector<Bookmark>& all);  // but those of the project

// [{"name": "Canal", "lon": 20.87, "lat": 42.89, "zoom": 11}]; what is no such view is left out and noted.
std::vector<Bookmark> bookmarks_of(const nlohmann::json& list, std::vector<std::string>& notes);

}  // namespace vidik
