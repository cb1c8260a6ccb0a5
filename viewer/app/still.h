#pragma once
// What a picture at rest needs besides its clock: the page laid out, the camera, and the words it carries. One way for
// `render`, for each frame of a film and for whatever else writes pictures, so that all give the same bytes.
//
// Threads: the session's. Errors: bad_usage for words of the camera that cannot be read. Cost: that of lay_out_page; where
// neither words nor project say where to look, and all data lie outside the six countries, O(events).

#include "app/options.h"
#include "app/session.h"
#include "export/picture_words.h"

namespace vidik {

// On session.view(), whose clock is set and whose data are there.
Result<> lay_out_still(Session& session, const Options& options);
PictureWords still_words(Session& session, const Options& options);

}  // namespace vidik
