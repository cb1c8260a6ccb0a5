// `vidik render`: one picture, or its draw list as text, without a display.

#include "app/command_session.h"
#include "app/commands.h"
#include "app/headless.h"
#include "app/picture_file.h"
#include "app/picture_text.h"
#include "app/still.h"
#include "app/view_options.h"
#include "base/atomic_file.h"

#include <cstdio>

namespace vidik {

int run_render(const Options& options) {
  const auto kind =
      options.until_first_frame ? Result<PictureKind>(PictureKind::png) : picture_kind(options.output);
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
  if (const auto laid = lay_out_still(session, options); !laid) return complain(laid.error());
  if (!headless) return complain(headless.error());
  auto picture = (*headless)->compose(session);
  if (!picture) return complain(picture.error());
  if (options.until_first_frame) {
    if (const auto pixels = (*headless)->paint(*picture); !pixels) return complain(pixels.error());
    std::puts("first frame");
    return kExitDone;
  }
  const PictureWords words = still_words(session, options);
  const auto written =
      write_picture(options.output, *kind, *picture, words, **headless, {.outlines = options.outlines});
  if (!written) return complain(written.error());
  if (options.page.text_beside) {
    const std::string title = words.title.empty() ? session.project_title() : words.title;
    const auto beside =
        write_file_atomically(options.output + ".txt", picture_text(session, title, words.description));
    if (!beside) return complain(beside.error());
  }
  return note_problems(session, options);
}

}  // namespace vidik
