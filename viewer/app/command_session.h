#pragma once
// Opens a session for a command and waits until its data are there; says what was wrong, once, in words.
//
// Errors: see each function; nothing is printed but by report_failures and note_problems.

#include "app/options.h"
#include "app/session.h"

#include <memory>

namespace vidik {

enum class WithMap : std::uint8_t { no, yes };

SessionOptions session_options(const Options& options, WithMap map);

// Session with everything read or failed, clock, filter and layers of the command line applied.
Result<std::unique_ptr<Session>> open_session(const Options& options, WithMap map);
Result<> make_ready(Session& session, const Options& options);   // the waiting half of it
Result<> apply_words(Session& session, const Options& options);  // clock, filter, layers, picture

// A file that failed or has an open question ends the command: says it and answers kExitFailed.
int report_failures(const Session& session);
// Says what was left out (an overlay that stopped, rows dropped) and answers kExitProblems under --strict, else kExitDone.
int note_problems(Session& session, const Options& options);

}  // namespace vidik
