#include "app/cli.h"

#include "app/version.h"
#include "base/text.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>

namespace vidik {

namespace {

constexpr const char* kClock = "Clock and filter";
constexpr const char* kPicture = "Picture";
constexpr const char* kInput = "Input";

// KEY=VALUE, as often as wanted.
void add_pairs(CLI::App& app, const char* name, std::map<std::string, std::string>& into, const char* help,
               const char* group = kInput) {
  app.add_option_function<std::vector<std::string>>(
         name,
         [&into, name](const std::vector<std::string>& pairs) {
           for (const std::string& pair : pairs) {
             const auto equals = pair.find('=');
             if (equals == std::string::npos || equals == 0) {
               throw CLI::ValidationError(name, "wants KEY=VALUE, not \"" + pair + "\"");
             }
             into[pair.substr(0, equals)] = pair.substr(equals + 1);
           }
         },
         help)
      ->type_name("KEY=VALUE")
      ->group(group)
      ->take_all()
      ->allow_extra_args(false);
}

// A flag and its contrary; without either nothing is said.
void add_either(CLI::App& app, const char* names, std::optional<bool>& into, const char* help,
                const char* group) {
  app.add_flag_function(
         names, [&into](std::int64_t count) { into = count > 0; }, help)
      ->group(group);
}

void add_input(CLI::App& app, Options& options) {
  app.add_option("inputs", options.inputs,
                 "a project (NAME.vidik), a picture that Vidik made, or files of events; none: the shipped "
                 "project")
      ->type_name("PROJECT|PICTURE|FILE…");
  app.add_option("--data", options.data_folders, "where the files of a picture are, if not beside it")
      ->type_name("DIR")
      ->group(kInput)
      ->allow_extra_args(false);
  app.add_option(
         "--redact", options.redact,
         "what must not leave: grid=5km or municipality, hide=48h, as-of=TIME, drop=actors,summary; none")
      ->type_name("WORDS")
      ->group(kInput);
  add_pairs(app, "--answer", options.answers, "answers an open question about a file, e.g. date_order=dmy");
  add_pairs(app, "--role", options.roles, "names the column that plays a role, e.g. begin=Datum");
  app.add_option("--plugins", options.plugin_folders, "look for overlays in this folder too, for this run")
      ->type_name("DIR")
      ->group(kInput)
      ->allow_extra_args(false);
  app.add_option("--allow-plugin", options.allow_plugins, "let this overlay start, for this run")
      ->type_name("ID")
      ->group(kInput)
      ->allow_extra_args(false);
  app.add_flag("--safe", options.safe, "load no overlay")->group(kInput);
  app.add_flag("--strict", options.strict, "exit with 3 when something was left out")->group(kInput);
  app.add_flag("--offline", options.offline, "use no network (always so)")->group(kInput);
}

void add_clock(CLI::App& app, Options& options) {
  const auto text = [&](const char* name, std::optional<std::string>& into, const char* type,
                        const char* help) {
    app.add_option(name, into, help)->type_name(type)->group(kClock);
  };
  text("--at", options.at, "TIME", "the cursor: 2025-03-15, 2025-03, 2024-11-29T20:00, or from A/B");
  text("--window", options.window, "DUR", "the window that ends at the cursor: 7d 30d 1mo 1y PT6H");
  text("--from", options.from, "TIME", "the window's begin");
  text("--to", options.to, "TIME", "the window's end (a day, month or year belongs to it)");
  text("--mode", options.mode, "M", "instant, window, trail, cumulative or all");
  text("--test", options.test, "T", "overlap (default) or starts-in");
  app.add_option("--zone", options.zone, "the display zone, e.g. Europe/Tirane (the project's)")
      ->type_name("ZONE")
      ->group(kClock);
  add_either(app, "--surely,!--possibly", options.surely,
             "only what is visible on every reading of its dates", kClock);
  text("--filter", options.filter, "EXPR", "e.g. 'category=protest and severity>=3', 'unverified=any'");
  text("--layers", options.layers, "A,B", "only these layers");
}

void add_picture(CLI::App& app, Options& options) {
  const auto text = [&](const char* name, std::optional<std::string>& into, const char* type,
                        const char* help) {
    app.add_option(name, into, help)->type_name(type)->group(kPicture);
  };
  text("--size", options.size, "WxH", "px at 1x (1920x1080)");
  app.add_option("--scale", options.scale, "pixel ratio: everything S times as large (1)")
      ->type_name("S")
      ->group(kPicture);
  app.add_option("--dpi", options.dpi, "written into the file")->type_name("D")->group(kPicture);
  text("--view", options.view, "LON,LAT,ZOOM", "centre and zoom; the world is 256*2^zoom px wide");
  text("--bbox", options.bbox, "W,S,E,N", "show this box");
  text("--projection", options.projection, "P", "web-mercator or equal-area (EPSG:3035)");
  text("--timeline", options.timeline, "HOW",
       "lanes=overlay|category|status|country|actor, bars=starts|active, scale=linear|root|log, share, "
       "year-before, in-map, fold-gaps, no-ranges; joined by commas");
  text("--density", options.density, "D", "events counted: auto (hexagons for a crowd), hexagons, heat");
  text("--theme", options.theme, "T", "dark or light");
  text("--lang", options.lang, "L",
       "names: en, local, both, sr-Latn, sr-Cyrl, bs, hr, cnr (or me), sq, mk; two: en+local");
  text("--pair-order", options.pair_order, "P", "where two names are usual: usual, sq-first, sr-first");
  text("--borders", options.borders, "VIEW", "point of view for contested borders: de-facto, kosovo, serbia");
  text("--hide", options.hide, "A,B", "parts of the base map to leave out: relief, place-names …");
  app.add_option("--base", options.bases,
                 "a map or picture file of your own under the events; may be repeated")
      ->type_name("FILE")
      ->allow_extra_args(false)
      ->group(kPicture);
  text("--title", options.title, "T", "a title on the picture");
  text("--page", options.page.page, "P",
       "a page to print or show: hd, 4k, square, portrait, a4, a4-landscape, a3, a3-landscape, 1200x800, "
       "210x297mm, "
       "8.5x11in; present: as large as --size; none (default): map and timeline");
  text("--subtitle", options.page.subtitle, "T", "on a page, instead of the dates");
  text("--callouts", options.page.callouts, "C",
       "on a page: auto (the most severe events), none, or LAYER/ID,…");
  text("--border-words", options.page.border_words, "T",
       "on a page, instead of \"map lines do not imply endorsement.\"");
  app.add_flag("--transparent", options.page.transparent, "a page without ground, sea and neighbours' land")
      ->group(kPicture);
  add_either(app, "--inset,!--no-inset", options.inset,
             "a small map of where the view is, once it shows less than the six countries", kPicture);
  add_pairs(app, "--param", options.params, "sets a parameter of an overlay, e.g. route.speed=60", kPicture);
  app.add_option("--select", options.select, "the event that is chosen: LAYER/ID, or none")
      ->type_name("LAYER/ID")
      ->group(kPicture);
  text("--measure", options.measure, "LON,LAT;…",
       "the way along these places, or the area when it ends where it began");
}

CLI::App* add_check(CLI::App& plugin, CheckOptions& options) {
  CLI::App* check = plugin.add_subcommand("check", "is this overlay one that others may be given?");
  check->add_option("folders", options.folders, "overlays, as built: NAME.vidik")
      ->type_name("FOLDER…")
      ->required();
  check
      ->add_option("--level", options.level,
                   "1 loads, 2 behaves, 3 draws sanely, 4 state and panel (4), 5 fuzz")
      ->type_name("N")
      ->check(CLI::Range(1, 5));
  check
      ->add_option_function<std::uint64_t>(
          "--seed",
          [&options](const std::uint64_t& seed) {
            options.seed = seed;
            options.seed_given = true;
          },
          "of what is random (1; of level 5 another each time)")
      ->type_name("N");
  check->add_option("--only", options.only, "only the checks with TEXT in their names")->type_name("TEXT");
  check->add_option("--seconds", options.seconds, "how long to fuzz (10)")
      ->type_name("N")
      ->check(CLI::Range(1, 86'400));
  return check;
}

CLI::App* add_film(CLI::App& app, Options& options) {
  constexpr const char* kFilm = "Film";
  FilmOptions& film = options.film;
  CLI::App* out = app.add_subcommand("film", "a film of the clock going --from one time --to another");
  add_input(*out, options);
  add_clock(*out, options);
  add_picture(*out, options);
  out->add_option(
         "-o,--output", options.output,
         "OUT.gif, OUT.png or .apng (animated PNG), OUT.mp4, OUT.webm, or DIR/ for frame_00000.png …")
      ->type_name("OUT")
      ->required();
  out->add_option("--step", film.step, "from frame to frame: 1d 1w 1mo 6h (the project's, else 1d)")
      ->type_name("DUR")
      ->group(kFilm);
  out->add_option("--fps", film.fps, "frames a second, 0.1 to 60 (10)")->type_name("N")->group(kFilm);
  out->add_option("--hold", film.hold, "the last frame stands so much longer (0)")
      ->type_name("SECONDS")
      ->group(kFilm);
  out->add_option("--loop", film.loop, "GIF, APNG: play it N times; 0, for ever, unless told")
      ->type_name("N")
      ->group(kFilm);
  out->add_flag("--skip-empty", film.skip_empty, "leave out frames in which no event is visible")
      ->group(kFilm);
  out->add_flag("--resume", film.resume, "go on with what a film that was stopped left behind")->group(kFilm);
  out->add_flag("--plan", film.plan, "say which frame shows what time, and draw nothing")->group(kFilm);
  out->add_flag("--progress", film.progress, "on stderr, a line of JSON for each frame")->group(kFilm);
  out->add_flag("--quiet", film.quiet, "say nothing but errors")->group(kFilm);
  return out;
}

struct PictureCommands {
  CLI::App *verify, *sources;
};

PictureCommands add_picture_commands(CLI::App& app, Options& options) {
  const auto picture = [&](CLI::App* to) {
    to->add_option("picture", options.inputs, "a picture that Vidik made")
        ->type_name("PICTURE")
        ->required()
        ->expected(1);
    return to->add_flag("--json", options.json, "one JSON document (docs/cli.md)");
  };
  CLI::App* verify = app.add_subcommand("verify", "is all that a picture was made of still what it was?");
  picture(verify);
  verify->add_option("--data", options.data_folders, "where its files are, if not beside it")
      ->type_name("DIR")
      ->allow_extra_args(false);
  verify->add_option("--plugins", options.plugin_folders, "look for overlays in this folder too")
      ->type_name("DIR")
      ->allow_extra_args(false);
  verify->add_option("--allow-plugin", options.allow_plugins, "let this overlay start, for this run")
      ->type_name("ID")
      ->allow_extra_args(false);
  CLI::App* sources = app.add_subcommand("sources", "where the events of a picture come from");
  CLI::Option* json = picture(sources);
  sources->add_flag("--csv", options.csv, "as CSV")->excludes(json);
  return {verify, sources};
}

std::string one_line(const std::string& text) {
  std::string out = for_terminal(trimmed(text));
  return out;
}

}  // namespace

std::variant<Options, int> parse_command_line(int argc, const char* const* argv) {
  Options options;
  CLI::App app{"Vidik shows what happened where and when in the Western Balkans.", "vidik"};
  app.set_version_flag("--version", version_line());
  app.footer(
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with problems under --strict.\n"
      "`vidik COMMAND --help` tells more.");
  app.option_defaults()->always_capture_default(false);
  add_input(app, options);
  app.add_flag("--until-first-frame", options.until_first_frame)->group("");
  add_clock(app, options);
  add_picture(app, options);

  CLI::App* render = app.add_subcommand("render", "one picture, without a display");
  add_input(*render, options);
  add_clock(*render, options);
  add_picture(*render, options);
  render->add_option("-o,--output", options.output, "OUT.png, OUT.svg, OUT.pdf, or OUT.txt for the draw list")
      ->type_name("OUT")
      ->required();
  render->add_flag(
      "--outlines", options.outlines,
      "in .svg and .pdf, letters as shapes: nobody needs the fonts, but no word is found or copied");

  render->add_flag("--text-beside", options.page.text_beside,
                   "OUT.txt beside it: title, counts and every event in words, for those who cannot see it");

  CLI::App* batch = app.add_subcommand("batch", "commands from a file, one a line: render, film, events …");
  batch->add_option("jobs", options.batch, "lines as they are typed; # begins a comment")
      ->type_name("JOBS")
      ->required();

  CLI::App* film = add_film(app, options);

  CLI::App* events = app.add_subcommand("events", "the events as read, or the visible set");
  add_input(*events, options);
  add_clock(*events, options);
  CLI::Option* json = events->add_flag("--json", options.json, "one JSON document (docs/cli.md)");
  CLI::Option* csv = events->add_flag("--csv", options.csv, "as CSV")->excludes(json);
  events->add_flag("--geojson", options.geojson, "as GeoJSON")->excludes(json)->excludes(csv);

  const PictureCommands pictures = add_picture_commands(app, options);

  CLI::App* info = app.add_subcommand("info", "what would be read from files: roles, rows, questions");
  add_input(*info, options);
  info->add_flag("--json", options.json, "one JSON document (docs/cli.md)");

  CLI::App* plugin = app.add_subcommand("plugin", "overlays");
  CLI::App* list = plugin->add_subcommand("list", "what is installed, and its state");
  list->add_flag("--json", options.json, "one JSON document (docs/cli.md)");
  list->add_flag("-v,--verbose", options.verbose, "what keeps each overlay in its place");
  list->add_option("--plugins", options.plugin_folders, "look in this folder too")
      ->type_name("DIR")
      ->allow_extra_args(false);
  list->add_option("--allow-plugin", options.allow_plugins, "let this overlay start, for this run")
      ->type_name("ID")
      ->allow_extra_args(false);
  list->add_flag("--safe", options.safe, "start none");
  CLI::App* made = plugin->add_subcommand("new", "a folder with a small overlay to begin from");
  made->add_option("name", options.new_plugin.name, "of the folder and the overlay: a-z 0-9 _ -")
      ->type_name("NAME")
      ->required();
  made->add_option("dir", options.new_plugin.folder, "make it in this folder (here)")->type_name("DIR");
  made->add_option("--lang", options.new_plugin.lang, "c (default), cpp, or no-code: a manifest and a table")
      ->type_name("L");
  made->add_option("--id", options.new_plugin.id, "reverse domain name (org.example.NAME)")->type_name("ID");
  CLI::App* run =
      plugin->add_subcommand("run", "the window with an overlay at work on: built and taken again");
  run->add_option("overlay", options.plugin,
                  "its folder NAME.vidik, or that of its sources with a CMakeLists.txt")
      ->type_name("FOLDER")
      ->required();
  add_input(*run, options);
  add_clock(*run, options);
  add_picture(*run, options);
  bool no_watchdog = false;
  run->add_flag("--no-watchdog", no_watchdog, "stop no overlay that takes too long: it may be in a debugger");
  CLI::App* allow = plugin->add_subcommand("allow", "let an overlay start, as it is now");
  allow->add_option("overlay", options.plugin, "its id, or the folder it lies in")
      ->type_name("ID|FOLDER")
      ->required();
  CLI::App* deny = plugin->add_subcommand("deny", "keep an overlay from starting");
  deny->add_option("overlay", options.plugin, "its id")->type_name("ID")->required();
  CLI::App* check = add_check(*plugin, options.check);
  check->add_flag("--json", options.json, "one JSON document (docs/cli.md)");
  check->add_flag("-v,--verbose", options.verbose, "what passed or was skipped, too");
  CLI::App* test = plugin->add_subcommand("test", "does it still draw what its author looked at?");
  test->add_option("folders", options.test_pictures.folders, "overlays, as built: NAME.vidik")
      ->type_name("FOLDER…")
      ->required();
  test->add_option("--pictures", options.test_pictures.pictures, "where its pictures are (FOLDER/pictures)")
      ->type_name("DIR");
  test->add_flag("--accept", options.test_pictures.accept,
                 "take its pictures as they are now, to be looked at");
  plugin->require_subcommand(1);

  CLI::App* bench =
      app.add_subcommand("bench", "the speed of this machine, beside yardsticks of the same run");
  bench->add_option("inputs", options.inputs, "a file of events; none: a million made ones")
      ->type_name("FILE");
  bench->add_option("--from", options.from, "step through what begins here (the data's first)")
      ->type_name("TIME");
  bench->add_option("--to", options.to, "and ends here (the data's last)")->type_name("TIME");
  bench->add_flag("--json", options.json, "one JSON document (docs/cli.md)");

  app.require_subcommand(0, 1);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    if (e.get_exit_code() == 0) return app.exit(e, std::cout, std::cerr);
    std::fprintf(stderr, "vidik: %s (see `vidik --help`)\n", one_line(e.what()).c_str());
    return kExitUsage;
  }
  if (render->parsed()) options.command = Command::render;
  if (film->parsed()) options.command = Command::film;
  if (events->parsed()) options.command = Command::events;
  if (pictures.verify->parsed()) options.command = Command::verify;
  if (pictures.sources->parsed()) options.command = Command::sources;
  if (info->parsed()) options.command = Command::info;
  if (list->parsed()) options.command = Command::plugin_list;
  if (made->parsed()) options.command = Command::plugin_new;
  if (run->parsed()) options.command = Command::plugin_run;
  options.watchdog = !no_watchdog;
  if (allow->parsed()) options.command = Command::plugin_allow;
  if (deny->parsed()) options.command = Command::plugin_deny;
  if (check->parsed()) options.command = Command::plugin_check;
  if (test->parsed()) options.command = Command::plugin_test;
  if (bench->parsed()) options.command = Command::bench;
  if (batch->parsed()) options.command = Command::batch;
  if (options.command == Command::info && options.inputs.empty()) {
    std::fprintf(stderr, "vidik: info wants a file (see `vidik info --help`)\n");
    return kExitUsage;
  }
  return options;
}

}  // namespace vidik
