#pragma once
// The system asks the program to end (SIGTERM at a logout, SIGINT, SIGHUP): the window then closes as by its cross, so that
// overlays are told goodbye and nothing looks like a crash afterwards.
//
// Threads: any may be interrupted; ask from the main one. Errors: none.

namespace vidik {

void heed_the_system();  // from now on
bool is_asked_to_end();

}  // namespace vidik
