#include "app/run_window.h"

#include "app/command_session.h"
#include "app/commands.h"
#include "app/ending_posix.h"
#include "app/view_options.h"
#include "app/window_loop.h"
#include "guest/sentinel.h"

namespace vidik {

int run_window(const Options& options, PluginRun* author) {
  heed_the_system();
  ViewState trial;  // usage errors before any work
  if (const auto checked = apply_picture_options(trial, options); !checked) return complain(checked.error());

  // The fonts are drawn and the overlays start while the window is made.
  std::future<FontAtlas> fonts = start_fonts(1);
  SessionOptions wanted = session_options(options, WithMap::yes);
  wanted.sentinel_dir = sentinel_dir();
  // What is left behind by a program that did not end cleanly: then nothing of others starts before the user says so.
  const std::vector<LeftBehind> left = take_left_behind(wanted.sentinel_dir);
  wanted.overlays_wait = !left.empty() && !options.safe;
  auto session = Session::open(wanted);
  if (!session) return complain(session.error());
  if (const auto clock = apply_clock_options(trial, options, (*session)->zone()); !clock)
    return complain(clock.error());
  const std::string title = (*session)->project_title();
  auto window = Window::create(title.empty() ? "Vidik" : title + " – Vidik",
                               options.size ? trial.size : Size{1600, 900});
  if (!window) return complain(window.error());
  auto canvas = Canvas::create((*window)->loader());
  if (!canvas) return complain(canvas.error());
  ImguiHost host(**window, std::move(fonts));
  if (options.theme) (*session)->view().theme = trial.theme;
  WindowLoop loop(options, **session, **window, **canvas, host, 0);
  if (wanted.overlays_wait)
    loop.ask_safe_start("The last overlay at work was " + left.front().overlay + ". Start without overlays?");
  if (author != nullptr) loop.follow(*author);
  return loop.run();
}

}  // namespace vidik
