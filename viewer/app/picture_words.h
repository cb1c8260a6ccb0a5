#pragma once
// The words that a picture carries beside its pixels: title, alternative text, and the state that opens it again.
//
// Threads: the session's. Errors: none. Cost: Session::carried_state(). Same session and view, same words.

#include "app/session.h"
#include "export/picture_words.h"

#include <string>

namespace vidik {

// One paragraph for readers who cannot see the picture: what, when, how many of what, whose borders.
std::string alternative_text(Session& session, const PictureState& state);

// Of session.view() as it was composed; dpi 0: that of the picture that was opened, if any.
PictureWords words_of(Session& session, double dpi);

}  // namespace vidik
