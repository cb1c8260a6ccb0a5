#pragma once
// The text file beside a picture, for readers who cannot see it: title, dates, counts, and every event that it shows.
//
// Threads: the session's. Errors: none. Cost: O(visible events and their texts). Same session and view, same text.

#include "app/session.h"

#include <string>

namespace vidik {

// `alternative`: the picture's own description; empty: none. Lines end with "\n".
std::string picture_text(Session& session, const std::string& title, const std::string& alternative);

}  // namespace vidik
