#pragma once
// What the command line said, as data; cli.cpp fills it, the commands read it.
//
// Errors: none here; texts are checked where they are used (view_options.h) and refused with exit code 2.

#include "app/plugin_template.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vidik {

// Exit codes of every command (CONTRACT §6).
inline constexpr int kExitDone = 0, kExitFailed = 1, kExitUsage = 2, kExitProblems = 3;

enum class Command {
  window,
  render,
  film,
  events,
  info,
  verify,
  sources,
  plugin_list,
  plugin_new,
  plugin_allow,
  plugin_deny,
  plugin_check,
  plugin_test,
  plugin_run,
  bench,
  batch
};

// What `plugin check` was asked.
struct CheckOptions {
  std::vector<std::string> folders;
  int level = 4, seconds = 10;
  std::uint64_t seed = 1;
  bool seed_given = false;
  std::string only;
};

// The page that leaves the program.
struct PageOptions {
  bool text_beside = false;  // OUT.txt: title, counts and events in words
  std::optional<std::string> page, subtitle, callouts, border_words;
  bool transparent = false;
};

// What `plugin test` was asked.
struct TestOptions {
  std::vector<std::string> folders;
  std::string pictures;  // empty: the overlay's own folder "pictures"
  bool accept = false;
};

// What `film` was asked besides what a picture is.
struct FilmOptions {
  std::optional<std::string> step;
  double fps = 10, hold = 0;  // hold: s
  std::optional<int> loop;
  bool skip_empty = false, resume = false, quiet = false, progress = false, plan = false;
};

struct Options {
  Command command = Command::window;
  std::vector<std::string> inputs;  // one PROJECT.vidik, or files of events
  std::map<std::string, std::string> answers, roles;
  std::vector<std::string> plugin_folders, allow_plugins;
  std::string redact;                     // empty: as project or picture say
  std::vector<std::string> data_folders;  // where the files of a picture are looked for
  std::string plugin;                     // of plugin allow, deny and run: an id, a short name or a folder
  bool reload = false,
       watchdog = true;  // of plugin run: overlays of plugin_folders are taken again when built anew
  bool safe = false, strict = false, json = false, verbose = false;
  bool offline = true;  // said or not: there is no network in Vidik

  // the clock and the filter
  std::optional<std::string> at, window, from, to, mode, test, filter;
  std::optional<bool> surely;
  std::string zone;  // of the display; empty: the project's

  // the picture
  std::string output;
  std::string batch;  // a file of commands
  std::optional<std::string> size, view, bbox, theme, lang, pair_order, borders, projection, density,
      timeline, title, layers, measure;
  std::optional<std::string> hide;  // parts of the base map
  std::vector<std::string> bases;   // files of the user's own under the events
  std::optional<bool> inset;
  std::map<std::string, std::string> params;  // of overlays: "route.speed" to "60"
  std::string select;                         // LAYER/ID
  std::optional<double> scale;
  double dpi = 0;
  bool outlines = false;  // of .svg and .pdf: letters as shapes
  PageOptions page;

  NewPlugin new_plugin;
  CheckOptions check;
  TestOptions test_pictures;
  FilmOptions film;

  // events
  bool csv = false, geojson = false;

  // the window, for tests and measuring: end after the first finished frame and print when that was
  bool until_first_frame = false;

  bool has_clock_or_filter() const {
    return at || window || from || to || mode || test || filter || surely || layers;
  }
};

}  // namespace vidik
