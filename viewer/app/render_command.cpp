// `vidik render`: one picture, or its draw list as text, without a display.

#include "app/command_session.h"
#include "app/commands.h"
#include "app/headless.h"
#include "app/version.h"
#include "app/view_options.h"
#include "base/atomic_file.h"
#include "export/png_file.h"
#include "frame/draw_list_text.h"

#include <cstdio>

namespace vidik {

namespace {

enum class OutputKind : std::uint8_t { png, text };

Result<OutputKind> kind_of(const std::string& path) {
  if (path.ends_with(".png")) return OutputKind::png;
  if (path.ends_with(".txt")) return OutputKind::text;
  return fail(Code::bad_usage, "-o wants a name that ends with .png or .txt (the draw list)", path);
}

}  // namespace

int run_render(const Options& options) {
  const auto kind = options.until_first_frame ? Result<OutputKind>(OutputKind::png) : kind_of(options.output);
  if (!kind) return complain(kind.error());
  ViewState trial;  // usage errors before any work
  if (const auto checked = apply_picture_options(trial, options); !checked) return complain(checked.error());

  auto opened = Session::open(session_options(options, WithMap::yes));
  if (!opened) return complain(opened.error());
  Session& session = **opened;
  // While overlays, files and map are on their way.
  auto headless = Headless::create();
  if (const auto ready = make_ready(session, options); !ready) return complain(ready.error());
  if (const int code = report_failures(session); code != kExitDone) return code;
  ViewState& view = session.view();
  if (!options.size) view.size = {1920, 1080};
  lay_out_page(view, session.timeline().lanes->lanes.size());
  const auto camera = apply_camera_options(view, options);
  if (!camera) return complain(camera.error());
  if (!*camera) view.camera = session.project_camera() ? *session.project_camera() : fit_region(view);
  const auto elsewhere =
      !*camera && !session.project_camera() ? camera_of_data(*session.snapshot(), view) : std::nullopt;
  if (elsewhere) view.camera = *elsewhere;

  if (!headless) return complain(headless.error());
  auto picture = (*headless)->compose(session);
  if (!picture) return complain(picture.error());
  if (*kind == OutputKind::text) {
    if (const auto written = write_file_atomically(options.output, to_text(picture->list)); !written) {
      return complain(written.error());
    }
    return note_problems(session, options);
  }
  const auto pixels = (*headless)->paint(*picture);
  if (!pixels) return complain(pixels.error());
  if (options.until_first_frame) {
    std::puts("first frame");
    return kExitDone;
  }
  PngText texts;
  texts.push_back({"Software", version_line()});
  const auto written =
      write_png(options.output, pixels->width, pixels->height, pixels->rgba, options.dpi, texts);
  if (!written) return complain(written.error());
  return note_problems(session, options);
}

}  // namespace vidik
