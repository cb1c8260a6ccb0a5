// Hands the command line to its command.

#include "app/cli.h"
#include "app/commands.h"
#include "app/run_window.h"

#include <clocale>
#include <csignal>
#include <cstdlib>

int main(int argc, char** argv) {
  using namespace vidik;
  std::setlocale(LC_ALL, "C");    // no output depends on the user's locale
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error we see when writing
  auto parsed = parse_command_line(argc, argv);
  if (const int* code = std::get_if<int>(&parsed)) return *code;
  const Options& options = std::get<Options>(parsed);
  switch (options.command) {
    case Command::render:
      return run_render(options);
    case Command::film:
      return run_film(options);
    case Command::events:
      return run_events(options);
    case Command::verify:
      return run_verify(options);
    case Command::sources:
      return run_sources(options);
    case Command::info:
      return run_info(options);
    case Command::plugin_list:
      return run_plugin_list(options);
    case Command::plugin_new:
      return run_plugin_new(options);
    case Command::plugin_allow:
      return run_plugin_allow(options);
    case Command::plugin_deny:
      return run_plugin_deny(options);
    case Command::plugin_check:
      return run_plugin_check(options);
    case Command::plugin_test:
      return run_plugin_test(options);
    case Command::plugin_run:
      return run_plugin_run(options);
    case Command::bench:
      return run_bench(options);
    case Command::batch:
      return run_batch(options);
    case Command::window:
      break;
  }
  if (const int code = complain_of_missing(options); code != kExitDone) return code;
  const bool display = std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
  if (!display && options.until_first_frame)
    return run_render(options);  // measures the same frame off screen
  return run_window(options);
}
