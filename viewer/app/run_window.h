#pragma once
// The program with a window: opens the session, then polls, draws and applies what the user asks until it is closed.
//
// Errors: said in one line on stderr. With options.until_first_frame it ends after the first finished frame that shows the
// base map and every overlay's events, and says "first frame" on stdout.

#include "app/options.h"

namespace vidik {

class PluginRun;
// `author`: whose overlay is built and taken again meanwhile (plugin_run.h); the plugins panel is open then.
int run_window(const Options& options, PluginRun* author = nullptr);  // exit code

}  // namespace vidik
