#pragma once
// The commands of CONTRACT §6; each answers an exit code. Data goes to stdout, talk to stderr.

#include "app/options.h"

#include <string>

namespace vidik {

int run_render(const Options& options);
int run_film(const Options& options);
int run_events(const Options& options);
int run_verify(const Options& options);   // options.inputs: one picture
int run_sources(const Options& options);  // the same
int run_info(const Options& options);
int run_plugin_list(const Options& options);
int run_plugin_new(const Options& options);
int run_plugin_allow(const Options& options);
int run_plugin_deny(const Options& options);
int run_plugin_check(const Options& options);
int run_plugin_test(const Options& options);
int run_plugin_run(const Options& options);
int run_bench(const Options& options);
int run_batch(const Options& options);

// One line on stderr, and the exit code that fits the error.
struct Error;
int complain(const Error& error);
// A file on the command line that is not there: said before anything else is tried.
int complain_of_missing(const Options& options);
void say(const std::string& sentence);  // "vidik: …" on stderr, made safe for a terminal

}  // namespace vidik
