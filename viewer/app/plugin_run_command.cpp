// `vidik plugin run`: the window with an overlay that its author is at work on, built and taken again after each change.

#include "app/commands.h"
#include "app/ending_posix.h"
#include "app/plugin_run.h"
#include "app/run_window.h"
#include "app/whereabouts.h"
#include "guest/wait_posix.h"

#include <cstdio>
#include <filesystem>

namespace vidik {

namespace {

namespace fs = std::filesystem;

// The first build, when there is nothing to show before it is done.
Result<> build_first(PluginRun& run) {
  OverlayBuild& build = *run.build();
  do {
    build.poll(monotonic_ms());
    run.print_output();
    if (is_asked_to_end()) return fail(Code::cancelled, "stopped while it was built");
    if (!build.failure().empty()) return fail(Code::bad_input, "the build failed");
    wait_readable({}, 10);
  } while (!build.was_built());
  return Done{};
}

}  // namespace

int run_plugin_run(const Options& given) {
  if (const int code = complain_of_missing(given); code != kExitDone) return code;
  Options options = given;
  options.reload = true;
  std::error_code error;
  std::string folder = fs::absolute(options.plugin, error).lexically_normal().string();
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  const bool is_built = folder.ends_with(".vidik") && fs::exists(folder + "/plugin.json", error);
  if (is_built) {
    options.plugin_folders.push_back(folder);
    PluginRun run(folder, std::nullopt);
    return run_window(options, &run);
  }
  if (!fs::exists(folder + "/CMakeLists.txt", error))
    return complain(fail(Code::bad_input,
                         "there is neither an overlay (NAME.vidik with a plugin.json) nor a CMakeLists.txt",
                         options.plugin));
  heed_the_system();
  PluginRun run(folder + "/build/", OverlayBuild(cmake_plan(folder, prefix_for_cmake())));
  if (built_overlays(folder).empty()) {
    say("building");
    if (const auto built = build_first(run); !built.ok()) return complain(built.error());
  }
  const std::vector<std::string> overlays = built_overlays(folder);
  if (overlays.empty())
    return complain(fail(Code::bad_input, "the build left no NAME.vidik in it", folder + "/build"));
  for (const std::string& overlay : overlays) options.plugin_folders.push_back(overlay);
  return run_window(options, &run);
}

}  // namespace vidik
